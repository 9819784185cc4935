package import Faults
internal import Quantities
package import Text

// Pools, one block after the other.
extension HistoryStore {
  /// A pool's values in all blocks, by their number.
  ///
  /// - Parameters:
  ///   - name: its kind, its address or its validator's key.
  ///   - body: is given a block, and assets and shares as the snapshot's file has them.
  /// - Throws: a `Fault` where the store cannot be read, and what `body` throws.
  package func forEachPool(
    _ name: String, _ body: (StoredBlock, JSONValue) throws(Fault) -> Void
  ) throws(Fault) {
    let statement = try statement(
      """
      SELECT b.number, b.hash, b.time, b.vaults, p.total_assets, p.total_supply FROM pool_state p \
      JOIN block b ON b.number = p.block WHERE ?1 IN (p.kind, p.address, p.pubkey) \
      ORDER BY p.block, p.position
      """)
    try statement.bind([.text(name)])
    var last: UInt64?
    while try statement.step() {
      let block = try stored(statement)
      // Of several pools of a kind the first is meant.
      guard block.number != last else { continue }
      last = block.number
      try body(
        block,
        .members([
          "totalAssets": .text(statement.text(4)), "totalSupply": .text(statement.text(5)),
        ]))
    }
  }

  /// What pools can be called: kinds and addresses.
  package func poolNames() throws(Fault) -> [String] {
    try statement(
      """
      SELECT kind FROM pool_state UNION SELECT address FROM pool_state WHERE address IS NOT NULL \
      UNION SELECT pubkey FROM pool_state WHERE pubkey IS NOT NULL
      """
    ).all { $0.text(0) ?? "" }
  }
}
