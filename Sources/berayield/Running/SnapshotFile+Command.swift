internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities

extension SnapshotFile {
  /// The snapshot of a path, `-` for stdin.
  ///
  /// - Throws: a `Fault` where it cannot be read, or is something else.
  init(path: String) throws(Fault) {
    let node = try InputNode(path: path)
    guard let snapshot = try SnapshotFile(node) else {
      throw node.fault(
        .wrongType, found: "a document that is no snapshot",
        expected: "a file that `berayield snapshot` wrote")
    }
    self = snapshot
  }
}
