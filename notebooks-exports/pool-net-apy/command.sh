# A staking pool's net APY by the operator's commission and the pool's gross APR.
berayield sweep \
  --axis commission=0,250,500,750,1000,1500,2000 \
  --axis grossApr=0.01:0.2:20 \
  --metric poolNetApr,poolNetApy --format csv
