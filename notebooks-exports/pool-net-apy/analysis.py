# %% [markdown]
# # A staking pool's net APY by commission
#
# What stakers keep of a pool's gross APR after the operator's commission, for seven commissions and twenty
# gross APRs. The net APR is the gross one times (1 - commission); the APY compounds it daily. All figures
# are exact; the APY is correctly rounded at the 18th decimal.

# %%
from decimal import Decimal, getcontext

import berayield as by
import matplotlib.pyplot as plt
import pyarrow as pa

getcontext().prec = 80  # a uint256 has 78 digits

points = by.sweep(
    {"commission": [0, 250, 500, 750, 1000, 1500, 2000], "grossApr": by.linear("0.01", "0.2", 20)},
    metrics=["poolNetApr", "poolNetApy"],
)
table = pa.table(points).to_pandas()
table.head()

# %% [markdown]
# ## The commission is a share of the yield, not points of it

# %%
for gross in ["0.05", "0.1", "0.2"]:
    rows = table[table["grossApr"] == Decimal(gross)]
    kept = {row.commission: row.poolNetApy for row in rows.itertuples()}
    print(f"gross {gross}: no commission {kept[0]}, 5 % {kept[500]}, 20 % {kept[2000]}")

# %%
figure, axes = plt.subplots(figsize=(8, 4.5))
for commission, rows in table.groupby("commission"):
    axes.plot(rows["grossApr"].map(float) * 100, rows["poolNetApy"].map(float) * 100,
              label=f"{commission / 100:g} %")
axes.set_xlabel("gross APR, %")
axes.set_ylabel("net APY, %")
axes.legend(title="commission")
axes.set_title("What stakers keep")
plt.show()

# %% [markdown]
# ## The check
# The net APR must be exactly gross times (1 - commission), on every row.

# %%
expected = [row.grossApr * (10000 - row.commission) / 10000 for row in table.itertuples()]
assert list(table["poolNetApr"]) == expected
print(len(table), "rows equal")
