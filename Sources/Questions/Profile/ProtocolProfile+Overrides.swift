package import Contracts
internal import FixedPoint
internal import Quantities
package import Faults

// `--profile FILE.json`: the keys are the profile's own names, nested as it is; what is not named
// keeps the preset's value, and what is misspelt is refused.

extension ProtocolProfile {
  /// Replaces the parameters that an object names.
  ///
  /// - Parameter values: the object.
  /// - Throws: `Fault` for a malformed value or an unknown key.
  package mutating func override(with values: inout InputValues) throws(Fault) {
    if let name = try values.name("era", of: Era.self) { era = name }
    try values.group("rewardVault") { group throws(Fault) in
      try rewardVault.override(with: &group)
    }
    try values.group("commission") { group throws(Fault) in
      try group.set(&commission.defaultRate, "defaultRate", "basis points")
      try group.set(&commission.maxRate, "maxRate", "basis points")
      try group.set(&commission.maxChangeDelay, "maxChangeDelay", "a number of blocks")
    }
    try values.group("allocation") { group throws(Fault) in
      try group.set(&allocation.maxBlockDelay, "maxBlockDelay", "a number of blocks")
      try group.set(
        &allocation.minInactivityBlockSpan, "minInactivityBlockSpan", "a number of blocks")
    }
    try values.group("blockRewardLimits") { group throws(Fault) in
      try blockRewardLimits.override(with: &group)
    }
    try values.group("blockRewards") { group throws(Fault) in
      try blockRewards.override(with: &group)
    }
    try values.set(&incentiveFeeRate, "incentiveFeeRate", "basis points")
    try values.group("validatorSet") { group throws(Fault) in
      try validatorSet.override(with: &group)
    }
    try values.group("pool") { group throws(Fault) in try pool.override(with: &group) }
    try values.set(&stakerVaultCooldown, "stakerVaultCooldown", "a number of seconds")
    try values.refuseUnknownKeys()
    try requireConsistency(values)
  }

  /// Refuses shares above the whole, whatever the preset or the override they come from.
  private func requireConsistency(_ values: InputValues) throws(Fault) {
    for (share, key) in [
      (commission.defaultRate, "commission"), (commission.maxRate, "commission"),
      (incentiveFeeRate, "incentiveFeeRate"), (pool.feeCap, "pool"),
    ] where share > Self.hundredPercent {
      throw Fault(
        .invalidValue, at: values.place(key), found: "\(share) basis points",
        expected: "at most 10000")
    }
    guard validatorSet.blockTime > 0 else {
      throw Fault(
        .invalidValue, at: values.place("validatorSet"), found: "a block time of 0",
        expected: "more than 0")
    }
  }
}

extension ProtocolProfile.RewardVaultRules {
  fileprivate mutating func override(with group: inout InputValues) throws(Fault) {
    try group.set(&initialRewardsDuration, "initialRewardsDuration", "a number of seconds")
    try group.set(&minRewardDuration, "minRewardDuration", "a number of seconds")
    try group.set(&maxRewardDuration, "maxRewardDuration", "a number of seconds")
    try group.set(&maxIncentiveTokensCount, "maxIncentiveTokensCount", "a number of tokens")
    try group.set(&maxIncentiveRate, "maxIncentiveRate", "base units per 1e18 wei")
  }
}

extension ProtocolProfile.BlockRewardLimits {
  fileprivate mutating func override(with group: inout InputValues) throws(Fault) {
    try group.set(&maxBaseRate, "maxBaseRate", "wei a block")
    try group.set(&maxRewardRate, "maxRewardRate", "wei a block")
    try group.set(&maxMinBoostedRewardRate, "maxMinBoostedRewardRate", "wei a block")
    try group.set(&maxBoostMultiplier, "maxBoostMultiplier", "a wad")
    try group.set(&maxRewardConvexity, "maxRewardConvexity", "a wad")
  }
}

