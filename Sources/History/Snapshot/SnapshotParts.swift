internal import Faults
internal import Quantities
internal import Text

/// What of a snapshot's file has tables of its own; every other part is kept as it is written.
enum SnapshotParts {
  static let inTables = ["chain", "prices", "vaults", "validators", "pools"]

  /// The members of a pool that have columns, in the order of the file.
  static let poolColumns = ["kind", "pubkey", "address", "totalAssets", "totalSupply"]

  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(value)
    return writer.takeText()
  }
}

/// Of which block a snapshot is.
struct SnapshotHeader {
  let chain: UInt64
  let number: UInt64
  let hash: String
  let time: Timestamp
  let endpoint: String

  /// - Throws: a `Fault` for what is no snapshot of a block.
  init(of document: JSONNode, _ store: String) throws(Fault) {
    let chain = document["chain"]
    let block = chain?["block"]
    func number(_ node: JSONNode?) -> UInt64? { node?.scalarText.flatMap { UInt64($0) } }
    guard let id = number(chain?["id"]), let number = number(block?["number"]),
      let hash = block?["hash"]?.string, let seconds = UInt64(block?["timestamp"]?.scalarText ?? "")
    else { throw Self.malformed(store) }
    (self.chain, self.number, self.hash) = (id, number, hash)
    time = try Timestamp(seconds)
    endpoint = chain?["endpoint"]?.string ?? ""
  }

  func malformed(_ store: String) -> Fault { Self.malformed(store) }

  private static func malformed(_ store: String) -> Fault {
    Fault(
      .invalidValue, at: .file(store), found: "a snapshot without its chain and block",
      expected: "what `berayield snapshot` reads")
  }
}
