internal import Contracts
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// The site's first page: what moved, then all vaults as one table.

extension PageQuestion {
  /// More changes than a reader reads; the file beside the page has all.
  private static let shownChanges = 20

  /// The first page.
  var index: Sheet {
    var sheet = Sheet("Berachain vaults")
    sheet.provenance = Provenance(
      source: .file(snapshot.root.file), time: snapshot.block.time, block: snapshot.block)
    if let doubt { sheet.append(.init(.paragraph(doubt, .doubtful), for: .html)) }
    sheet.append(for: .html, figures: cards)
    sheet.append(.init(.statement("What changed", isBold: true), for: .html))
    appendChanges(to: &sheet)
    sheet.append(vaultTable, for: .html)
    sheet.append(.init(.links(links), for: .html))
    sheet.append(
      .init(
        .paragraph(
          """
          Figures are exact in the files and rounded here where they are marked ~. APR is what \
          the running period pays; realised is what the last 7 days paid. Incentives are the USD \
          that are bid for one reward token, and a runway is an estimate by the vault's own stream.
          """, .footer), for: .html))
    return sheet
  }

  /// What to know before anything else: that the values are older than they could be.
  private var doubt: Phrase? {
    guard let last = history.record.last, !last.succeeded else { return nil }
    return "The last attempt to read the chain failed, at \(time: last.time): what follows is older"
  }

  private func appendChanges(to sheet: inout Sheet) {
    guard let changes, let before = history.before else {
      return sheet.append(
        .init(.paragraph("There is no earlier snapshot to compare with.", .muted), for: .html))
    }
    sheet.append(
      .init(
        .paragraph(
          "Since block \(.number(ExactInteger(before.block.number), decimals: 0)), \(time: before.block.time).",
          .muted), for: .html))
    let table = changes.table
    sheet.append(
      .init(
        .table(
          Table(
            table.key, rows: table.rows, empty: table.empty,
            shown: Array(table.rows.indices.prefix(Self.shownChanges)))), for: .html))
    if table.rows.count > Self.shownChanges {
      sheet.append(.init(.links([.init("All of them, as CSV", Self.changesName)]), for: .html))
    }
  }

  private var links: [Sheet.Section.Link] {
    [
      .init("vaults.csv", "vaults.csv"), .init("snapshot.json", "snapshot.json"),
      .init(Self.metricsName, Self.metricsName),
    ] + (changes == nil ? [] : [.init(Self.changesName, Self.changesName)])
  }

  private var cards: [Figure] {
    let reports = entries.compactMap(\.report)
    let total = reports.reduce(Wad.zero) { $0 + $1.tvl.wad }
    let unknown = entries.count - reports.count
    return [
      Figure("Vaults", Phrase(.number(ExactInteger(entries.count), decimals: 0))),
      Figure(
        "With a running period",
        Phrase(.number(ExactInteger(reports.count { $0.status == .active }), decimals: 0))),
      Figure(
        unknown == 0 ? "TVL, USD" : "TVL of the \(reports.count) whose price is known, USD",
        Phrase(.usd(total))),
    ]
  }

  /// All vaults, the largest first.
  private var vaultTable: Table {
    let known = entries.map { (entry: $0, tvl: $0.report?.tvl.wad) }
    // Stable: what is equal stays in the order of the file.
    let sorted =
      known.filter { $0.tvl != nil }.sorted { ($0.tvl ?? .zero) > ($1.tvl ?? .zero) }
      + known.filter { $0.tvl == nil }
    var table = Table("vaults", "All vaults", rows: sorted.map { row($0.entry) }, empty: "none")
    table.sortedBy = "tvlUsd"
    return table
  }

  private func row(_ entry: RankQuestion.Entry) -> [Figure] {
    let vault = entry.vault
    // People search by the symbol, which says less than the name and is another text often enough.
    let symbol = vault.node.json["symbol"]?.string.flatMap { $0 == vault.name ? nil : $0 }
    var name = Figure(
      "name", "vault", .string(vault.name ?? vault.address.description),
      text: Phrase(vault.name ?? "unnamed"),
      note: Phrase([symbol, vault.address.shortened].compactMap(\.self).joined(separator: " ")))
    name.link = Self.address(of: vault)
    let runway = Runway(vault.offers, entry.emission)
    return [
      name, .text("status", "status", entry.report?.status.name ?? UnknownVault.status),
      percent("apr", "APR", entry.report?.apr?.wad),
      realized(history.realized[vault.address.description]),
      entry.report.map { .usd("tvlUsd", "TVL, USD", ExactRational($0.tvl.wad), "") }
        ?? none("tvlUsd", "TVL, USD"),
      // Offers of unknown value alone are no bid of 0.
      vault.offers.isEmpty
        ? none("bid", "incentives, USD") : .usd("bid", "incentives, USD", vault.bid, ""),
      runway.map { .duration("runwaySeconds", "runway", $0.seconds) }
        ?? none("runwaySeconds", "runway"),
      .time("timestamp", "data", snapshot.block.time),
    ]
  }

  /// What the last week paid, or as much of it as the history covers, which is said.
  private func realized(_ realized: Realized?) -> Figure {
    let (key, label) = ("realized", "realised 7 d")
    guard let realized, let length = realized.length else {
      return percent(key, label, realized?.apr)
    }
    return Figure(
      key, label, .string(realized.apr.text()),
      text: "\(percent: realized.apr) in \(span: length)")
  }

  private func percent(_ key: String, _ label: String, _ value: Wad?) -> Figure {
    value.map { Figure(key, label, .string($0.text()), text: Phrase(.percent($0))) }
      ?? none(key, label)
  }

  /// A cell without a value; a column of its kind stands right all the same.
  private func none(_ key: String, _ label: String) -> Figure { .none(key, label, "–") }
}
