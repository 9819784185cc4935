import Foundation
import TestSupport

// Runs about the validator's and the incentive manager's desk.

extension AnswerRun {
  private static let file = "data/recorded/validator.json"
  private static let bgt =
    "data/recorded/bgt.json --validator 0x6213a79680dd2776de60139d1dc13a640dc9532e60c459e63131766fbbf48"
    + "21f3494e96bfdb9b9a7ee034cabde61b914"
  private static let key = "0x" + String(repeating: "ab", count: 48)

  private static func address(_ number: Int) -> String {
    "0x" + String(repeating: "0", count: 39) + "\(number)"
  }

  /// A snapshot that lacks what a snapshot can lack.
  private static func snapshot(
    era: String = "pol-next", validator: String, pool: String = "", rewards: String = constant
  ) -> String {
    """
    {"kind": "berayield-snapshot", "version": 1, "chain": {"id": 80094, "block": {"number": 23000000,
    "hash": "0x11", "timestamp": 1800000000}, "endpoint": "rpc.example"}, "era": "\(era)",
    "prices": [], "vaults": [{"vault": "\(address(1))", "whitelisted": true, "incentives": [
    {"token": "\(address(7))", "symbol": "T", "decimals": 18, "incentiveRate": "1000000000000000000",
    "amountRemaining": "5000000000000000000000", "price": "2"}]},
    {"vault": "\(address(2))", "whitelisted": true, "incentives": null},
    {"vault": "\(address(3))", "whitelisted": true, "incentives": [{"token": "\(address(8))",
    "symbol": null, "decimals": null, "incentiveRate": "1", "amountRemaining": "5", "price": null}]},
    {"vault": "\(address(4))", "name": "Four", "whitelisted": true, "incentives": []}],
    "validators": [{"pubkey": "\(key)", "commission": 500, \(validator)}],
    "pools": [{"kind": "stakingPool", "pubkey": "\(key)"\(pool)}], "blockRewards": \(rewards)}
    """
  }

  private static let constant =
    #"{"baseRate": "400000000000000000", "rewardRate": "1305000000000000000"}"#

  private static let boosted = """
    {"baseRate": "400000000000000000", "rewardRate": "650000000000000000",
    "boostMultiplier": "3500000000000000000", "rewardConvexity": "400000000000000000",
    "minBoostedRewardRate": "0"}
    """

  private static let unread =
    #""operator": null, "activeAllocation": null, "setAllocation": null, "boosts": null"#

  private static let allocated = """
    "operator": "\(address(9))", "queuedCommission": 700, "queuedCommissionBlock": 22999999,
    "activeAllocation": [{"receiver": "\(address(1))", "weight": 5000},
    {"receiver": "\(address(6))", "weight": 5000}],
    "setAllocation": {"startBlock": 5, "weights": [{"receiver": "\(address(4))", "weight": 5000},
    {"receiver": "\(address(2))", "weight": 5000}]},
    "queuedAllocation": {"startBlock": 23000009, "weights": [{"receiver": "\(address(3))",
    "weight": 10000}]}
    """

  private static let assets =
    #", "address": "\#(address(5))", "totalAssets": "90000000000000000000000""#

  /// The earlier snapshot of `changes`, as if the validator's commission could not be read.
  private static let unreadMonday =
    (try? TextFile.read(
      CommandLineTool.packageRoot.appendingPathComponent("data/synthetic/monday.json").path))?
    .replacing(#""commission": 500"#, with: #""commission": null"#) ?? ""

  static let desk = [
    AnswerRun("validator", "validator \(file) --stake-share 1.5%"),
    AnswerRun("validator", "validator \(file) --stake 5000000000000000000 --stake-share 1.5%"),
    AnswerRun("validator", "validator -", input: snapshot(validator: unread)),
    AnswerRun(
      "validator", "validator - --stake-share 1% --reward-price 2 --pool-fee 500",
      input: snapshot(validator: allocated, pool: assets)),
    AnswerRun(
      "validator", "validator - --stake-share 1%",
      input: snapshot(era: "bgt", validator: unread, rewards: boosted)),
    AnswerRun(
      "validator", "validator - --stake-share 1% --boost 0.1",
      input: snapshot(era: "bgt", validator: allocated, rewards: boosted)),
    AnswerRun("validator", "validator \(bgt) --stake-share 1%"),
    AnswerRun("allocate", "allocate \(bgt) --stake-share 1% --others data/recorded/others.csv"),
    AnswerRun("allocate", "allocate \(file) --stake-share 1.5% --calldata"),
    AnswerRun("allocate", "allocate \(file) --stake-share 1.5% --max-vaults 3 --step 100"),
    AnswerRun(
      "allocate", "allocate - --emission-per-day 1000000000000000000000",
      input: snapshot(validator: allocated)),
    AnswerRun(
      "allocate",
      "allocate - --emission-per-day 0 --step 5000 --max-weight 5000 --only \(address(1)) --only "
        + address(4), input: snapshot(validator: unread)),
    AnswerRun(
      "incentives", "incentives \(file) --vault 0xc10cd4ccbaeaee007049d4795334139f9967337a"),
    AnswerRun("rank", "rank \(file)"),
    AnswerRun("rank", "rank data/recorded/pol-next.json --top 3"),
    AnswerRun("changes", "changes data/synthetic/monday.json data/synthetic/tuesday.json"),
    AnswerRun("changes", "changes data/recorded/bgt.json data/recorded/validator.json"),
    AnswerRun("changes", "changes - data/synthetic/tuesday.json", input: unreadMonday),
    AnswerRun(
      "changes", "changes data/recorded/validator.json -",
      input: snapshot(validator: unread)),
  ]
}
