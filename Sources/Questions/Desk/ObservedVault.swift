internal import Contracts
internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

/// A vault of a snapshot in the market for emission.
struct ObservedVault: Sendable {
  /// An incentive token whose value is not known.
  struct Unpriced: Sendable {
    let vault: Address
    /// Its address as the file has it; nil where the tokens could not be listed.
    let token: String?
    let symbol: String?
  }

  let address: Address
  /// What people call it.
  let name: String?
  /// Whether BeraChef takes it; nil where that could not be read.
  let isWhitelisted: Bool?
  /// The incentive tokens that have a value.
  let offers: [IncentiveOffer]
  /// Those that pay something whose value is not known.
  let unpriced: [Unpriced]
  /// The vault as the file has it.
  let node: InputNode

  /// USD of incentives for one whole reward token, of the offers that still pay.
  var bid: ExactRational { offers.reduce(.zero) { $0 + $1.bid } }

  /// What people call it, with the ends of the address.
  var label: String { address.label(name) }

  /// What names the vault in a table.
  var subject: [Figure] {
    [
      Figure("vault", "vault", .string(address.description), text: Phrase(label)),
      .program("name", .text(name)),
    ]
  }
}

extension SnapshotFile {
  /// The vaults of the file.
  ///
  /// - Parameters:
  ///   - rules: the vaults' rules, for the highest incentive rate.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the vaults, in the order of the file.
  /// - Throws: a `Fault` with its place for a malformed value.
  func observedVaults(
    _ rules: ProtocolProfile.RewardVaultRules, notes: inout InputNotes
  ) throws(Fault) -> [ObservedVault] {
    var vaults: [ObservedVault] = []
    for node in try self.vaults() { vaults.append(try observed(node, rules, notes: &notes)) }
    return vaults
  }

  private func observed(
    _ node: InputNode, _ rules: ProtocolProfile.RewardVaultRules, notes: inout InputNotes
  ) throws(Fault) -> ObservedVault {
    guard let field = node.member("vault") else {
      throw node.fault(
        .missingValue, found: "a vault without its address", expected: "a snapshot's vault")
    }
    let address = try field.field("an address").address()
    let tokens = offers(of: node)
    var offers: [IncentiveOffer] = []
    for token in tokens.usable {
      let inputs = try InputObject(
        inside: token, "an incentive token", keys: IncentiveQuestion.offerKeys)
      offers.append(
        try IncentiveQuestion.offer(inputs, name: "incentive", rules, notes: &notes))
    }
    let isListed = known(node.json["incentives"])
    return ObservedVault(
      address: address, name: name(of: node), isWhitelisted: node.json["whitelisted"]?.bool,
      offers: offers,
      unpriced: isListed
        ? tokens.left.filter(Self.mayPay).map {
          .init(vault: address, token: $0["token"]?.string, symbol: $0["symbol"]?.string)
        } : [.init(vault: address, token: nil, symbol: nil)], node: node)
  }

  /// Whether a token is not known to pay nothing.
  private static func mayPay(_ token: JSONNode) -> Bool {
    ["incentiveRate", "amountRemaining"].allSatisfy { token[$0]?.scalarText != "0" }
  }

  /// A vault's yields at the block's time; nil where a value that they hang on could not be read.
  func report(
    of vault: InputNode, year: YearLength, notes: inout InputNotes
  ) throws(Fault) -> VaultReport? {
    let inputs = try InputObject(
      inside: inputs(of: vault), "one vault's raw values", keys: VaultSnapshot.keys)
    guard inputs.missing(of: Self.required).isEmpty else { return nil }
    let observed = try VaultSnapshot.read(inputs, notes: &notes)
    return try inputs.locating { () throws(Fault) in
      try VaultReport(
        evaluating: observed.value, under: YieldConvention(time: block.time, year: year))
    }
  }

  /// What people call a vault.
  func name(of vault: InputNode) -> String? {
    ["officialName", "name", "symbol"].lazy.compactMap { vault.json[$0]?.string }.first
  }
}

extension [ObservedVault.Unpriced] {
  /// The tokens that are not counted.
  var table: Table {
    Table(
      "unpriced", "not counted, as their value is not known",
      rows: map { token in
        [
          .text("vault", "vault", token.vault.description),
          token.token.map { .text("token", "token", $0) }
            ?? .none("token", "token", "tokens could not be listed"),
          Figure("symbol", "symbol", .text(token.symbol), text: Phrase(token.symbol ?? "")),
        ]
      }, columns: ["vault", "token", "symbol"])
  }

  static var answer: AnswerKey {
    .rows(
      "unpriced",
      "Incentive tokens that are not counted, as their price or decimals are not known.",
      [
        .value("vault", .text, "The vault that offers it."),
        .value("token", .text, "The token.", null: "the vault's tokens could not be listed"),
        .value("symbol", .text, "Its symbol.", null: "it has none"),
      ])
  }

  /// The warning about them, if there are any.
  var warnings: [Warning] {
    isEmpty
      ? []
      : [
        Warning(
          .unpricedIncentives,
          "\(count) incentive \(count == 1 ? "token has" : "tokens have") no known value: all USD of "
            + "incentives are lower bounds")
      ]
  }
}
