package import Faults
internal import Quantities
package import Text

// A snapshot comes out as it went in.
extension HistoryStore {
  /// The snapshot of a block: the document that was appended.
  ///
  /// - Parameter block: a block of this store.
  /// - Returns: the document.
  /// - Throws: a `Fault` where the store cannot be read.
  package func snapshot(at block: StoredBlock) throws(Fault) -> JSONValue {
    let key = SQLValue.integer(Int64(bitPattern: block.number))
    var parts = try parts(key)
    let tables: [(String, JSONValue)] = [
      ("chain", try chain(block, key)), ("prices", .elements(try prices(key))),
      ("vaults", .elements(try vaults(key))), ("validators", .elements(try validators(key))),
      ("pools", .elements(try pools(key))),
    ]
    // Where they stand in the file: behind the part before them.
    for (name, before) in [
      ("chain", "version"), ("prices", "eraFlags"), ("vaults", "prices"),
      ("validators", "vaults"), ("pools", "validators"),
    ] {
      guard let value = tables.first(where: { $0.0 == name })?.1 else { continue }
      let index = parts.firstIndex { $0.key == before }.map { $0 + 1 } ?? parts.endIndex
      parts.insert(JSONMember(key: name, value: value), at: index)
    }
    return .object(parts)
  }

  private func chain(_ block: StoredBlock, _ key: SQLValue) throws(Fault) -> JSONValue {
    let endpoint = try statement("SELECT endpoint FROM block WHERE number = ?")
      .first([key]) { $0.text(0) }
    return .members([
      "id": .whole("\(try chainID ?? 0)"),
      "block": .members([
        "number": .whole("\(block.number)"), "hash": .string(block.hash),
        "timestamp": .whole("\(block.time)"),
      ]),
      "endpoint": .string((endpoint ?? nil) ?? ""),
    ])
  }

  private func parts(_ block: SQLValue) throws(Fault) -> [JSONMember] {
    try statement(
      """
      SELECT name, text FROM part JOIN document ON document.id = part.document \
      WHERE block = ? ORDER BY position
      """
    ).all([block]) { row throws(Fault) in
      JSONMember(key: row.text(0) ?? "", value: try value(row.text(1)))
    }
  }

  /// A document that the store keeps as text.
  private func value(_ text: String?) throws(Fault) -> JSONValue {
    try JSONReader.parse(Array((text ?? "").utf8), name: name).value
  }

  private func prices(_ block: SQLValue) throws(Fault) -> [JSONValue] {
    try statement(
      """
      SELECT address, price, source, publish_time, statement FROM price \
      JOIN token ON token.id = price.token WHERE block = ? ORDER BY position
      """
    ).all([block]) { row in
      var members: [JSONMember] = zip(["token", "price", "source"], 0...).map { key, index in
        JSONMember(key: key, value: .text(row.text(index)))
      }
      if let time = row.text(3) {
        members.append(JSONMember(key: "publishTime", value: .whole(time)))
      }
      if let said = row.text(4) {
        members.append(JSONMember(key: "statement", value: .string(said)))
      }
      return .object(members)
    }
  }

  private func validators(_ block: SQLValue) throws(Fault) -> [JSONValue] {
    try statement(
      """
      SELECT text, boosts FROM validator_state JOIN document ON document.id = document \
      WHERE block = ? ORDER BY position
      """
    ).all([block]) { row throws(Fault) in
      let others = JSONNode(value: try value(row.text(0))).members ?? []
      return .object(others + [JSONMember(key: "boosts", value: .text(row.text(1)))])
    }
  }

  private func pools(_ block: SQLValue) throws(Fault) -> [JSONValue] {
    try statement(
      """
      SELECT kind, pubkey, address, total_assets, total_supply, others FROM pool_state \
      WHERE block = ? ORDER BY position
      """
    ).all([block]) { row throws(Fault) in
      let members = zip(SnapshotParts.poolColumns, 0...).compactMap { key, index in
        // Only a validator's own pool has its key.
        key == "pubkey" && row.text(index) == nil
          ? nil : JSONMember(key: key, value: .text(row.text(index)))
      }
      return .object(members + (JSONNode(value: try value(row.text(5))).members ?? []))
    }
  }
}
