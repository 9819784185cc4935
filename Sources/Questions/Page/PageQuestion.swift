internal import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Sheets
internal import Text
internal import Yields

/// A snapshot as a site of static files: a table of its vaults, a page a vault, and the same for programs.
package struct PageQuestion {
  /// What a vault really paid.
  struct Realized {
    let apr: Wad
    /// What the history covers of the week; nil where that is all of it.
    let length: Seconds?
  }

  /// What a history adds to the page of its last snapshot.
  package struct History {
    /// The snapshot that changes are told from; nil tells none.
    package var before: SnapshotFile?
    /// The realised APR of the last week by the vault's address, where one is known.
    var realized: [String: Realized] = [:]
    /// The figures of a vault over time, by its address.
    var curves: (String) throws(Fault) -> [LineChart] = { _ in [] }
    /// How attempts to read went.
    package var record = ReadingRecord()

    package init() {}
  }

  /// A file of the site.
  package struct File: Sendable {
    /// Its path in the site's folder.
    package let name: String
    package let bytes: [UInt8]

    /// The folder in the site's folder that it is in, if it is in one.
    package var folder: String? {
      name.hasPrefix(PageQuestion.folder + "/") ? PageQuestion.folder : nil
    }

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  let snapshot: SnapshotFile
  let history: History
  let year: YearLength
  /// The vaults as the market for emission has them, in the order of the file.
  let entries: [RankQuestion.Entry]
  let changes: ChangesQuestion?
  private let rules: ProfileChoice
  private let metrics: String

  /// The folder of the vaults' pages.
  static let folder = "vault"
  /// Fewer digits than elsewhere: a table is there to compare.
  private static let tableStyle = TextStyle(precision: 2)

  /// Reads what the site is made of.
  ///
  /// - Parameters:
  ///   - snapshot: the last snapshot.
  ///   - history: what is known besides.
  ///   - year: the year of APRs.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the question.
  /// - Throws: a `Fault` with its place for a malformed value.
  package static func read(
    _ snapshot: SnapshotFile, _ history: History, year: YearLength = .days365,
    notes: inout InputNotes
  ) throws(Fault) -> PageQuestion {
    // The vaults are read several times, and noted once.
    var unheard = notes
    return PageQuestion(
      snapshot: snapshot, history: history, year: year,
      entries: try RankQuestion.read(snapshot, emissions: nil, year: year, notes: &unheard).entries,
      changes: try history.before.map { before throws(Fault) in
        try ChangesQuestion.read(from: before, to: snapshot, notes: &unheard)
      },
      rules: try ProfileChoice(
        era: nil, observed: snapshot.block.protocolEra(of: .vaults), notes: &notes),
      metrics: try SnapshotMetrics.text(of: snapshot, history.record, year: year, notes: &notes))
  }

  /// Makes the files one after the other: the vaults' pages before the table that leads to them, which comes
  /// last.
  ///
  /// - Parameter take: writes a file.
  /// - Throws: a `Fault` for a vault that cannot be computed, and what `take` throws.
  package func files(_ take: (File) throws(Fault) -> Void) throws(Fault) {
    for asset in PageAssets.files { try take(File(asset.name, asset.text)) }
    var table = SheetWriter(format: .csv, style: TextStyle(), shape: .array)
    var rows: [UInt8] = []
    for entry in entries {
      let sheet = try sheet(of: entry)
      let page = sheet.html(TextStyle(), assets: .linked(root: "../", home: Self.home))
      try take(File(Self.address(of: entry.vault), page))
      try table.write(sheet) { rows += $0 }
    }
    var document = JSONWriter(style: .pretty)
    document.value(snapshot.root.json.value)
    document.newline()
    try take(File("snapshot.json", document.takeBytes()))
    try take(File("vaults.csv", rows + table.end()))
    if let changes { try take(File(Self.changesName, try Self.csv(changes.sheet))) }
    try take(File(Self.metricsName, metrics))
    let index = index.html(Self.tableStyle, assets: .linked(root: "", home: nil))
    try take(File(PageAssets.homeName, index))
  }

  /// The names of the files that a site can have and this one does not: those of another run would tell
  /// of another time.
  package var absentNames: [String] { changes == nil ? [Self.changesName] : [] }

  /// The names of the files that a site can have, but for the vaults' own.
  package static let fixedNames =
    PageAssets.files.map(\.name) + [
      "snapshot.json", "vaults.csv", changesName, metricsName, PageAssets.homeName,
    ]

  private static let home = "All vaults"
  static let metricsName = "metrics.prom"
  static let changesName = "changes.csv"

  private static func csv(_ sheet: Sheet) throws(Fault) -> [UInt8] {
    var writer = SheetWriter(format: .csv, style: TextStyle(), shape: .single)
    var rows: [UInt8] = []
    try writer.write(sheet) { rows += $0 }
    return rows + writer.end()
  }

  /// Where a vault's page is in the site's folder.
  static func address(of vault: ObservedVault) -> String { "\(folder)/\(vault.address).html" }

  /// The sheet of a vault that `apr` makes, with its curves.
  private func sheet(of entry: RankQuestion.Entry) throws(Fault) -> Sheet {
    var notes = InputNotes(strict: false)
    var question = VaultQuestion(time: .at(snapshot.block.time), year: year, rules: rules)
    question.isPage = true
    question.curves = try history.curves(entry.vault.address.description)
    return try question.sheet(
      about: InputObject(
        inside: snapshot.inputs(of: entry.vault.node), "one vault's raw values",
        keys: VaultSnapshot.keys), notes: &notes)
  }
}
