internal import EVMArithmetic
internal import Contracts
internal import Quantities
internal import Text
internal import Faults
internal import Inputs

// A ledger's words as recorded files have them: one list, read before the first step and shown after
// every one.
extension StakingRewardsWords {
  /// A word and the getter that shows it.
  private struct Getter: Sendable {
    let name: String
    let word: any WritableKeyPath<StakingRewardsWords, UInt256> & Sendable
    /// What the word counts; nil for a time.
    let unit: String?

    init(
      _ name: String, _ word: any WritableKeyPath<StakingRewardsWords, UInt256> & Sendable,
      _ unit: String?
    ) {
      self.name = name
      self.word = word
      self.unit = unit
    }
  }

  private static let getters = [
    Getter("rewardRate", \.period.rewardRate, "wei a second, times 1e18"),
    Getter("undistributedRewards", \.period.undistributedRewards, "wei times 1e18"),
    Getter("rewardPerTokenStored", \.rewardPerTokenStored, "wei times 1e18"),
    Getter("totalSupply", \.totalSupply, "stake token base units"),
    Getter("periodFinish", \.period.periodFinish, nil),
    Getter("rewardsDuration", \.period.rewardsDuration, "seconds"),
    Getter("lastUpdateTime", \.lastUpdateTime, nil),
  ]

  /// Takes over the words that a recorded state has; its views are not read, as they follow.
  mutating func restore(_ state: inout ObjectReader) throws(Fault) {
    for view in ["rewardPerToken", "lastTimeRewardApplicable", "getRewardForDuration"] {
      _ = state.node(view)
    }
    for getter in Self.getters {
      guard let field = try state.field(getter.name) else { continue }
      self[keyPath: getter.word] =
        if let unit = getter.unit {
          try field.word(unit)
        } else {
          UInt256(try field.timestamp().seconds)
        }
    }
  }

  /// The words and views, in the order of the recorded files, with a vault's settings among them.
  func members(
    at now: UInt256, settings: [(String, JSONValue)] = []
  ) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    for getter in Self.getters {
      members.append((getter.name, .word(self[keyPath: getter.word])))
      switch getter.name {
      case "rewardPerTokenStored":
        members.append(
          ("rewardPerToken", .view { () throws(Revert) in try rewardPerToken(at: now) }))
      case "rewardsDuration": members += settings
      default: break
      }
    }
    return members + [
      ("lastTimeRewardApplicable", .word(lastTimeRewardApplicable(at: now))),
      ("getRewardForDuration", .view { () throws(Revert) in try rewardForDuration() }),
    ]
  }
}
