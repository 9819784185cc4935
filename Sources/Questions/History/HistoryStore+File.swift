package import Faults
package import History
package import Inputs
internal import Text

extension HistoryStore {
  /// The snapshot of a block as questions read it: as if from its file.
  ///
  /// - Parameter block: a block of this store.
  /// - Returns: the snapshot.
  /// - Throws: a `Fault` where the store cannot be read.
  package func file(at block: StoredBlock) throws(Fault) -> SnapshotFile {
    let root = InputNode(
      JSONNode(value: try snapshot(at: block)), file: "\(name), block \(block.number)")
    guard let file = try SnapshotFile(root) else {
      throw root.fault(found: "no snapshot", expected: "a store of berayield watch")
    }
    return file
  }
}
