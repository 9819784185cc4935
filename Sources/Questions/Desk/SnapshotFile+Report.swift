internal import Faults
internal import Inputs
internal import Quantities
internal import Yields

extension SnapshotFile {
  /// The yield of one of the file's vaults, at the block's time.
  ///
  /// - Parameters:
  ///   - vault: the vault as the file has it.
  ///   - year: the year of its APR.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the report; nil where a value that it hangs on could not be read.
  /// - Throws: a `Fault` for a malformed value.
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
}
