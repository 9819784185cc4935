import TestSupport
import Testing

/// What is found behind the border names an option, or a key and its place, that there is: each fault
/// once from an option and once from a file, as a whole line.
@Suite struct FaultPlaceTests {
  private static let vault = "data/documentation-vault.json"
  private static let offer =
    "incentives --emission-per-day 1000000000000000000000 --reward-price 3.2 --token-price 1 "
    + "--incentive-rate 1 --amount-remaining 1"
  private static let uint256 =
    "115792089237316195423570985008687907853269984665640564039457584007913129639936"

  private static let options: [(line: String, error: String)] = [
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
      "--emission-per-day: RewardVault.notifyRewardAmount would revert on chain with Panic(0x11)"
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
      "emission --reward \(uint256)",
      "--reward: found \"\(uint256)\"; expected a reward in wei, at most 2^256 - 1, as a uint256 holds it"
    ),
    ("emission --reward 5 --duration 0", "--duration: found 0; expected more than 0"),
    (
      "emission --reward 5 --every 99999999999 --count 2 --at 5",
      "--count: found 2; expected so many notifications that the last comes before the year 5138"
    ),
    (
      "emission --reward 5 --every dya",
      "--every: found \"dya\"; expected day, block, or the whole seconds between notifications"
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
      "--target-apr: found \"-4%\"; expected an APR to reach above 0, for example 0.5 or 50%"
    ),
    ("sample --rows -3", "--rows: found \"-3\"; expected a number of rows from 0 on"),
  ]

  @Test(arguments: options)
  func `from an option`(line: String, error: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status == 2 && run.output == "", "\(line)")
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "error: \(error)")
  }

  private static let offerKeys =
    #""emissionPerDay":"1","tokenPrice":"1","incentiveRate":"1","amountRemaining":"1""#

  private static let files: [(line: String, input: String, error: String)] = [
    (
      "apr -",
      #"{"rewardRate":"1","periodFinish":null,"totalSupply":"1","rewardPrice":"1","stakePrice":"0"}"#,
      "1:88: $.stakePrice: found \"0\"; expected a stake price above 0, because an APR divides by it"
    ),
    (
      "block-reward --era bgt -", #"{"rewardConvexity":"1000000000000000001"}"#,
      "1:20: $.rewardConvexity: found 1000000000000000001; expected at most "
        + "blockRewardLimits.maxRewardConvexity, 1000000000000000000"
    ),
    (
      "block-reward --era bgt -", #"{"boostPower":"1000000000000000001"}"#,
      "1:15: $.boostPower: found 1000000000000000001; expected at most 1000000000000000000, the whole"
    ),
    (
      "incentives -", "{\(offerKeys),\"rewardPrice\":\"0\",\"holders\":\"5\"}",
      "1:96: $.rewardPrice: found 0; expected more than 0, as the holders' yield divides by it"
    ),
    (
      "incentives -",
      "{\(offerKeys),\"rewardPrice\":\"1\",\"totalSupply\":\"5\",\"stakePrice\":\"0\"}",
      "1:131: $.stakePrice: found 0; expected more than 0, as the stakers' yield divides by it"
    ),
    (
      "incentives -",
      #"{"emissionPerDay":"1","rewardPrice":"1","tokens":[{"tokenPrice":"1","incentiveRate":"\#(uint256)","#
        + #""amountRemaining":"1"}]}"#,
      "1:85: $.tokens[0].incentiveRate: found \"\(uint256)\"; expected an incentiveRate in base units, "
        + "at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      "incentives -",
      #"{"emissionPerDay":"1","rewardPrice":"1","tokenPrice":"1","tokens":[{"tokenPrice":"1","#
        + #""incentiveRate":"1","amountRemaining":"1"}]}"#,
      "1:54: $.tokenPrice: found \"1\"; expected none beside tokens, which have their own"
    ),
    (
      "emission -", #"{"reward":"5","duration":"0"}"#,
      "1:26: $.duration: found 0; expected more than 0"
    ),
    (
      "pool price -", #"{"totalSupply":"5"}"#,
      "1:1: $: found no assets; expected totalAssets or its parts (consensusDeposits, buffer, "
        + "rewardsVault, operatorRewards, unchargedFee)"
    ),
    (
      "pool project -",
      #"{"start":99999990000,"days":100,"pool":{"totalAssets":"5","totalSupply":"5"}}"#,
      "1:29: $.days: found 100; expected a projection that ends before the year 5138"
    ),
    (
      "pool project -",
      #"{"start":5,"days":1,"stepSeconds":0,"pool":{"totalAssets":"5","totalSupply":"5"}}"#,
      "1:35: $.stepSeconds: found 0; expected more than 0, and at most 200000 times over the horizon"
    ),
    (
      "pool project -",
      #"{"start":5,"days":1,"auction":{"everySeconds":0},"pool":{"totalAssets":"5","totalSupply":"5"}}"#,
      "1:47: $.auction.everySeconds: found 0; expected more than 0, and at most 200000 times over the "
        + "horizon"
    ),
    (
      "pool project -",
      #"{"start":5,"days":1,"events":[{"at":99999,"deposit":"5"}],"pool":{"totalAssets":"5","#
        + #""totalSupply":"5"}}"#,
      "1:37: $.events[0].at: found 1970-01-02T03:46:39Z; expected from 1970-01-01T00:00:05Z to "
        + "1970-01-02T00:00:05Z: in order, within the projection"
    ),
    (
      "pool price --total-assets 5 --total-supply 5 --profile -", #"{"pool":{"feeCap":10001}}"#,
      "1:19: $.pool.feeCap: found 10001 basis points; expected at most 10000"
    ),
    (
      "pool preview withdraw 5 --total-assets 5 --total-supply 5 --profile -",
      #"{"pool":{"withdrawalDelay":{"seconds":"18446744073709551615"}}}"#,
      "1:39: $.pool.withdrawalDelay.seconds: found 18446744073709551615; expected a delay that ends "
        + "before the year 5138"
    ),
    (
      "pool preview withdraw 5 --total-assets 5 --total-supply 5 --profile -",
      #"{"pool":{"withdrawalDelay":{"blocks":"96000000000"}}}"#,
      "1:38: $.pool.withdrawalDelay.blocks: found 96000000000; expected a delay that ends before the "
        + "year 5138"
    ),
    (
      "block-reward --profile -",
      #"{"blockRewards":{"boostCurve":{"convexity":"1000000000000000001"}}}"#,
      "1:44: $.blockRewards.boostCurve.convexity: found 1000000000000000001; expected at most "
        + "blockRewardLimits.maxRewardConvexity, 1000000000000000000"
    ),
    (
      "block-reward --profile -", #"{"pool":{"auctionPayout":"0"}}"#,
      "1:26: $.pool.auctionPayout: found 0; expected more than 0"
    ),
    (
      "block-reward --profile -", #"{"validatorSet":{"blockTime":"-0"}}"#,
      "1:30: $.validatorSet.blockTime: found \"-0\"; expected seconds per block, 0 or more"
    ),
    (
      "block-reward --profile -", #"{"blockRewards":{"baseRate":"-0x0"}}"#,
      "1:29: $.blockRewards.baseRate: found \"-0x0\"; expected wei per block, 0 or more"
    ),
    (
      "sweep -", #"{"axes":[{"name":"rewardPrice","values":["-0"]}]}"#,
      "1:42: $.axes[0].values[0]: found \"-0\"; expected a price in USD, 0 or more"
    ),
    (
      "sweep -", #"{"axes":[{"name":"commission","values":["5.5"]}]}"#,
      "1:41: $.axes[0].values[0]: found \"5.5\", a number with a fraction; expected a commission from 0 "
        + "to 10000 basis points: a whole number, written in decimal digits or as 0x..."
    ),
    (
      "replay -", #"{"steps":[{"t":5,"in":{"op":"stake","caller":"a","amount":"-0"}}]}"#,
      "1:59: $.steps[0].in.amount: found \"-0\"; expected an amount in base units, 0 or more"
    ),
  ]

  @Test(arguments: files)
  func `from a file`(line: String, input: String, error: String) throws {
    let run = try CommandLineTool.run(
      line.split(separator: " ").map(String.init), input: input)
    #expect(run.status == 3 && run.output == "", "\(line)")
    #expect(
      run.errors.split(separator: "\n").first.map(String.init) == "error: standard input:\(error)")
  }
}
