internal import YieldKernels

extension VaultStatus {
  /// The status as text, stable for programs.
  var name: String { String(describing: self) }
}
