package import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
package import Inputs

// A profile file: the keys are the profile's own names, nested as it is; what is not named keeps the
// preset's value, and what is misspelt is refused.

extension ProtocolProfile {
  private static let groups = [
    "rewardVault", "commission", "allocation", "blockRewardLimits", "blockRewards", "boosts",
    "validatorSet", "pool",
  ]

  /// The keys of a profile file.
  package static let overrideKeys = groups.reduce(
    KeyTree(["era"] + groups + ProfileParameter.all(of: nil).map(\.key))
  ) { $0.with($1, .object(keys(of: $1))) }

  private static func keys(of group: String) -> KeyTree {
    let parameters = KeyTree(ProfileParameter.all(of: group).map(\.key))
    return switch group {
    case "blockRewards":
      parameters.with("boostCurve", .object(["multiplier", "convexity", "minimumRewardRate"]))
    case "validatorSet": parameters + ["blockTime"]
    case "pool":
      (parameters + ["operatorCoversWithdrawals", "compoundsOperatorRewards"])
        .with("withdrawalDelay", .object(["seconds", "blocks"]))
    default: parameters
    }
  }

  /// The parameters of a profile file.
  ///
  /// - Throws: a `Fault` for something else than an object, or an unknown key.
  package static func profileFile(
    _ document: InputNode, notes: inout InputNotes
  ) throws(Fault) -> InputObject {
    try InputObject(
      document, "parameters of the protocol profile", keys: overrideKeys, notes: &notes)
  }

  /// Replaces the parameters that a profile file names; its era is the preset's, which is chosen before.
  ///
  /// - Throws: a `Fault` for a malformed value, or for limits that contradict each other.
  package mutating func override(with file: InputObject) throws(Fault) {
    for parameter in ProfileParameter.all(of: nil) { try parameter.override(&self, with: file) }
    for name in Self.groups { try override(name, of: file) }
    try requireLimits(of: file)
  }

  private mutating func override(_ name: String, of object: InputObject) throws(Fault) {
    guard let group = try object.object(name, "parameters of \(name)") else { return }
    for parameter in ProfileParameter.all(of: name) {
      try parameter.override(&self, with: group)
    }
    switch name {
    case "blockRewards": try overrideBoostCurve(with: group)
    case "validatorSet":
      if let field = try group.field("blockTime") {
        validatorSet.blockTime = try field.blockTimeWad()
      }
      try Self.requirePositive(
        UInt128(validatorSet.activeValidators), "activeValidators", of: group)
    case "pool": try overridePool(with: group)
    default: break
    }
  }

  /// `null` takes the curve away; an object changes the curve that there is, or that of the BGT era.
  private mutating func overrideBoostCurve(with group: InputObject) throws(Fault) {
    if group.isNull("boostCurve") { blockRewards.boostCurve = nil }
    guard let object = try group.object("boostCurve", "parameters of boostCurve") else { return }
    var curve = blockRewards.boostCurve ?? .bgtEra
    if let field = try object.field("multiplier") {
      curve.multiplier = try field.amount128("a wad (1e18 is 1)")
    }
    if let field = try object.field("convexity") {
      curve.convexity = try field.amount128("a wad (1e18 is 1)")
    }
    if let field = try object.field("minimumRewardRate") {
      curve.minimumRewardRate = try field.amount128("wei per block")
    }
    blockRewards.boostCurve = curve
  }

  private static func requirePositive(
    _ value: UInt128, _ key: String, of group: InputObject
  ) throws(Fault) {
    guard value > 0 else {
      throw Fault(.outOfRange, at: group.place(key), found: "0", expected: "more than 0")
    }
  }

  private mutating func overridePool(with group: InputObject) throws(Fault) {
    pool.operatorCoversWithdrawals =
      try group.bool("operatorCoversWithdrawals") ?? pool.operatorCoversWithdrawals
    pool.compoundsOperatorRewards =
      try group.bool("compoundsOperatorRewards") ?? pool.compoundsOperatorRewards
    for (key, value) in [
      ("depositUnit", pool.depositUnit), ("auctionPayout", pool.auctionPayout),
    ] {
      try Self.requirePositive(value, key, of: group)
    }
    guard let object = try group.object("withdrawalDelay", "parameters of withdrawalDelay") else {
      return
    }
    switch (try object.field("seconds"), try object.field("blocks")) {
    case (let seconds?, nil):
      pool.withdrawalDelay = .seconds(try seconds.delay("a number of seconds"))
    case (nil, let blocks?):
      pool.withdrawalDelay = .blocks(try blocks.delay("a number of blocks"))
    case (let seconds, _):
      throw Fault(
        .conflict, at: group.place("withdrawalDelay"),
        found: seconds == nil ? "0 delays" : "2 delays", expected: "either seconds or blocks")
    }
  }
}

extension Field {
  /// A delay in seconds or blocks that a request of our days lives to see.
  fileprivate func delay(_ what: String) throws(Fault) -> UInt64 {
    // The times that there are, less those up to the year 2096.
    let limit = ExactInteger(Timestamp.millisecondsThreshold - 4_000_000_000)
    let raw = try rawInteger(what)
    guard raw < limit, let count = UInt64(exactly: raw) else {
      throw error(
        .outOfRange, expected: "a delay that ends before the year 5138", found: text)
    }
    return count
  }

  /// Seconds per block as decimal text, more than 0 and at most a minute, scaled by 1e18.
  package func blockTimeWad() throws(Fault) -> UInt128 {
    var notes = InputNotes(strict: true)
    let what = "seconds per block"
    let value = try decimal(what, notes: &notes)
    guard let wad = UInt128(exactly: value.rawValue), wad > 0, value <= Wad(60) else {
      throw error(.outOfRange, expected: "\(what), more than 0 and at most 60")
    }
    return wad
  }
}
