# A notification of 50,000 reward tokens, spread at target rates of 0.01 to 0.3 tokens a second.
berayield sweep \
  --fix reward=50000000000000000000000 --fix minDuration=259200 \
  --axis targetRate=10000000000000000000000000000000000:300000000000000000000000000000000000:30 \
  --metric emissionRate,emissionDurationSeconds --format csv
