# %% [markdown]
# # Choosing a target rate
#
# A vault in target-rate mode receives 50,000 reward tokens at once. The manager chooses how fast they are
# emitted: below a certain rate the period grows, above it the minimum duration of three days binds and
# the target is never reached. Rates are raw on-chain integers (1e36 is one token a second), with the
# contract's floors.

# %%
from decimal import Decimal, getcontext

import berayield as by
import matplotlib.pyplot as plt
import pyarrow as pa

getcontext().prec = 80  # a uint256 has 78 digits

points = by.sweep(
    {"targetRate": by.linear(10**34, 3 * 10**35, 30)},
    fixed={"reward": 50_000 * 10**18, "minDuration": 3 * 86_400},
    metrics=["emissionRate", "emissionDurationSeconds"],
)
table = pa.table(points).to_pandas()
scale = Decimal(10**36)
table["target"] = table["targetRate"] / scale
table["rate"] = table["emissionRate"] / scale
table["days"] = table["emissionDurationSeconds"].map(
    lambda seconds: (Decimal(seconds) / 86400).quantize(Decimal("0.0001")))
table[["target", "rate", "days"]].head()

# %% [markdown]
# ## Where the minimum duration begins to bind
# From there on a higher target changes nothing: the emission stays at reward / minimum duration.

# %%
bound = table[table["rate"] < table["target"]]
print("first target that is not reached:", bound["target"].iloc[0], "tokens a second")
print("emission from there on:", bound["rate"].iloc[0], "tokens a second")
assert (bound["emissionDurationSeconds"] == 259_200).all()

# %%
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
x = table["target"].map(float)
left.plot(x, table["rate"].map(float), marker=".")
left.plot(x, x, linestyle=":", color="gray")
left.set_xlabel("target, tokens a second")
left.set_ylabel("emission, tokens a second")
left.set_title("The rate never exceeds the target")
right.plot(x, table["days"].map(float), marker=".", color="tab:orange")
right.axhline(3, linestyle=":", color="gray")
right.set_xlabel("target, tokens a second")
right.set_ylabel("days")
right.set_title("How long the notification lasts")
figure.tight_layout()
plt.show()

# %% [markdown]
# ## What that means for the APR
# The APR is proportional to the emission. For the documentation's vault (598.6 tokens staked at
# 223,845.58 USD, reward token at 7.8 USD) a year of 31,536,000 seconds gives:

# %%
tvl = Decimal("598.626940947001140289") * Decimal("223845.58")
for index in [0, 9, 18, 19, 29]:
    row = table.iloc[index]
    apr = row["rate"] * 31_536_000 * Decimal("7.8") / tvl
    print(f"target {row['target']}: {row['days']:.2f} days, APR {apr * 100:.4f} %")
