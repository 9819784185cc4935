# All vaults of one block, from the record of its replies, the highest APR first.
berayield snapshot --replay data/recorded/pol-next.ndjson --prices data/recorded/prices.csv |
  berayield apr - --sort apr --format csv
