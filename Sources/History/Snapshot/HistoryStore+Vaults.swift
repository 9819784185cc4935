package import Faults
package import Quantities
package import Text

// Vaults, at one block or one after the other.
extension HistoryStore {
  private static let vault = """
    SELECT v.address, d.is_named, s.incentives, s.vault, s.block, \
    \(VaultColumn.description.names(of: "d")), \(VaultColumn.state.names(of: "s")), \
    \(VaultColumn.names.names(of: "d"))
    """

  /// The keys of a vault that one cell holds, in the order of the file.
  package static let vaultKeys =
    ["vault"]
    + [VaultColumn.description, VaultColumn.state, VaultColumn.names].flatMap { $0.map(\.key) }

  /// The vaults of a block, as the snapshot's file has them.
  package func vaults(at block: StoredBlock) throws(Fault) -> [JSONValue] {
    try vaults(.integer(Int64(bitPattern: block.number)))
  }

  /// The vaults of a block, in the order of the file: by address.
  ///
  /// A cross join keeps the planner at it: each
  /// vault's row is searched, where another order would scan the rows of all blocks.
  func vaults(_ block: SQLValue) throws(Fault) -> [JSONValue] {
    try statement(
      """
      \(Self.vault) FROM vault v CROSS JOIN vault_state s ON s.vault = v.id AND s.block = ? \
      JOIN vault_description d ON d.id = s.description ORDER BY v.address
      """
    ).all([block], object)
  }

  /// A vault's values in all blocks of a range, by their number.
  ///
  /// - Parameters:
  ///   - address: `0x` and 40 digits in lower case.
  ///   - range: blocks, both included.
  ///   - body: is given a block and the vault as the snapshot's file has it.
  /// - Throws: a `Fault` where the store cannot be read, and what `body` throws.
  package func forEach(
    of address: String, in range: ClosedRange<UInt64>,
    _ body: (StoredBlock, JSONValue) throws(Fault) -> Void
  ) throws(Fault) {
    let statement = try statement(
      """
      \(Self.vault), b.hash, b.time, b.vaults FROM vault v JOIN vault_state s ON s.vault = v.id \
      JOIN vault_description d ON d.id = s.description JOIN block b ON b.number = s.block \
      WHERE v.address = ? AND s.block BETWEEN ? AND ? ORDER BY s.block
      """)
    try statement.bind([
      .text(address), .integer(Int64(clamping: range.lowerBound)),
      .integer(Int64(clamping: range.upperBound)),
    ])
    while try statement.step() {
      let first =
        5 + VaultColumn.description.count + VaultColumn.state.count + VaultColumn.names.count
      let block = StoredBlock(
        number: UInt64(bitPattern: statement.integer(4) ?? 0), hash: statement.text(first) ?? "",
        time: try time(statement, first + 1),
        vaultCount: Int(statement.integer(first + 2) ?? 0))
      try body(block, try object(statement))
    }
  }

  /// The blocks between which a vault is observed, in a range of times: the first and the last.
  ///
  /// - Parameters:
  ///   - address: `0x` and 40 digits in lower case.
  ///   - from: the first block is at or after it.
  ///   - to: the last one is at or before it.
  /// - Returns: both, which may be one; nil where there is none.
  /// - Throws: a `Fault` where the store cannot be read.
  package func ends(
    of address: String, from: Timestamp?, to: Timestamp?
  ) throws(Fault) -> (first: StoredBlock, last: StoredBlock)? {
    let low = if let from { try firstBlock(atOrAfter: from) } else { try first() }
    let high = if let to { try block(atOrBefore: to) } else { try last() }
    guard let low, let high, low.number <= high.number else { return nil }
    func end(_ order: String) throws(Fault) -> StoredBlock? {
      let number = try statement(
        """
        SELECT block FROM vault_state WHERE vault = (SELECT id FROM vault WHERE address = ?) \
        AND block BETWEEN ? AND ? ORDER BY block \(order) LIMIT 1
        """
      ).first([
        .text(address), .integer(Int64(bitPattern: low.number)),
        .integer(Int64(bitPattern: high.number)),
      ]) { $0.integer(0) ?? 0 }
      return try number.flatMap { number throws(Fault) in try block(UInt64(bitPattern: number)) }
    }
    guard let first = try end("ASC"), let last = try end("DESC") else { return nil }
    return (first, last)
  }

  /// The addresses of all vaults that were ever seen, sorted.
  package func vaultAddresses() throws(Fault) -> [String] {
    try statement("SELECT address FROM vault ORDER BY address").all { $0.text(0) ?? "" }
  }

  /// A vault as the file has it.
  private func object(_ row: Statement) throws(Fault) -> JSONValue {
    let descriptions = 5
    let states = descriptions + VaultColumn.description.count
    let names = states + VaultColumn.state.count
    let incentives: JSONValue =
      switch row.integer(2) {
      case nil: .null
      case 0: .array([])
      default:
        .elements(try self.incentives(of: SQLValue(row.integer(3)), at: SQLValue(row.integer(4))))
      }
    let members =
      [JSONMember(key: "vault", value: .text(row.text(0)))]
      + VaultColumn.description.members(row, from: descriptions)
      + VaultColumn.state.members(row, from: states)
      + [JSONMember(key: "incentives", value: incentives)]
    let isNamed = row.integer(1) == 1
    return .object(members + (isNamed ? VaultColumn.names.members(row, from: names) : []))
  }

  private func incentives(of vault: SQLValue, at block: SQLValue) throws(Fault) -> [JSONValue] {
    try statement(
      """
      SELECT t.address, i.symbol, i.decimals, s.min_incentive_rate, s.incentive_rate, \
      s.amount_remaining, i.manager, s.price FROM incentive_state s \
      JOIN incentive i ON i.id = s.incentive JOIN token t ON t.id = i.token \
      WHERE s.vault = ? AND s.block = ? ORDER BY s.position
      """
    ).all([vault, block]) { row in
      .object(
        [JSONMember(key: "token", value: .text(row.text(0)))]
          + VaultColumn.incentive.members(row, from: 1) + VaultColumn.offer.members(row, from: 3)
          + [
            JSONMember(key: "manager", value: .text(row.text(6))),
            JSONMember(key: "price", value: .text(row.text(7))),
          ])
    }
  }
}
