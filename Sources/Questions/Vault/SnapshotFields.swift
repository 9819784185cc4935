package import Yields
internal import Quantities
package import Text
package import Faults

/// The inputs of one vault as text, from a JSON object or from options, before they are numbers.
///
/// Options and files meet here, so that an option can replace one value of a file (a what-if).
package struct SnapshotFields: Sendable {
  package var vault: String?
  package var name: String?
  package var rewardRate: Field?
  package var periodFinish: Field?
  package var totalSupply: Field?
  package var stakeDecimals: Field?
  package var rewardPrice: Field?
  package var stakePrice: Field?
  package var timestamp: Field?
  package var undistributedRewards: Field?
  /// Whether the values come from the command line alone.
  private let isCommandLine: Bool
  /// The error for a value that must be given and is not.
  private let missing: @Sendable (_ key: String, _ what: String, _ hint: String?) -> Fault
  /// Whether `periodFinish` was left out of a file, where it must be given or be `null`.
  private var lacksPeriodFinish = false

  /// Starts with no values; options fill them in.
  package init() {
    isCommandLine = true
    missing = { key, what, hint in
      Fault(
        .invalidValue, at: .option(Self.option(for: key)), found: "nothing", expected: what,
        hint: hint)
    }
  }

  /// Takes the values of a JSON object.
  ///
  /// - Parameters:
  ///   - node: the object.
  ///   - path: its JSON path.
  ///   - source: the file's name for errors.
  ///   - notes: where an ignored key is reported.
  /// - Throws: `Fault`.
  package init(
    _ node: JSONNode, path: JSONPath, source: String, notes: inout InputNotes
  ) throws(Fault) {
    var object = try ObjectReader(node, path: path, source: source, what: "one vault's raw values")
    vault = try object.string("vault")
    name = try object.string("name")
    rewardRate = try object.field("rewardRate")
    lacksPeriodFinish = node["periodFinish"] == nil
    periodFinish = try object.field("periodFinish")
    totalSupply = try object.field("totalSupply")
    stakeDecimals = try object.field("stakeDecimals")
    rewardPrice = try object.field("rewardPrice")
    stakePrice = try object.field("stakePrice")
    timestamp = try object.field("timestamp")
    undistributedRewards = try object.field("undistributedRewards")
    // Provenance, for the reader of the file.
    _ = try object.string("source")
    try object.finish(notes: &notes)
    isCommandLine = false
    let reader = object
    missing = { key, what, hint in reader.missing(key, what, hint: hint) }
  }

  /// The option that stands for a key: `--reward-rate` for `rewardRate`.
  package static func option(for key: String) -> String {
    key.reduce(into: "--") { text, letter in
      text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// These values, with those of `other` where it has any.
  package func overridden(by other: SnapshotFields) -> SnapshotFields {
    var fields = self
    fields.vault = other.vault ?? vault
    fields.name = other.name ?? name
    fields.rewardRate = other.rewardRate ?? rewardRate
    fields.periodFinish = other.periodFinish ?? periodFinish
    fields.totalSupply = other.totalSupply ?? totalSupply
    fields.stakeDecimals = other.stakeDecimals ?? stakeDecimals
    fields.rewardPrice = other.rewardPrice ?? rewardPrice
    fields.stakePrice = other.stakePrice ?? stakePrice
    fields.timestamp = other.timestamp ?? timestamp
    fields.undistributedRewards = other.undistributedRewards ?? undistributedRewards
    return fields
  }

  /// Whether no value is given at all.
  package var isEmpty: Bool {
    vault == nil && name == nil
      && [
        rewardRate, periodFinish, totalSupply, stakeDecimals, rewardPrice, stakePrice, timestamp,
        undistributedRewards,
      ].allSatisfy { $0 == nil }
  }

  /// The vault that the values describe.
  ///
  /// - Parameter notes: where rounded digits are reported.
  /// - Returns: typed quantities.
  /// - Throws: `Fault` for a missing or malformed value, with its place.
  package func snapshot(notes: inout InputNotes) throws(Fault) -> VaultSnapshot {
    let rateField = try required(rewardRate, "rewardRate", "the raw rewardRate() (scale 1e36)")
    let supplyField = try required(totalSupply, "totalSupply", "the raw totalSupply()")
    let rewardPriceField = try required(rewardPrice, "rewardPrice", "USD for one reward token")
    let stakePriceField = try required(stakePrice, "stakePrice", "USD for one stake token")
    if lacksPeriodFinish, periodFinish == nil {
      throw missing(
        "periodFinish", "the raw periodFinish() in unix seconds",
        "write null where it is not known: the period is then taken as active")
    }
    let decimals = try stakeDecimals?.tokenDecimals() ?? .eighteen
    let rewardRate = try rateField.quantity("a rewardRate (scale 1e36)") {
      raw throws(Fault) in
      try RewardRate(raw: raw)
    }
    let totalSupply = try supplyField.quantity(
      "a totalSupply in base units"
    ) { raw throws(Fault) in try TokenAmount(raw: raw, decimals: decimals) }
    let rewardPrice = try rewardPriceField.price(notes: &notes)
    let stakePrice = try stakePriceField.price(notes: &notes)
    guard stakePrice > .zero else {
      throw stakePriceField.error(expected: "a stake price above 0, since an APR divides by it")
    }
    return VaultSnapshot(
      vault: vault, name: name, rewardRate: rewardRate,
      periodFinish: try periodFinish?.timestamp(), totalSupply: totalSupply,
      rewardPrice: rewardPrice, stakePrice: stakePrice, timestamp: try timestamp?.timestamp(),
      undistributedRewards: try undistributedRewards?.rawInteger("undistributedRewards (1e36)"))
  }

  private func required(
    _ field: Field?, _ key: String, _ what: String
  ) throws(Fault) -> Field {
    guard let field else { throw missing(key, what, nil) }
    return field
  }
}
