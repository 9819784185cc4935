internal import EVMArithmetic
internal import Contracts
internal import Quantities
internal import Text
internal import Faults
internal import Inputs

// A ledger's words and views as recorded files have them: one list, read before the first step and
// shown after every one.
extension StakingRewardsWords {
  private enum Member: Sendable {
    /// A word under its getter's name, and what it counts; nil for a time.
    case word(String, any WritableKeyPath<StakingRewardsWords, UInt256> & Sendable, String?)
    /// What follows from the words at a time.
    case view(String, @Sendable (StakingRewardsWords, UInt256) throws(Revert) -> UInt256)
    /// Here stand the settings of a vault.
    case settings
  }

  private static let members: [Member] = [
    .word("rewardRate", \.period.rewardRate, "wei per second, times 1e18"),
    .word("undistributedRewards", \.period.undistributedRewards, "wei times 1e18"),
    .word("rewardPerTokenStored", \.rewardPerTokenStored, "wei times 1e18"),
    .view("rewardPerToken") { words, now throws(Revert) in try words.rewardPerToken(at: now) },
    .word("totalSupply", \.totalSupply, "stake token base units"),
    .word("periodFinish", \.period.periodFinish, nil),
    .word("rewardsDuration", \.period.rewardsDuration, "seconds"),
    .settings,
    .word("lastUpdateTime", \.lastUpdateTime, nil),
    .view("lastTimeRewardApplicable") { words, now in words.lastTimeRewardApplicable(at: now) },
    .view("getRewardForDuration") { words, _ throws(Revert) in try words.rewardForDuration() },
  ]

  /// The keys of a recorded state that are a ledger's.
  static let keys = KeyTree(
    members.compactMap { member in
      switch member {
      case .word(let name, _, _), .view(let name, _): name
      case .settings: nil
      }
    })

  /// Takes over the words that a recorded state has; its views are not read, as they follow.
  mutating func restore(_ state: RecordedObject) throws(Fault) {
    for member in Self.members {
      switch member {
      case .word(let name, let path, let unit):
        guard let field = try state.field(name) else { continue }
        self[keyPath: path] =
          if let unit { try field.word(unit) } else { UInt256(try field.timestamp().seconds) }
      case .view, .settings: break
      }
    }
  }

  /// All words and views, with a vault's settings among them.
  func members(at now: UInt256, settings: [(String, UInt256)] = []) -> [JSONMember] {
    var members: [JSONMember] = []
    // Room also for what the caller appends.
    members.reserveCapacity(2 * Self.members.count)
    for member in Self.members {
      switch member {
      case .word(let name, let path, _): members.append(name, .word(self[keyPath: path]))
      case .view(let name, let view):
        members.append(name, .view { () throws(Revert) in try view(self, now) })
      case .settings:
        for (name, word) in settings { members.append(name, .word(word)) }
      }
    }
    return members
  }
}

extension [JSONMember] {
  mutating func append(_ key: String, _ value: JSONValue) {
    append(JSONMember(key: key, value: value))
  }
}