extension ProtocolProfile.BlockRewards {
  fileprivate mutating func override(with group: inout InputValues) throws(Fault) {
    try group.set(&baseRate, "baseRate", "wei a block")
    try group.set(&rewardRate, "rewardRate", "wei a block")
    if group.isNull("boostCurve") { boostCurve = nil }
    var curve = boostCurve ?? .bgtEra
    let hasCurve = try group.group("boostCurve") { group throws(Fault) in
      try group.set(&curve.multiplier, "multiplier", "a wad (1e18 is 1)")
      try group.set(&curve.convexity, "convexity", "a wad (1e18 is 1)")
      try group.set(&curve.minimumRewardRate, "minimumRewardRate", "wei a block")
    }
    if hasCurve { boostCurve = curve }
  }
}

extension ProtocolProfile.ValidatorSet {
  fileprivate mutating func override(with group: inout InputValues) throws(Fault) {
    try group.set(&activeValidators, "activeValidators", "a number of validators")
    try group.set(&minimumStake, "minimumStake", "wei of BERA")
    try group.set(&maximumStake, "maximumStake", "wei of BERA")
    guard let field = try group.field("blockTime") else { return }
    blockTime = try field.blockTimeWad()
  }
}

extension ProtocolProfile.PoolRules {
  fileprivate mutating func override(with group: inout InputValues) throws(Fault) {
    try group.set(&feeCap, "feeCap", "basis points")
    try group.set(&bufferThreshold, "bufferThreshold", "wei of BERA")
    try group.set(&depositUnit, "depositUnit", "wei, more than 0")
    try group.set(&activeThreshold, "activeThreshold", "wei of BERA")
    try group.set(&capacity, "capacity", "wei of BERA")
    try group.set(&auctionPayout, "auctionPayout", "wei of BERA")
    operatorCoversWithdrawals =
      try group.bool("operatorCoversWithdrawals") ?? operatorCoversWithdrawals
    guard depositUnit > 0 else {
      throw Fault(
        .invalidValue, at: group.place("depositUnit"), found: "0", expected: "more than 0")
    }
    var delays: [WithdrawalDelay] = []
    let hasDelay = try group.group("withdrawalDelay") { group throws(Fault) in
      if let field = try group.field("seconds") {
        delays.append(.seconds(try field.count("a number of seconds")))
      }
      if let field = try group.field("blocks") {
        delays.append(.blocks(try field.count("a number of blocks")))
      }
    }
    guard hasDelay else { return }
    guard let delay = delays.first, delays.count == 1 else {
      throw Fault(
        .invalidValue, at: group.place("withdrawalDelay"), found: "\(delays.count) delays",
        expected: "either seconds or blocks")
    }
    withdrawalDelay = delay
  }
}

extension InputValues {
  /// Reads a nested object, if there is one, to its last key.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  fileprivate mutating func group(
    _ key: String, _ read: (inout InputValues) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    guard var group = try object(key, what: "parameters of \(key)") else { return false }
    try read(&group)
    try group.refuseUnknownKeys()
    return true
  }

  fileprivate mutating func set(
    _ value: inout UInt64, _ key: String, _ what: String
  ) throws(Fault) {
    if let field = try field(key) { value = try field.count(what) }
  }

  fileprivate mutating func set(
    _ value: inout UInt128, _ key: String, _ what: String
  ) throws(Fault) {
    if let field = try field(key) { value = try field.amount128(what) }
  }
}

extension Field {
  /// Seconds per block as decimal text, more than 0 and at most a minute, scaled by 1e18.
  package func blockTimeWad() throws(Fault) -> UInt128 {
    var notes = InputNotes(strict: true)
    let expected = "seconds per block, more than 0 and at most 60"
    let value = try decimal(expected, notes: &notes)
    guard let wad = UInt128(exactly: value.rawValue), wad > 0, value <= Wad(60) else {
      throw error(expected: expected)
    }
    return wad
  }
}
