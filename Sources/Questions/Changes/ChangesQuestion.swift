internal import Contracts
package import Faults
internal import FixedPoint
package import Inputs
internal import Quantities
package import Sheets
internal import Text
internal import YieldKernels
internal import Yields

/// What moved between two snapshots of a chain.
package struct ChangesQuestion: Sendable {
  private let before: SnapshotFile
  private let after: SnapshotFile
  private let threshold: Wad
  private let comparison: SnapshotComparison

  /// A tenth.
  private static let usualThreshold = Wad(raw: .powerOfTen(Wad.fractionDigits - 1))

  /// Reads and compares two snapshots.
  ///
  /// - Parameters:
  ///   - before: the earlier one.
  ///   - after: the later one, or of the same block: then nothing moved.
  ///   - threshold: the part of its value by which a rate, a stake or a price must move to be told; nil is a
  ///     tenth.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the question.
  /// - Throws: a `Fault` for two chains, for the later one first, and for a malformed value.
  package static func read(
    from before: SnapshotFile, to after: SnapshotFile, threshold: Field? = nil,
    notes: inout InputNotes
  ) throws(Fault) -> ChangesQuestion {
    try requireOrder(before, after)
    let threshold =
      try threshold?.fraction("a part of the value before", notes: &notes) ?? usualThreshold
    return ChangesQuestion(
      before: before, after: after, threshold: threshold,
      comparison: try compared(before, after, threshold, notes: &notes))
  }

  private static func requireOrder(
    _ before: SnapshotFile, _ after: SnapshotFile
  ) throws(Fault) {
    let (old, new) = (before.block, after.block)
    func refuse(_ found: String, _ expected: String) -> Fault {
      Fault(
        .conflict, at: .file(after.root.file), found: found, expected: expected,
        related: [.file(before.root.file)])
    }
    guard old.chainID == new.chainID else {
      throw refuse(
        "a snapshot of chain \(new.chainID) beside one of \(old.chainID)",
        "two snapshots of one chain")
    }
    guard old.number <= new.number else {
      throw refuse(
        "block \(new.number) behind block \(old.number)", "the earlier snapshot first")
    }
    guard old.number < new.number || old.hash == new.hash else {
      throw refuse(
        "another hash of block \(new.number)", "two snapshots of one history of the chain")
    }
  }

  private static func compared(
    _ before: SnapshotFile, _ after: SnapshotFile, _ threshold: Wad, notes: inout InputNotes
  ) throws(Fault) -> SnapshotComparison {
    let (old, new) = (before.block, after.block)
    var comparison = SnapshotComparison(
      threshold: ExactRational(threshold), from: old.time, to: new.time)
    let vaults = (
      try before.vaultStates(notes: &notes), try after.vaultStates(notes: &notes)
    )
    let prices = (
      try before.tokenPrices(notes: &notes), try after.tokenPrices(notes: &notes)
    )
    let validators = (try before.observedValidators(), try after.observedValidators())
    // Within one block nothing moves, and nothing is nearer than it was.
    guard old.number < new.number else { return comparison }
    if let was = old.era, let era = new.era, was != era {
      comparison.add(Change(.era, .chain, from: .word(was), to: .word(era), .text))
    }
    let known = Dictionary(uniqueKeysWithValues: vaults.0.map { ($0.address, $0) })
    for vault in vaults.1 {
      if let state = known[vault.address] {
        comparison.compare(state, vault)
      } else {
        comparison.add(
          Change(.new, vault.subject, from: nil, to: vault.word(at: new.time), .text))
      }
    }
    let left = Set(vaults.1.map(\.address))
    for vault in vaults.0 where !left.contains(vault.address) {
      comparison.add(
        Change(.gone, vault.subject, from: vault.word(at: old.time), to: nil, .text))
    }
    for entry in prices.1.entries {
      if let was = prices.0[entry.token] { comparison.compare(was, entry) }
    }
    for validator in validators.1 {
      comparison.compare(
        validators.0.first { $0.key == validator.key }, validator, since: old.number)
    }
    return comparison
  }
}

extension VaultState {
  fileprivate var subject: Change.Subject { .vault(address, name: name) }

  /// Whether its period runs, in the words of a status; nil where that could not be read.
  fileprivate func word(at time: Timestamp) -> Change.Value? {
    periodFinish.map { finish in
      let status: VaultStatus =
        finish.seconds == 0 ? .neverNotified : time < finish ? .active : .expired
      return .word(status.name)
    }
  }
}

// The answer.
extension ChangesQuestion {
  /// What happened, the most telling first; within a kind in the order of the files.
  private var changes: [Change] {
    Change.Kind.allCases.flatMap { kind in comparison.changes.filter { $0.kind == kind } }
  }

  /// The answer.
  package var sheet: Sheet {
    var sheet = Sheet("Changes from block \(block: before) to block \(block: after)")
    sheet.place(at: Provenance(source: .file(after.root.file), time: nil, block: after.block))
    sheet.append("since", for: .programs, figures: before.block.figures)
    sheet.append(
      for: .programs, figures: [.program("threshold", .string(threshold.text()))])
    sheet.append(
      for: .text,
      figures: [
        Figure("since", "\(time: before.block.time), \(span: elapsed) before"),
        Figure("told", "rates, stakes and prices that moved by more than \(percent: threshold)"),
      ])
    sheet.append(table)
    sheet.append(gapTable, for: .programs)
    sheet.csvTable = table.key
    if !comparison.gaps.isEmpty {
      let count = comparison.gaps.count
      sheet.remarks.append(
        "\(count) \(count == 1 ? "value" : "values") could not be compared, as a snapshot lacks "
          + "them: --format csv --table notCompared lists them")
    }
    return sheet
  }

  private var elapsed: Seconds { before.block.time.seconds(until: after.block.time) }

  /// The changes as one table.
  package var table: Table {
    let block = ExactInteger(after.block.number)
    return Table(
      "changes",
      rows: changes.map { change in
        [Figure("kind", "what", .string(change.kind.rawValue), text: Phrase(change.kind.title))]
          + change.subject.figures + [
            Figure(
              "", "of", .string(change.subject.label), text: Phrase(change.subject.label)),
            side("before", change.before), side("after", change.after),
            .program("unit", .string(change.unit.name)),
            Figure(
              "change", "change", .text(change.growth?.wad(rounding: .down).text()),
              text: change.growth.map { Phrase(.percent($0.wad(rounding: .down))) } ?? ""),
            .program("block", .whole(block.description)),
          ]
      },
      columns: [
        "kind", "vault", "token", "validator", "name", "before", "after", "unit", "change", "block",
      ], empty: "nothing moved")
  }

  private func side(_ key: String, _ value: Change.Value?) -> Figure {
    Figure(key, key, .text(value?.exact), text: value?.text ?? "none")
  }

  private var gapTable: Table {
    Table(
      "notCompared",
      rows: comparison.gaps.map { gap in
        gap.subject.figures + [
          .program("field", .string(gap.field)), .program("missing", .string(gap.missing.rawValue)),
        ]
      }, columns: ["vault", "token", "validator", "name", "field", "missing"])
  }
}

extension Phrase.StringInterpolation {
  /// The number of a snapshot's block.
  fileprivate mutating func appendInterpolation(block snapshot: SnapshotFile) {
    appendInterpolation(.number(ExactInteger(snapshot.block.number), decimals: 0))
  }
}
