import TestSupport
import Testing

/// What is found behind the border names an option, or a key and its place, that there is: each fault
/// once from an option and once from a file, as a whole line.
@Suite struct FaultPlaceTests {
  static let vault = "data/documentation-vault.json"
  static let offer =
    "incentives --emission-per-day 1000000000000000000000 --reward-price 3.2 --token-price 1 "
    + "--incentive-rate 1 --amount-remaining 1"
  static let uint256 =
    "115792089237316195423570985008687907853269984665640564039457584007913129639936"
  static let largest =
    "115792089237316195423570985008687907853269984665640564039457584007913129639935"

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
      "allocation -",
      #"{"custom":{"startBlock":"18446744073709551615","weights":[["a",10000]]},"amount":"5","#
        + #""default":{"startBlock":"1","weights":[["a",10000]]}}"#,
      "1:25: $.custom.startBlock: found a revert of Distributor.distributeFor on chain, Panic(0x11); "
        + "expected a value that the contract takes"
    ),
    (
      "allocation -",
      #"{"weights":[["a",10000]],"inactivityBlockSpan":"18446744073709551615"}"#,
      "1:48: $.inactivityBlockSpan: found a revert of Distributor.distributeFor on chain, Panic(0x11); "
        + "expected a value that the contract takes"
    ),
    (
      "replay -", #"{"steps":null}"#,
      "1:10: $.steps: found null; expected an array of steps"
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
      "1:47: $.auction.everySeconds: found an auction every 0 s; expected more than 0 s, and at most "
        + "200000 auctions over the horizon"
    ),
    (
      "pool project -",
      #"{"start":5,"days":1,"auction":{"usdPerDay":"1e20","beraPrice":"3.2"},"#
        + #""pool":{"totalAssets":"5","totalSupply":"5"}}"#,
      "1:44: $.auction.usdPerDay: found an auction every 2.7648e-13 s; expected more than 0 s, and at "
        + "most 200000 auctions over the horizon"
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
