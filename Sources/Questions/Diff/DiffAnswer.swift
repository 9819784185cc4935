internal import FixedPoint
package import Yields
package import Quantities
package import Faults

/// The answer to a ``DiffQuestion`` about one vault.
package struct DiffAnswer: Sendable {
  /// The published yield as it was written.
  package let text: String
  /// Whether it was written as a percentage; figures are then stated so too.
  package let isPercent: Bool
  package let snapshot: VaultSnapshot
  package let time: Timestamp
  package let year: YearLength
  package let commission: BasisPoints?
  package let diff: VaultDiff
  /// How many explanations are listed.
  package let limit: Int

  /// Compares.
  ///
  /// - Parameters:
  ///   - question: the published figure and what is known of it.
  ///   - fields: the vault's inputs.
  ///   - convention: year, and the time for vaults that have none.
  ///   - time: the time asked for, if any.
  ///   - notes: where the input's peculiarities are reported.
  /// - Throws: `Fault`, also where nobody stakes, so that no APR exists to compare with.
  package init(
    to question: DiffQuestion, about fields: SnapshotFields, convention: YieldConvention,
    time: Timestamp?, notes: inout InputNotes
  ) throws(Fault) {
    snapshot = try fields.snapshot(notes: &notes)
    var convention = convention
    convention.time = time ?? snapshot.timestamp ?? convention.time
    self.time = convention.time
    year = convention.year
    commission = try question.commissionShare()
    text = question.published.text
    isPercent = text.hasSuffix("%")
    limit = question.limit
    let found = VaultDiff(
      explaining: try question.figure(), of: snapshot, under: convention, commission: commission,
      wholeSupply: try question.wholeSupply(),
      tolerance: try question.toleranceFraction(notes: &notes))
    guard let found else {
      throw Fault(
        .invalidValue, at: fields.totalSupply?.place ?? .option("--total-supply"), found: "0",
        expected: "a totalSupply above 0: nobody stakes, so no APR exists to compare with")
    }
    diff = found
  }
}
