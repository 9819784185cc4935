internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities

extension SnapshotFile {
  /// The snapshot of a path, `-` for stdin.
  ///
  /// - Throws: a `Fault` where it cannot be read, or is something else.
  init(path: String) throws(Fault) {
    try self.init(of: InputNode(path: path))
  }
}
