# %% [markdown]
# # From a snapshot to a ranking of vaults
#
# All vaults of a chain at one block, from the record of replies in `data/recorded`, ranked by what they
# pay. `command.sh` beside this notebook prints the same figures; they are exact, and missing is not zero:
# a vault without a price, or with a value that could not be read, is left out and counted.

# %%
import berayield as by
import matplotlib.pyplot as plt
import polars as pl

snapshot = by.snapshot(
    replay="../../data/recorded/pol-next.ndjson", prices="../../data/recorded/prices.csv")
vaults = pl.from_arrow(snapshot.vaults)
block = snapshot["chain"]["block"]
print("block", block["number"], "with", vaults.height, "vaults,", vaults["missing"].is_null().sum(), "of them whole")

# %% [markdown]
# ## The ranking
# Each vault at the block's own time. An APR of an ended period is zero, and one without stake has none.

# %%
whole = vaults.filter(pl.col("missing").is_null())
figures = by.apr(whole, at="timestamp", metrics=["apr", "apy_daily", "tvl_usd", "status"], keep=["name", "vault"])
print(figures["status"].value_counts(sort=True))
ranking = figures.filter(pl.col("status") == "active").sort("apr", "vault", descending=[True, False])
ranking.select("name", "apr", "apy_daily", "tvl_usd").head(10)

# %% [markdown]
# ## Yield and size
# The vaults that pay most are seldom those that hold most.

# %%
figure, axes = plt.subplots(figsize=(8, 4.5))
axes.scatter(ranking["tvl_usd"].cast(pl.Float64), ranking["apr"].cast(pl.Float64) * 100)
axes.set_xscale("log")
axes.set_yscale("log")
axes.set_xlabel("value at stake, USD")
axes.set_ylabel("APR, %")
axes.set_title("Vaults of one block")
plt.show()

# %% [markdown]
# ## The check
# One vault alone gives the same figure, with its derivation.

# %%
first = next(v for v in snapshot["vaults"] if v["vault"] == ranking["vault"][0])
inputs = ["rewardRate", "periodFinish", "totalSupply", "stakeDecimals", "rewardPrice", "stakePrice"]
alone = by.vault(**{name: first[name] for name in inputs}, at=block["timestamp"])
assert alone.apr == ranking["apr"][0]
alone.explain()
