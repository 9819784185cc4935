import Questions
import TestSupport
import Text

/// A run of the tool whose answer is held to the catalogue.
struct AnswerRun: Sendable, CustomStringConvertible {
  /// The name of the answer's schema.
  let answer: String
  let arguments: [String]
  let input: String
  /// The exit code that it ends with.
  let status: Int32

  init(_ answer: String, _ line: String, input: String = "", status: Int32 = 0) {
    self.answer = answer
    arguments = line.split(separator: " ").map(String.init)
    self.input = input
    self.status = status
  }

  var description: String { arguments.joined(separator: " ") }

  /// What the run says in a format.
  func output(_ format: String, table: String? = nil) throws -> ToolRun {
    try CommandLineTool.run(
      arguments + ["--format", format] + (table.map { ["--table", $0] } ?? []), input: input)
  }

  func document() throws -> JSONNode {
    try JSONReader.parse(Array(try output("json").output.utf8))
  }

  static func lines(_ text: String) throws -> [JSONNode] {
    try text.split(separator: "\n").map { try JSONReader.parse(Array($0.utf8)) }
  }

  /// Whether it answers for the vaults of a snapshot.
  var isOfSnapshot: Bool {
    arguments.contains { $0.hasPrefix("data/recorded/") }
      && catalogue?.roots.contains { if case .snapshot = $0 { true } else { false } } ?? false
  }

  var catalogue: Answer? { Answer.all.first { $0.name == answer } }
}

extension AnswerRun {
  private static let stake =
    "--reward-rate 272490527103681170793308992914391673 --total-supply 598626940947001140289"
  private static let vault =
    "--reward-price 7.8 --stake-price 223845.58 " + stake
  private static let pool =
    "--total-assets 301500000000000000000000 --total-supply 290000000000000000000000"
  private static let empty = "--total-assets 0 --total-supply 0"
  private static let offer =
    "--emission-per-day 1000000000000000000000 --reward-price 3.2 --token-price 1 "
    + "--token-decimals 6 --incentive-rate 1900000 --amount-remaining 25000000000 --at 1760000000"
  private static let scenario = "pool project data/synthetic/pool-scenario.json"

  /// Every command, with every option that adds keys.
  static let all: [AnswerRun] =
    vaults + solutions + analytics + pools + grids + cases + snapshots + history
    + desk

  private static let vaults = [
    AnswerRun(
      "apr",
      "apr data/synthetic/all.json --at 1760000000 --explain --sensitivity --compounding 12 "
        + "--commission 5%"),
    AnswerRun("apr", "apr data/synthetic/all.json --at 1760000000"),
    AnswerRun("apr", "apr data/synthetic/empty.json"),
    AnswerRun(
      "apr",
      "apr \(vault) --balance 1000000000000000000 --deposit 5000000000000000000 --explain --at 1760000000"
    ),
    AnswerRun(
      "apr",
      "apr data/documentation-vault.json --balance 1000000000000000000 --sensitivity --hurdle 0.4 --at 1760000000"
    ),
    AnswerRun(
      "apr",
      "apr --reward-rate 1 --total-supply 0 --reward-price 1 --stake-price 1 --balance 0 --deposit 0 "
        + "--at 1760000000"),
    AnswerRun(
      "apr", "apr - --at 1760000000 --balance 0 --compounding-cost 1",
      input: streams(totalSupply: "0")),
    AnswerRun(
      "apr", "apr - --at 1760000000 --balance 5 --compounding-cost 1",
      input: streams(totalSupply: "1000000000000000000")),
    AnswerRun("diff", "diff data/documentation-vault.json --published 64.85% --at 1760000000"),
    AnswerRun("diff", "diff \(vault) --published 12345% --commission 500 --at 1760000000"),
    AnswerRun("diff", "diff data/synthetic/empty.json --published 5% --at 1760000000"),
    AnswerRun("diff", "diff data/synthetic/expired.json --published 5% --at 1760000000"),
  ]

  /// A vault with a further reward.
  private static func streams(totalSupply: String) -> String {
    """
    {"rewardRate": "1000000000000000000000000000", "periodFinish": 1770000000, "totalSupply":
    "\(totalSupply)", "rewardPrice": "1", "stakePrice": "1", "streams": [{"name": "other",
    "rewardRate": "1000000000000000000000000000", "rewardPrice": "2", "periodFinish": 1770000000}]}
    """
  }

