internal import Bulk
internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Sheets
internal import Text
internal import Yields

// Answers about the vaults of a document, or about the one that options describe.

extension AnswerOutput {
  typealias Ask = (InputObject, inout InputNotes) throws(Fault) -> Sheet
  /// What writes vaults as rows like that of an answer; nil where only answers do.
  typealias Lines = (Sheet) -> FlatVaults?

  /// Asks about every vault of a JSON file (`-` for stdin), or about the one that options describe, and
  /// writes all answers or none.
  ///
  /// `further` names what the question reads of a vault beyond its own values, `rules` the era that a
  /// snapshot must not contradict, `lines` what is quicker where rows of CSV are wanted.
  func answer(
    about file: String?, _ options: [String: String?], _ several: ListOptions? = nil,
    further: [String] = [], rules: ProfileChoice? = nil, lines: Lines? = nil, ask: Ask
  ) throws {
    var notes = notes
    let list = try several?.list(in: format) ?? VaultList()
    guard let file else {
      let sheet = try ask(InputObject(options: options), &notes)
      try write(list.order.columns == nil ? sheet : list.order.table([sheet]))
      Diagnostics.notes(notes.notes)
      return
    }
    var answers = VaultAnswers(
      VaultDocument(
        try ByteSource(path: file), options: options, keys: VaultSnapshot.keys, further: further),
      rules: rules, keepsGoing: list.keepsGoing)
    let omissions =
      format == .html
      ? try writePage(&answers, &notes, ask) : try write(&answers, list, &notes, lines, ask)
    Diagnostics.notes(notes.notes + (isQuiet ? [] : omissions + answers.leftOutNote))
    if answers.hasRejects { throw ExitRequest(status: .rowsRejected) }
  }

  /// Writes the answers; a bad vault leaves the output empty, as nothing is released before every vault
  /// has been read.
  private func write(
    _ answers: inout VaultAnswers, _ list: VaultList, _ notes: inout InputNotes, _ lines: Lines?,
    _ ask: Ask
  ) throws -> [Fault] {
    let spool = SpoolFile()
    guard let first = try answers.next(&notes, ask) else {
      var writer = writer(answers.snapshot.map { .snapshot($0.block) } ?? .array)
      try spool.write(writer.end())
      try OutputFile.write(to: path, option: "-o", spool.release(to:))
      return []
    }
    let snapshot = answers.snapshot
    var writer = writer(
      snapshot.map { .snapshot($0.block) } ?? (answers.isArray ? .array : .single))
    var omissions: [Fault] = []
    let hasColumns = list.order.columns != nil
    let isTable = format == .text && (answers.isArray && !list.hasPages || hasColumns)
    if isTable || list.order.isOrdered {
      var sheets = [first]
      // A table has the summaries alone; one answer that is left has its page.
      let isSummarized = isTable && (list.order.top != 1 || hasColumns)
      while let next = try answers.next(&notes, ask) {
        sheets.append(isSummarized ? next.summarized : next)
      }
      sheets = try list.order.ordered(sheets, isTable: isTable)
      if isTable, sheets.count > 1 || hasColumns {
        omissions += SheetList.omissions(of: first)
        sheets = [try list.order.table(sheets, under: answers.remark)]
      }
      for sheet in sheets { try writer.write(checked(sheet), to: spool.write) }
    } else {
      try writer.write(checked(first), to: spool.write)
      var lines = format == .csv && table == nil ? lines?(first) : nil
      repeat {
        try answers.write(by: &lines, &notes, to: spool.write)
        guard let next = try answers.next(&notes, ask) else { break }
        try writer.write(next, to: spool.write)
      } while true
    }
    try spool.write(writer.end())
    try OutputFile.write(to: path, option: "-o", spool.release(to:))
    return omissions + writer.omissions
  }

  /// Writes the answers about a snapshot's vaults: people get one table.
  func write(_ sheets: [Sheet], of block: ObservedBlock, _ order: SheetList) throws {
    let spool = SpoolFile()
    var writer = writer(.snapshot(block))
    var sheets = try order.ordered(sheets, isTable: format == .text)
    if format == .text, !sheets.isEmpty { sheets = [try order.table(sheets)] }
    for sheet in sheets { try writer.write(checked(sheet), to: spool.write) }
    try spool.write(writer.end())
    try OutputFile.write(to: path, option: "-o", spool.release(to:))
    Diagnostics.notes(writer.omissions)
  }

