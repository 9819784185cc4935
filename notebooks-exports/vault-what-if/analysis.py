# %% [markdown]
# # A vault's APR when prices and stake move
#
# The example vault of Berachain's documentation, its reward rate held, under 17 prices of the reward
# token and 13 stakes. Every figure is exact to its last digit, and equal to what `command.sh` beside this
# notebook prints. Columns of money and ratios stay decimals here; only pixels are floats.

# %%
from decimal import Decimal, getcontext

import berayield as by
import matplotlib.pyplot as plt
import pyarrow as pa

getcontext().prec = 80  # a uint256 has 78 digits

points = by.sweep(
    {"rewardPrice": by.linear(4, 12, 17), "totalSupply": by.linear(300 * 10**18, 900 * 10**18, 13)},
    fixed={"rewardRate": 272490527103681170793308992914391673, "stakePrice": "223845.58"},
    metrics=["apr", "apyDaily", "tvlUsd"],
)
table = pa.table(points).to_pandas()
table["staked"] = table["totalSupply"] / Decimal(10**18)
print(len(table), "points")
table.head()

# %% [markdown]
# ## The corners
# The APR is proportional to the price and inversely proportional to the stake, so the extremes sit in
# the corners of the grid.

# %%
for label, row in [("lowest", table.loc[table["apr"].idxmin()]), ("highest", table.loc[table["apr"].idxmax()])]:
    print(f"{label}: {row['apr']} at {row['rewardPrice']:.1f} USD and {row['staked']:.0f} tokens staked")

# %%
grid = table.pivot(index="staked", columns="rewardPrice", values="apr")
figure, axes = plt.subplots(figsize=(8, 4.5))
image = axes.imshow(grid.map(float).to_numpy() * 100, aspect="auto", origin="lower", cmap="viridis")
axes.set_xticks(range(0, len(grid.columns), 4), [f"{grid.columns[i]:.1f}" for i in range(0, len(grid.columns), 4)])
axes.set_yticks(range(0, len(grid.index), 3), [f"{grid.index[i]:.0f}" for i in range(0, len(grid.index), 3)])
axes.set_xlabel("reward token, USD")
axes.set_ylabel("tokens staked")
figure.colorbar(image, label="APR, %")
axes.set_title("APR by price and stake")
plt.show()

# %% [markdown]
# ## What a move costs
# A stake 25 % larger does not lower the APR by 25 % but by a fifth: the APR divides by the stake.

# %%
at = table[table["rewardPrice"] == Decimal("8")].set_index("staked")["apr"]
before, after = at[Decimal(600)], at[Decimal(750)]
print("600 tokens staked:", before)
print("750 tokens staked:", after)
print("ratio:", (after / before).quantize(Decimal("1e-12")))
