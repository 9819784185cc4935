internal import YieldKernels

extension VaultStatus {
  /// The status as it stands in a column.
  var name: String { String(describing: self) }
}