  private static let solutions =
    ["rewardRate", "targetRewardsPerSecond", "totalSupply", "rewardPrice", "stakePrice", "tvl"].map
  {
    AnswerRun("solve", "solve data/documentation-vault.json --for \($0) --target-apr 50%")
  } + [
    AnswerRun("solve", "solve data/documentation-vault.json --for deposit --target-apr 40%"),
    AnswerRun("solve", "solve data/documentation-vault.json --for commission --target-apr 40%"),
    AnswerRun(
      "solve",
      "solve data/documentation-vault.json --for commission --target-apy 60% --compounding continuous"
    ),
    AnswerRun("solve", "solve data/documentation-vault.json --for rewardRate --target-apy 60%"),
    AnswerRun(
      "solve",
      "solve data/documentation-vault.json --for rewardRate --target-apy 2000000 --compounding 1"),

    AnswerRun(
      "solve",
      "solve --for incentive --target-apr 0.4 --tvl 2500000 --reward-price 2.35 --market-bid 1.41 "
        + "--incentive-price 1 --incentive-decimals 6"),
    AnswerRun("solve", "solve - --for commission --target-apr 0.4", input: unstaked),
    AnswerRun(
      "solve", "solve - --for incentive --target-apy 0.4 --market-bid 1 --incentive-price 1",
      input: unstaked),
  ]

  /// A vault that nobody stakes in, among others.
  private static let unstaked = """
    [{"rewardRate": "1", "periodFinish": null, "totalSupply": "0", "rewardPrice": "1",
    "stakePrice": "1"}]
    """

