# The documentation's vault under price and stake moves: 17 reward prices by 13 stakes.
berayield sweep \
  --reward-rate 272490527103681170793308992914391673 --stake-price 223845.58 \
  --axis rewardPrice=4:12:17 \
  --axis totalSupply=300000000000000000000:900000000000000000000:13 \
  --metric apr,apyDaily,tvlUsd --format csv
