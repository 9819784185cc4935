package import Faults
internal import Quantities
package import Text

// A snapshot goes in as one change: all of it or nothing.
extension HistoryStore {
  /// What came of a snapshot.
  package enum Addition: Hashable, Sendable {
    case added
    /// The block is stored already; nothing changed.
    case present
  }

  /// Appends a snapshot.
  ///
  /// - Parameter document: the snapshot, as its file has it.
  /// - Returns: whether it was new.
  /// - Throws: a `Fault` where the store is of another chain or has the block with another hash, and where
  ///   it cannot be written; then nothing has changed.
  package func append(_ document: JSONValue) throws(Fault) -> Addition {
    let node = JSONNode(value: document)
    let header = try SnapshotHeader(of: node, name)
    try requireName()
    return try database.transaction { () throws(Fault) in
      if let chain = try chainID, chain != header.chain {
        throw Fault(
          .chain, at: .file(name), found: "a snapshot of chain \(header.chain)",
          expected: "one of chain \(chain), as all in the store")
      }
      if let known = try block(header.number) {
        guard known.hash == header.hash else {
          throw Fault(
            .chain, at: .file(name),
            found: "block \(known.number) with the hash \(header.hash)",
            expected: "\(known.hash), as in the store",
            hint: "another chain, or a bad node; nothing was stored")
        }
        return .present
      }
      try insert(header, node)
      return .added
    }
  }

  private func insert(_ header: SnapshotHeader, _ node: JSONNode) throws(Fault) {
    guard let number = Int64(exactly: header.number), let chain = Int64(exactly: header.chain)
    else {
      throw header.malformed(name)
    }
    let vaults = node["vaults"]?.elements ?? []
    try statement("INSERT OR IGNORE INTO chain (only, id) VALUES (1, ?)").run([.integer(chain)])
    try statement(
      "INSERT INTO block (number, hash, time, endpoint, vaults) VALUES (?, ?, ?, ?, ?)"
    ).run([
      .integer(number), .text(header.hash), .integer(Int64(header.time.seconds)),
      .text(header.endpoint), .integer(Int64(vaults.count)),
    ])
    let block = SQLValue.integer(number)
    for vault in vaults { try insert(vault, at: block) }
    for (position, pool) in (node["pools"]?.elements ?? []).enumerated() {
      try insert(pool: pool, at: [block, .integer(Int64(position))])
    }
    for (position, price) in (node["prices"]?.elements ?? []).enumerated() {
      try statement("INSERT INTO price VALUES (?, ?, ?, ?, ?, ?, ?)").run([
        block, .integer(Int64(position)), try token(price["token"]?.string ?? ""),
        SQLValue(price["price"]?.string), .text(price["source"]?.string ?? ""),
        SQLValue(price["publishTime"]?.scalarText), SQLValue(price["statement"]?.string),
      ])
    }
    for (position, validator) in (node["validators"]?.elements ?? []).enumerated() {
      let others = (validator.members ?? []).filter { $0.key != "boosts" }
      try statement("INSERT INTO validator_state VALUES (?, ?, ?, ?)").run([
        block, .integer(Int64(position)), SQLValue(validator["boosts"]?.string),
        try self.document(.object(others)),
      ])
    }
    let parts = (node.members ?? []).filter { !SnapshotParts.inTables.contains($0.key) }
    for (position, part) in parts.enumerated() {
      try statement("INSERT INTO part VALUES (?, ?, ?, ?)").run([
        block, .integer(Int64(position)), .text(part.key), try self.document(part.node.value),
      ])
    }
  }

  private func insert(_ object: JSONNode, at block: SQLValue) throws(Fault) {
    let vault = try id(
      "SELECT id FROM vault WHERE address = ?", [.text(object["vault"]?.string ?? "")],
      orInsert: "INSERT INTO vault (address) VALUES (?) RETURNING id")
    let isNamed = VaultColumn.names.contains { object[$0.key] != nil }
    let described =
      [vault] + VaultColumn.description.values(of: object) + [.integer(isNamed ? 1 : 0)]
      + VaultColumn.names.values(of: object)
    let description = try id(
      """
      SELECT id FROM vault_description WHERE vault = ? AND stake_token IS ? AND symbol IS ? \
      AND name IS ? AND stake_decimals IS ? AND reward_token IS ? AND is_named = ? \
      AND official_name IS ? AND protocol IS ?
      """, described,
      orInsert: """
        INSERT INTO vault_description (vault, stake_token, symbol, name, stake_decimals, \
        reward_token, is_named, official_name, protocol) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) \
        RETURNING id
        """)
    let incentives = object["incentives"]?.elements
    try statement(
      "INSERT INTO vault_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).run(
      [vault, block, description] + VaultColumn.state.values(of: object)
        + [SQLValue(incentives.map { Int64($0.count) })])
    for (position, incentive) in (incentives ?? []).enumerated() {
      let values =
        [try token(incentive["token"]?.string ?? "")]
        + VaultColumn.incentive.values(of: incentive) + [SQLValue(incentive["manager"]?.string)]
      let kind = try id(
        "SELECT id FROM incentive WHERE token = ? AND symbol IS ? AND decimals IS ? AND manager IS ?",
        values,
        orInsert: """
          INSERT INTO incentive (token, symbol, decimals, manager) VALUES (?, ?, ?, ?) RETURNING id
          """)
      try statement("INSERT INTO incentive_state VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
        [vault, block, .integer(Int64(position)), kind] + VaultColumn.offer.values(of: incentive)
          + [SQLValue(incentive["price"]?.string)])
    }
  }

  private func insert(pool: JSONNode, at key: [SQLValue]) throws(Fault) {
    let others = (pool.members ?? []).filter { !SnapshotParts.poolColumns.contains($0.key) }
    try statement("INSERT INTO pool_state VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
      key + [.text(pool["kind"]?.string ?? "")]
        + SnapshotParts.poolColumns.dropFirst().map { SQLValue(pool[$0]?.string) }
        + [.text(SnapshotParts.text(.object(others)))])
  }

  private func token(_ address: String) throws(Fault) -> SQLValue {
    try id(
      "SELECT id FROM token WHERE address = ?", [.text(address)],
      orInsert: "INSERT INTO token (address) VALUES (?) RETURNING id")
  }

  /// A part that seldom changes is kept once.
  private func document(_ value: JSONValue) throws(Fault) -> SQLValue {
    try id(
      "SELECT id FROM document WHERE text = ?", [.text(SnapshotParts.text(value))],
      orInsert: "INSERT INTO document (text) VALUES (?) RETURNING id")
  }

  private func id(
    _ search: String, _ values: [SQLValue], orInsert insertion: String
  ) throws(Fault) -> SQLValue {
    func id(_ row: Statement) -> SQLValue { SQLValue(row.integer(0)) }
    if let known = try statement(search).first(values, id) { return known }
    let statement = try statement(insertion)
    try statement.bind(values)
    guard try statement.step() else { return .null }
    let made = id(statement)
    // Only its end makes an insertion done.
    while try statement.step() {}
    return made
  }
}
