internal import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
package import Sheets
internal import Yields
internal import Text
internal import YieldKernels

/// The vaults of a snapshot by what they offer for emission.
package struct RankQuestion: Sendable {
  /// A vault with what is asked about it.
  struct Entry: Sendable {
    let vault: ObservedVault
    /// What reaches it per day; nil where that is not known.
    let emission: VaultEmission?
    /// USD for one reward token; nil where it is not known.
    let rewardPrice: Price?
    /// Its yield; nil where a value that it hangs on is not known.
    let report: VaultReport?
  }

  let entries: [Entry]
  /// The weights that rewards follow, of each validator of which they are known.
  let allocations: [[ObservedValidator.Allocation.Weight]]
  let source: Provenance.Source
  let block: ObservedBlock

  /// The figures that a table shows where nobody chooses.
  private static let usualColumns = [
    "vault", "bid", "efficiency", "runwayUntil", "emissionShare", "apr",
  ]

  /// What vaults are sorted by where nobody chooses.
  package static let usualOrder = "bid"

  /// An answer a vault, in the order of the file.
  package var sheets: [Sheet] {
    entries.map { entry in
      var sheet = Sheet(Phrase(entry.vault.label))
      let figures = figures(of: entry)
      sheet.provenance = Provenance(source: source, time: block.time, block: block)
      sheet.append(for: .programs, figures: figures)
      sheet.summary = figures
      sheet.summaryColumns = Self.usualColumns
      return sheet
    }
  }

  private func figures(of entry: Entry) -> [Figure] {
    let vault = entry.vault
    let runway = Runway(vault.offers, entry.emission)
    let offered: [Figure] = [
      vault.isWhitelisted.map { .flag("whitelisted", "whitelisted", $0) }
        ?? .none("whitelisted", "whitelisted", "unknown"),
      .decimal("bid", "bid, USD", vault.bid), efficiency(of: entry),
      .usd("remainingUsd", "remaining, USD", remaining(vault), ""),
    ]
    let emitted: [Figure] = [
      entry.emission.map { .wei("emissionPerDay", "emission per day", $0.perDay) }
        ?? .none("emissionPerDay", "emission per day", "unknown"),
      Figure(
        "emissionSource", "emission by", .text(entry.emission?.source.rawValue),
        text: Phrase(entry.emission?.source.rawValue ?? "none")),
      runway.map { .duration("runwaySeconds", "runway", $0.seconds) }
        ?? .none("runwaySeconds", "runway", Runway.absence(vault.offers, entry.emission)),
      until("runwayUntil", "runs until", runway?.end(from: block.time), entry),
      until("bidUntil", "bid until", runway?.firstEnd(from: block.time), entry),
      .ratio("emissionShare", "of emission", emissionShare(of: vault), orNone: "unknown"),
    ]
    let yields: [Figure] = [
      entry.report?.apr.map { .ratio("apr", "APR", $0.wad) }
        ?? .none("apr", "APR", entry.report == nil ? "unknown" : "none"),
      .text("status", "status", entry.report?.status.name ?? UnknownVault.status),
      .count("unpriced", "unpriced", vault.unpriced.count),
    ]
    return vault.subject + offered + emitted + yields
  }

  /// A date, marked where the emission behind it is an estimate.
  private func until(
    _ key: String, _ label: String, _ time: ExactInteger?, _ entry: Entry
  ) -> Figure {
    guard let time else {
      return .none(key, label, Runway.absence(entry.vault.offers, entry.emission))
    }
    return Figure(
      key, label, .whole(time.description),
      text: entry.emission?.source == .estimate
        ? "about \(Reading.date(time))" : Phrase(.date(time)))
  }

  /// USD of emission for one USD of incentives.
  private func efficiency(of entry: Entry) -> Figure {
    let (key, label) = ("efficiency", "efficiency")
    guard !entry.vault.bid.isZero else { return .none(key, label, "no bid") }
    return entry.rewardPrice.map {
      .decimal(key, label, ExactRational($0.wad).divided(byNonZero: entry.vault.bid))
    } ?? .none(key, label, "unknown")
  }

  private func remaining(_ vault: ObservedVault) -> ExactRational {
    vault.offers.reduce(.zero) { $0 + ($1.bid.isZero ? .zero : $1.usd(of: $1.amountRemaining)) }
  }

  /// The mean of the validators' active weights; each counts once, as a snapshot has no stakes.
  private func emissionShare(of vault: ObservedVault) -> ExactRational? {
    guard !allocations.isEmpty else { return nil }
    let points = allocations.reduce(ExactInteger.zero) { sum, weights in
      weights.filter { $0.receiver == vault.address }.reduce(sum) {
        $0 + ExactInteger($1.percentage)
      }
    }
    let whole = BasisPoints.whole.value * allocations.count
    return ExactRational(points, overNonZero: ExactInteger(whole))
  }
}