  private static let analytics = [
    AnswerRun(
      "emission", "emission --reward 100000000000000000000 --duration 432000 --at 1760000000"),
    AnswerRun(
      "emission",
      "emission --reward 1 --duration 432000 --at 1760000000 --total-supply 0 --stake-price 1 "
        + "--reward-price 1"),
    AnswerRun(
      "emission",
      "emission --undistributed 100000000000000000000000000000000000000 --target-rate "
        + "300000000000000000000000000000000 --at 1760000000 --total-supply 1000000000000000000000 "
        + "--stake-price 1.5 --reward-price 3.2"),
    AnswerRun(
      "emission-stream",
      "emission --reward 500000000000000000000 --every day --count 60 --target-rate "
        + "5000000000000000000000000000000000 --at 1760000000 --total-supply 1000000000000000000000000 "
        + "--stake-price 1.5 --reward-price 3.2"),
    AnswerRun(
      "emission-stream",
      "emission --reward 500000000000000000000 --every day --count 3 --duration 604800 --at 1760000000"
    ),
    AnswerRun(
      "emission-stream",
      "emission --reward 500000000000000000000 --every 1000000 --count 3 --duration 604800 "
        + "--total-supply 0 --stake-price 1 --reward-price 1 --at 1760000000"),
    AnswerRun(
      "emission-stream",
      "emission --reward 500000000000000000000 --every block --count 3 --duration 604800 --at "
        + "1760000000"),
    AnswerRun("incentives", "incentives \(offer) --commission-bps 500 --queued-at-block 1000"),
    AnswerRun(
      "incentives",
      "incentives \(offer) --era bgt --holders 5000000000000000000000000 --total-supply "
        + "1000000000000000000000 --stake-price 2"),
    AnswerRun(
      "incentives",
      "incentives --emission-per-day 0 --reward-price 3.2 --token-price 1 --incentive-rate 0 "
        + "--amount-remaining 5 --at 1760000000"),
    AnswerRun(
      "incentives",
      "incentives --emission-per-day 5 --reward-price 0 --token-price 1 --incentive-rate 5 "
        + "--amount-remaining 5 --queued-auction-payout 5000000000000000000 --at "
        + "1760000000"),
    AnswerRun("incentives", "incentives data/synthetic/auction.json --at 1760000000"),
    AnswerRun("incentives", "incentives \(offer) --holders 0"),
    AnswerRun(
      "incentives-attract",
      "incentives --attract 1000000000000000000000 --market-bid 1.9 --token-price 0.042 --days 30"),
    AnswerRun(
      "block-reward",
      "block-reward --stake 1000000000000000000000000 --total-stake 60000000000000000000000000 "
        + "--reward-price 2"),
    AnswerRun("block-reward", "block-reward --era bgt --boost 0.0531 --block-time 1.963"),
    AnswerRun("block-reward", "block-reward --era bgt --reward-price 2"),
    AnswerRun("block-reward", "block-reward --era bgt --boosts-after 0.0531 --reward-price 2"),
    AnswerRun("allocation", "allocation --weights a=3333,b=6667"),
    AnswerRun(
      "allocation", "allocation -",
      input: """
        {"amount": "1305000000000000001", "weights": [["a", 5000], ["b", 5000]],
        "dedicated": {"emissionPerc": 2500, "weights": [["c", 10000]], "target": {"c": "1000"},
        "debt": {"c": "0"}}}
        """),
    AnswerRun("allocation", "allocation -", input: #"{"amount": "1305000000000000001"}"#),
  ]

  private static let pools = [
    AnswerRun(
      "pool-price",
      "pool price --consensus-deposits 301500000000000000000000 --total-supply "
        + "290000000000000000000000"),
    AnswerRun(
      "pool-price", "pool price \(pool) --reward 100000000000000000000 --protocol-fee-bps 1000"),
    AnswerRun("pool-price", "pool price \(empty) --reward 5"),
    AnswerRun("pool-preview", "pool preview deposit 5000000000000000000 \(pool)"),
    AnswerRun("pool-preview", "pool preview mint 5000000000000000000 \(empty)"),
    AnswerRun("pool-preview", "pool preview withdraw 5000000000000000000 \(pool) --at 1760000000"),
    AnswerRun(
      "pool-preview",
      "pool preview redeem 5000000000000000000 \(pool) --pool-rules deployed --at 1760000000"),
    AnswerRun("pool-project", scenario),
    AnswerRun(
      "pool-project", "pool project -",
      input: """
        {"start": "2026-06-01T00:00:00Z", "days": 3, "pool": {"totalAssets": "0", "totalSupply": "0"},
        "sources": [{"name": "huge", "grossApr": "2000000"}]}
        """),
    AnswerRun(
      "pool-project", "pool project -",
      input: """
        {"start": "2026-06-01T00:00:00Z", "days": 3, "holder": {"shares": "0"},
        "pool": {"consensusDeposits": "5000000000000000000", "totalSupply": "5000000000000000000"},
        "events":
        [{"at": "2026-06-01T00:00:00Z", "action": "exit"}]}
        """),
    AnswerRun(
      "pool-project", "pool project - --era bgt",
      input: """
        {"start": "2026-06-01T00:00:00Z", "days": 3, "holder": {"assets": "5"}, "boostsAfter": "5%",
        "pool": {"consensusDeposits": "300000000000000000000000", "totalSupply":
        "290000000000000000000000"}}
        """),
    AnswerRun(
      "pool-realized",
      "pool realized data/synthetic/pool-history.csv --shares 5 --windows 1d,60d"),
    AnswerRun(
      "pool-realized-groups", "pool realized - --group-by pool --shares 5",
      input: "timestamp,pool,price\n1,a,1\n86401,a,1\n1,b,\n"),
    AnswerRun(
      "pool-realized", "pool realized -", input: "timestamp,total_assets,total_supply\n1,,\n"),
  ]

  private static let emission =
    "sweep --fix reward=100000000000000000000 --axis "
    + "targetRate=1,100000000000000000000000000000000 --axis minDuration=259200 --metric "
    + "emissionRate,emissionDurationSeconds"

  private static let grids = [
    AnswerRun("sweep", "sweep data/synthetic/grid.json"),
    // The greatest uint256 is a reward whose rate overflows.
    AnswerRun(
      "sweep",
      "sweep --axis reward=1,"
        + "115792089237316195423570985008687907853269984665640564039457584007913129639935 "
        + "--fix duration=604800 --metric emissionRate,emissionDurationSeconds"),
    AnswerRun("sweep-summary", "sweep data/synthetic/grid.json --summary"),
    AnswerRun(
      "sweep",
      "sweep --total-supply 598626940947001140289 --reward-price 7.8 --stake-price 223845.58 "
        + "--period-finish 1760000000 --axis timestamp=1750000000,1770000000 --axis "
        + "stakeDecimals=6,18 --axis rewardRate=1,2 --axis compounding=1,365 --metric "
        + "apr,apyDaily,apyContinuous,apy,tvlUsd,rewardsPerDay,rewardsPerYear,rewardsPerDayUsd,"
        + "rewardsPerYearUsd"),
    AnswerRun(
      "sweep",
      "sweep --reward-rate 1 --reward-price 1 --stake-price 1 --axis totalSupply=0,1 --axis "
        + "commission=0,500 --metric apr,netApr,netApy,apyDaily,apyContinuous"),
    AnswerRun(
      "sweep",
      "sweep --reward-rate 1 --total-supply 0 --reward-price 1 --stake-price 1 --axis "
        + "compounding=1 --metric apy"),
    AnswerRun(
      "sweep",
      "sweep \(stake) --axis periodFinish=1,2 --axis rewardPrice=1 --axis stakePrice=1,2 "
        + "--at 1760000000"),
    AnswerRun(
      "sweep",
      "sweep --axis grossApr=0.01,2000000 --axis poolFee=0,1000 --fix compounding=365 --metric "
        + "poolNetApr,poolNetApy"),
    AnswerRun(
      "sweep",
      "sweep --axis reward=1000000000000000000 --axis undistributed=0,5 --axis duration=604800 "
        + "--metric emissionRate,emissionDurationSeconds"),
    AnswerRun("sweep", emission), AnswerRun("sweep-summary", emission + " --summary"),
    AnswerRun(
      "sweep-summary",
      "sweep --reward-rate 1 --reward-price 1 --stake-price 1 --axis totalSupply=0 --summary"),
  ]

  static let stakes = """
    [{"t": 1760000000, "name": "first", "note": "no more",
    "in": {"op": "stake", "caller": "a", "amount": "1"}},
    {"t": 1760000001, "in": {"op": "stake", "caller": "a", "amount": "0"}}]
    """
}
