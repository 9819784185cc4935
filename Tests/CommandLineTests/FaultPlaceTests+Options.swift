extension FaultPlaceTests {
  /// Faults about options, each as the whole line.
  static let options: [(line: String, error: String)] = [
    (
      "apr \(vault) --balance 999999999999999999999",
      "--balance: found 999999999999999999999; expected at most the whole stake, 598626940947001140289"
    ),
    (
      "apr \(vault) --total-supply=-0x5",
      "--total-supply: found \"-0x5\"; expected a totalSupply in base units, 0 or more"
    ),
    (
      "apr \(vault) --total-supply 598.6",
      "--total-supply: found \"598.6\", a number with a fraction; expected a totalSupply in base units: "
        + "a whole number, written in decimal digits or as 0x..."
    ),
    (
      "apr \(vault) --stake-price 0",
      "--stake-price: found \"0\"; expected a stake price above 0, because an APR divides by it"
    ),
    (
      "block-reward --era bgt --reward-convexity 1000000000000000001",
      "--reward-convexity: found 1000000000000000001; expected at most "
        + "blockRewardLimits.maxRewardConvexity, 1000000000000000000"
    ),
    (
      "block-reward --era bgt --boost-power 1000000000000000001",
      "--boost-power: found 1000000000000000001; expected at most 1000000000000000000, the whole"
    ),
    (
      "block-reward --era bgt --boost 1.5",
      "--boost: found 1.5; expected a share of all boosts, 0 to 1"
    ),
    (
      "block-reward --era bgt --boost=-0",
      "--boost: found \"-0\"; expected a share of all boosts, 0 or more"
    ),
    (
      "sweep --axis grossApr=1 --metric poolNetApr --fix commission=-0",
      "--fix: found \"-0\"; expected a commission from 0 to 10000 basis points"
    ),
    (
      "incentives --emission-per-day \(String(repeating: "9", count: 77)) --reward-price 3 "
        + "--token-price 1 --incentive-rate 1 --amount-remaining 5 --at 5",
      "--emission-per-day: found a revert of RewardVault.notifyRewardAmount on chain, Panic(0x11); "
        + "expected a value that the contract takes"
    ),
    (
      "emission --reward 5 --reward-rate \(largest) --period-finish 9 --at 7",
      "--reward-rate: found a revert of RewardVault.notifyRewardAmount on chain, Panic(0x11); expected "
        + "a value that the contract takes"
    ),
    (
      "emission --undistributed \(largest) --reward-rate 5 --period-finish 9 --at 7",
      "--undistributed: found a revert of RewardVault.notifyRewardAmount on chain, Panic(0x11); "
        + "expected a value that the contract takes"
    ),
    (
      "allocation --weights a=10000 --block 18446744073709551615",
      "--block: found a revert of Distributor.distributeFor on chain, Panic(0x11); expected a value "
        + "that the contract takes"
    ),
    (
      "pool price --buffer \(largest) --rewards-vault 1 --total-supply 5",
      "--buffer: found parts that add up to more; expected total assets in wei, at most 2^256 - 1, as a "
        + "uint256 holds it"
    ),
    (
      "block-reward --stake 6 --total-stake 5",
      "--stake: found 6; expected at most the total stake, 5"
    ),
    (
      "incentives --emission-per-day 1 --reward-price 0 --token-price 1 --incentive-rate 1 "
        + "--amount-remaining 1 --holders 5",
      "--reward-price: found 0; expected more than 0, as the holders' yield divides by it"
    ),
    (
      "\(offer) --total-supply 5 --stake-price 0",
      "--stake-price: found 0; expected more than 0, as the stakers' yield divides by it"
    ),
    ("\(offer) --validator-share 2", "--validator-share: found 2; expected 0 to 1"),
    (
      "\(offer) --commission-change-delay 99999999",
      "--commission-change-delay: found 99999999 blocks; expected at most 16382 blocks"
    ),
    (
      "\(offer) --emission \(uint256)",
      "--emission: found \"\(uint256)\"; expected an emission in wei, at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      "incentives --attract 0 --market-bid 1 --token-price 1 --days 1",
      "--attract: found 0; expected more than 0"
    ),
    (
      "incentives --attract 1 --market-bid 0 --token-price 1 --days 1",
      "--market-bid: found 0; expected more than 0"
    ),
    (
      "incentives --attract 1 --market-bid 1 --token-price 0 --days 1",
      "--token-price: found 0; expected more than 0"
    ),
    (
      "solve --for incentive --target-apr 0.4 --tvl 2500000 --reward-price 2.35 --market-bid 1.41 "
        + "--incentive-price 0", "--incentive-price: found 0; expected more than 0"
    ),
    (
      "solve \(vault) --for rewardRate --target-apr 50% --reward-price 0",
      "--reward-price: found a rewardPrice of 0; expected more than 0; otherwise no rewardRate gives a "
        + "yield above 0"
    ),
    (
      "solve \(vault) --for tvl",
      "--target-apr: found no target; expected a yield to reach: --target-apr, 0.5 or 50%, or "
        + "--target-apy"
    ),
    (
      "sweep --axis stakePrice=1,2 --reward-rate 5 --total-supply 5 --reward-price 5 --stake-price 5",
      "--stake-price: found the input twice (stakePrice); expected each input once, as an axis or fixed"
    ),
    (
      "emission --reward \(uint256)",
      "--reward: found \"\(uint256)\"; expected a reward in wei, at most 2^256 - 1, as a uint256 holds it"
    ),
    ("emission --reward 5 --duration 0", "--duration: found 0; expected more than 0"),
    (
      "emission --reward 5 --every 99999999999 --count 2 --at 5",
      "--count: found 2 notifications; expected so many notifications that the last comes before the year 5138"
    ),
    (
      "emission --reward 5 --every dya",
      "--every: found \"dya\"; expected day, week, block, or the time between notifications (36h, or seconds)"
    ),
    (
      "pool price --total-assets=-0x5 --total-supply 5",
      "--total-assets: found \"-0x5\"; expected the total assets in wei, 0 or more"
    ),
    (
      "pool price --total-supply 5",
      "the options: found no assets; expected --total-assets or its parts (--consensus-deposits, "
        + "--buffer, --rewards-vault, --operator-rewards, --uncharged-fee)"
    ),
    (
      "pool price --buffer 5 --uncharged-fee 6 --total-supply 5",
      "--uncharged-fee: found 6; expected no more than the pool's other assets together"
    ),
    (
      "pool price --total-assets 5 --total-supply 5 --reward 5 --protocol-fee-bps 1001",
      "--protocol-fee-bps: found 1001 bps; expected at most 1000 bps, the cap of the pool's rules"
    ),
    (
      "pool preview deposit --total-assets 5 --total-supply 5 -- -0x5",
      "<amount>: found \"-0x5\"; expected an amount in wei, 0 or more"
    ),
    (
      "pool preview deposit \(uint256) --total-assets 5 --total-supply 5",
      "<amount>: found \"\(uint256)\"; expected an amount in wei, at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      "pool preview withdraw 5 --total-assets 5 --total-supply 5 --at 99999999998",
      "--at: found 5138-11-16T09:46:38Z; expected a time whose delay of 1 d 3 h ends before the year "
        + "5138"
    ),
    (
      "diff \(vault) --published 5% --at -5",
      "--at: found \"-5\"; expected unix seconds or a UTC time such as 2026-05-01T12:00:00Z"
    ),
    (
      "diff \(vault) --published -5%",
      "--published: found \"-5%\"; expected a published yield, 0 or more"
    ),
    (
      "diff \(vault) --published 5% --precision -1",
      "--precision: found \"-1\"; expected a number of decimals from 0 to 100"
    ),
    (
      "solve \(vault) --for rewardRate --target-apr -4%",
      "--target-apr: found \"-4%\"; expected an APR to reach above 0, for example 0.05 or 5%"
    ),
    ("sample --rows -3", "--rows: found \"-3\"; expected a number of rows from 0 on"),
  ]
}