  private func writePage(
    _ answers: inout VaultAnswers, _ notes: inout InputNotes, _ ask: Ask
  ) throws -> [Fault] {
    guard let page = try answers.next(&notes, ask) else {
      throw Fault(
        .missingValue, at: .file(answers.name), found: "no vault",
        expected: "a document with one vault")
    }
    if let second = try answers.nextInputs(&notes) {
      throw Fault(
        .repeated, at: second.whole, found: "a second vault",
        expected: "a document with one vault: a page shows one",
        hint: answers.snapshot == nil ? nil : "--vault ADDRESS chooses one of a snapshot")
    }
    try write(page)
    return []
  }
}

/// How the answers about several vaults are shown.
struct VaultList {
  var order = SheetList()
  /// Whether each has a page of its own.
  var hasPages = false
  /// Whether a bad vault is left out.
  var keepsGoing = false
}

/// The answers about a document's vaults, one after the other.
private struct VaultAnswers {
  private var vaults: VaultDocument
  /// Whether a bad vault is left out.
  private let keepsGoing: Bool
  /// Whether a bad vault was left out; its fault has been told.
  private(set) var hasRejects = false

  private let rules: ProfileChoice?

  init(_ vaults: VaultDocument, rules: ProfileChoice?, keepsGoing: Bool) {
    self.vaults = vaults
    self.rules = rules
    self.keepsGoing = keepsGoing
  }

  var isArray: Bool { vaults.isArray }
  var snapshot: SnapshotFile? { vaults.snapshot }
  /// The vaults of a snapshot that lack a value which the question cannot be without.
  private(set) var leftOut: [String] = []

  /// The note about them.
  var leftOutNote: [Fault] {
    guard let first = leftOut.first else { return [] }
    let others = leftOut.count == 1 ? "" : " and \(leftOut.count - 1) more"
    return [
      Fault(
        .omitted, severity: .note, at: .file(name),
        found: "vaults without a value that is needed, or without a solution",
        expected: "", hint: "left out: \(first)\(others)")
    ]
  }

  /// Whether the vault at hand lacks a value that the snapshot could not read.
  private var isUnread = false
  /// How many vaults lacked a price so far.
  private var unpriced = 0

  /// What a reader of a table of vaults should know first.
  var remark: Phrase? {
    guard unpriced > 0 else { return nil }
    return Phrase(
      "  \(unpriced) without a price: read the snapshot with --price TOKEN=USD or --prices FILE")
  }
  var name: String { vaults.name }

  mutating func nextInputs(_ notes: inout InputNotes) throws(Fault) -> InputObject? {
    try vaults.next().map { vault throws(Fault) in try vaults.inputs(of: vault, notes: &notes) }
  }

  /// What ends the run at a fault of one vault.
  ///
  /// Misspelt keys come before bad values, also those of a vault behind. Nothing is kept of the vaults
  /// that are stepped over.
  private mutating func ending(_ fault: Fault, _ notes: InputNotes) -> Fault {
    guard fault.code != .unknownKey else { return fault }
    var notes = notes
    do throws(Fault) {
      while try nextInputs(&notes) != nil {}
      return fault
    } catch {
      return error.code == .unknownKey ? error : fault
    }
  }

  /// Writes the vaults that come next, as far as rows of them need no answer.
  mutating func write(
    by lines: inout FlatVaults?, _ notes: inout InputNotes,
    to sink: ([UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    try lines?.write(from: &vaults, notes: &notes, to: sink)
  }

  /// The next answer, or nil after the last vault.
  mutating func next(
    _ notes: inout InputNotes, _ ask: AnswerOutput.Ask
  ) throws(Fault) -> Sheet? {
    while let vault = try vaults.next() {
      _ = try rules?.era(of: .vaults, at: vaults.snapshot?.block)
      do throws(Fault) {
        let inputs = try vaults.inputs(of: vault, notes: &notes)
        isUnread = !inputs.missing(of: SnapshotFile.required).isEmpty
        if !inputs.missing(of: [.rewardPrice, .stakePrice]).isEmpty { unpriced += 1 }
        return try ask(inputs, &notes)
      } catch {
        // Of many vaults of a chain some have no answer; the others do.
        if vaults.snapshot != nil, vaults.isArray, isUnread || error.code == .noSolution {
          leftOut.append(vault.json["vault"]?.string ?? "")
          continue
        }
        guard vaults.isArray else { throw ending(error, notes) }
        let fault = error.about(vault.place)
        guard keepsGoing else { throw ending(fault, notes) }
        hasRejects = true
        Diagnostics.error(fault)
      }
    }
    return nil
  }
}

extension SheetWriter.Shape {
  /// Answers about the vaults of one snapshot: the block once, and they.
  fileprivate static func snapshot(_ block: ObservedBlock) -> SheetWriter.Shape {
    .object([JSONMember(key: "provenance", value: block.json)], answers: "vaults")
  }
}