extension RankQuestion {
  /// Reads the question.
  ///
  /// - Parameters:
  ///   - snapshot: the file.
  ///   - emissions: what reaches vaults per day; nil where nobody says it.
  ///   - year: the year of APRs.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the question.
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ snapshot: SnapshotFile, emissions: EmissionList?, year: YearLength, notes: inout InputNotes
  ) throws(Fault) -> RankQuestion {
    let vaults = try snapshot.observedVaults(.deployed, notes: &notes)
    if let note = emissions?.note(beside: Set(vaults.map(\.address))) { notes.add(note) }
    var entries: [Entry] = []
    for vault in vaults {
      entries.append(
        Entry(
          vault: vault,
          emission: try snapshot.emission(
            to: vault.node, given: emissions?.perDay[vault.address]),
          rewardPrice: try vault.node.member("rewardPrice").map { price throws(Fault) in
            try price.field("a price in USD").price(notes: &notes)
          }, report: try snapshot.report(of: vault.node, year: year, notes: &notes)))
    }
    let refused = vaults.filter { $0.isWhitelisted == false }
    if let first = refused.first {
      notes.add(
        Fault(
          .omitted, severity: .note,
          found: "\(refused.count) of the vaults \(refused.count == 1 ? "is" : "are") not "
            + "whitelisted, the first \(first.label)", expected: ""))
    }
    let unpriced = vaults.flatMap(\.unpriced)
    if let first = unpriced.first {
      notes.add(
        Fault(
          .omitted, severity: .note, at: .file(snapshot.root.file),
          found: "\(unpriced.count) incentive tokens without a known value, the first of "
            + "\(first.vault)", expected: "", hint: "not counted: such bids are lower bounds"))
    }
    return RankQuestion(
      entries: entries, allocations: try snapshot.observedValidators().compactMap(\.active),
      source: .file(snapshot.root.file), block: snapshot.block)
  }

  /// What `rank` answers about each vault.
  package static let answer = Answer(
    "rank", "rank", "The vaults of a snapshot by what they offer for emission.",
    roots: [
      .snapshot([
        .value("vault", .text, "The vault's address."),
        .value("name", .text, "Its name.", null: "it has none"),
        .value("whitelisted", .flag, "Whether BeraChef takes it.", null: unread),
        .value(
          "bid", .usd, "What its offers bid for a reward token, those that are empty left out."),
        .value(
          "efficiency", .number, "US dollars of emission for one of incentives.",
          null: "nothing is bid, or the reward token has no price"),
        .value("remainingUsd", .usd, "The value of what its offers still pay."),
        .value(
          "emissionPerDay", .raw, "Wei of the reward token that reach the vault per day.",
          null: noEmission), .emissionSource,
        .value(
          "runwaySeconds", .exactSeconds,
          "How long the last offer that pays lasts at that emission.",
          null: noRunway),
        .value("runwayUntil", .time, "When it has run dry.", null: noRunway),
        .value("bidUntil", .time, "When the first one has, and the bid falls.", null: noRunway),
        .value(
          "emissionShare", .fraction,
          "The mean of its weights over the validators of the snapshot, of which each counts once.",
          null: "the snapshot has no validator whose weights could be read"),
        .value(
          "apr", .fraction, "The APR of its stakers.",
          null: "nobody stakes, or a value that it hangs on could not be read"),
        AnswerKey(
          "status", .words(VaultStatus.allCases.map(\.name) + [UnknownVault.status]),
          "How the vault is."),
        .value(
          "unpriced", .count, "Incentive tokens that are not counted: the bid is a lower bound."),
      ])
    ])

  private static let unread = "it could not be read"
  private static let noEmission = "nobody gives it and no period runs, or that could not be read"
  private static let noRunway = "the emission is not known or 0, or no offer pays"
}
