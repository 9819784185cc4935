package import Faults
package import History
internal import Quantities
package import Sheets
internal import Text

/// All raw values of a history, a row for each block and vault, for tools that keep tables.
package struct HistoryExport {
  private let store: HistoryStore

  package init(of store: HistoryStore) { self.store = store }

  /// What names a row, in front of the vault's own keys.
  private static let front = ["chain", "block", "hash", "timestamp"]

  /// Writes the rows, block by block; no more than one block's are in memory.
  ///
  /// - Parameters:
  ///   - format: CSV, which has no place for a vault's incentives, or NDJSON, which has all.
  ///   - sink: takes the bytes.
  /// - Throws: a `Fault` where the store cannot be read, and what `sink` throws.
  package func write(
    _ format: ResultFormat, to sink: ([UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    var (csv, json) = (CSVWriter(), JSONWriter(style: .compact))
    let keys = Self.front + HistoryStore.vaultKeys
    if format == .csv { csv.record(keys.map { InputKey.column(of: $0) }) }
    let chain = JSONValue.whole("\(try store.chainID ?? 0)")
    for block in try store.blocks() {
      let front: [JSONValue] = [
        chain, .whole("\(block.number)"), .string(block.hash), .whole("\(block.time)"),
      ]
      for vault in try store.vaults(at: block) {
        let node = JSONNode(value: vault)
        if format == .csv {
          csv.record(
            front.map(\.cell) + HistoryStore.vaultKeys.map { node[$0]?.value.cell ?? nil })
        } else {
          json.value(
            .object(
              zip(Self.front, front).map { JSONMember(key: $0, value: $1) } + (node.members ?? [])))
          json.newline()
        }
      }
      try sink(csv.takeBytes())
      try sink(json.takeBytes())
    }
  }
}
