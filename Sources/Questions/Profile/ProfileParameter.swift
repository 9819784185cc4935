internal import Contracts
internal import Faults
internal import Inputs

/// One parameter of the protocol's profile that a file can override: its key, where it is kept, and
/// what it counts.
struct ProfileParameter {
  private enum Storage {
    case small(WritableKeyPath<ProtocolProfile, UInt64>)
    case large(WritableKeyPath<ProtocolProfile, UInt128>)
  }

  let key: String
  private let storage: Storage
  private let what: String
  /// The largest value, where a share cannot be more than the whole.
  private let maximum: UInt64?

  init(
    _ key: String, _ path: WritableKeyPath<ProtocolProfile, UInt64>, _ what: String,
    maximum: UInt64? = nil
  ) {
    self.key = key
    storage = .small(path)
    self.what = what
    self.maximum = maximum
  }

  init(_ key: String, _ path: WritableKeyPath<ProtocolProfile, UInt128>, _ what: String) {
    self.key = key
    storage = .large(path)
    self.what = what
    maximum = nil
  }

  /// A share in basis points: at most the whole.
  static func share(
    _ key: String, _ path: WritableKeyPath<ProtocolProfile, UInt64>
  ) -> ProfileParameter {
    ProfileParameter(key, path, "basis points", maximum: ProtocolProfile.hundredPercent)
  }

  /// Replaces the parameter where the object names it.
  func override(_ profile: inout ProtocolProfile, with object: InputObject) throws(Fault) {
    guard let field = try object.field(key) else { return }
    switch storage {
    case .small(let path):
      let value = try field.count(what)
      if let maximum, value > maximum {
        throw field.error(
          .outOfRange, expected: "at most \(maximum)", found: "\(value) \(what)")
      }
      profile[keyPath: path] = value
    case .large(let path): profile[keyPath: path] = try field.amount128(what)
    }
  }
}

extension ProfileParameter {
  /// The parameters of a whole object: `rewardVault`, `commission` and so on; nil is the top level.
  static func all(of group: String?) -> [ProfileParameter] {
    switch group {
    case "rewardVault":
      [
        .init(
          "initialRewardsDuration", \.rewardVault.initialRewardsDuration, "a number of seconds"),
        .init("minRewardDuration", \.rewardVault.minRewardDuration, "a number of seconds"),
        .init("maxRewardDuration", \.rewardVault.maxRewardDuration, "a number of seconds"),
        .init(
          "initialIncentiveTokensCount", \.rewardVault.initialIncentiveTokensCount,
          "a number of tokens"),
        .init(
          "maxIncentiveTokensCount", \.rewardVault.maxIncentiveTokensCount, "a number of tokens"),
        .init("maxIncentiveRate", \.rewardVault.maxIncentiveRate, "base units per 1e18 wei"),
      ]
    case "commission":
      [
        .share("defaultRate", \.commission.defaultRate),
        .share("maxRate", \.commission.maxRate),
        .init("maxChangeDelay", \.commission.maxChangeDelay, "a number of blocks"),
      ]
    case "allocation":
      [
        .init("maxBlockDelay", \.allocation.maxBlockDelay, "a number of blocks"),
        .init(
          "minInactivityBlockSpan", \.allocation.minInactivityBlockSpan, "a number of blocks"),
        .share("maxWeightPerVault", \.allocation.maxWeightPerVault),
        .init("maxNumWeights", \.allocation.maxNumWeights, "a number of vaults"),
      ]
    case "blockRewardLimits":
      [
        .init("maxBaseRate", \.blockRewardLimits.maxBaseRate, "wei per block"),
        .init("maxRewardRate", \.blockRewardLimits.maxRewardRate, "wei per block"),
        .init(
          "maxMinBoostedRewardRate", \.blockRewardLimits.maxMinBoostedRewardRate, "wei per block"),
        .init("maxBoostMultiplier", \.blockRewardLimits.maxBoostMultiplier, "a wad"),
        .init("maxRewardConvexity", \.blockRewardLimits.maxRewardConvexity, "a wad"),
      ]
    case "blockRewards":
      [
        .init("baseRate", \.blockRewards.baseRate, "wei per block"),
        .init("rewardRate", \.blockRewards.rewardRate, "wei per block"),
      ]
    case "boosts":
      [
        .init("activationDelay", \.boosts.activationDelay, "a number of blocks"),
        .init("dropDelay", \.boosts.dropDelay, "a number of blocks"),
      ]
    case "validatorSet":
      [
        .init("activeValidators", \.validatorSet.activeValidators, "a number of validators"),
        .init("minimumStake", \.validatorSet.minimumStake, "wei of BERA"),
        .init("maximumStake", \.validatorSet.maximumStake, "wei of BERA"),
      ]
    case "pool":
      [
        .share("feeCap", \.pool.feeCap),
        .init("bufferThreshold", \.pool.bufferThreshold, "wei of BERA"),
        .init("depositUnit", \.pool.depositUnit, "wei, more than 0"),
        .init("activeThreshold", \.pool.activeThreshold, "wei of BERA"),
        .init("capacity", \.pool.capacity, "wei of BERA"),
        .init("auctionPayout", \.pool.auctionPayout, "wei of BERA"),
      ]
    default:
      [
        .share("incentiveFeeRate", \.incentiveFeeRate),
        .init("stakerVaultCooldown", \.stakerVaultCooldown, "a number of seconds"),
      ]
    }
  }
}
