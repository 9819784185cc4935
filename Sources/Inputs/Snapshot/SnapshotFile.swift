package import Faults
package import Quantities
package import Text

/// A snapshot of a chain as a source of inputs: which values of it a question takes, at the block's time.
package struct SnapshotFile: Sendable {
  /// The file.
  package let root: InputNode
  package let block: ObservedBlock

  /// What a file says that it is.
  package static let kind = "berayield-snapshot"

  /// Takes a document if it says that it is a snapshot; nil for any other.
  ///
  /// - Throws: a `Fault` for a snapshot of another version, or one without its block.
  package init?(_ node: InputNode) throws(Fault) {
    guard node.json["kind"]?.string == Self.kind else { return nil }
    guard let version = node.json["version"], version.scalarText == "1" else {
      throw node.fault(
        found: "a snapshot of version \(node.json["version"]?.scalarText ?? "nothing")",
        expected: "version 1")
    }
    root = node
    block = try Self.block(of: node)
  }

  /// The snapshot of a document that must be one.
  ///
  /// - Throws: a `Fault` for any other document, for another version, or one without its block.
  package init(of document: InputNode) throws(Fault) {
    guard let snapshot = try SnapshotFile(document) else {
      throw document.fault(
        .wrongType, found: "a document that is no snapshot",
        expected: "a file that `berayield snapshot` wrote")
    }
    self = snapshot
  }

  /// A snapshot that has one vault and nothing besides.
  ///
  /// - Parameters:
  ///   - vault: as the files of snapshots have it.
  ///   - block: what it was read at.
  ///   - file: what places in it are called.
  package init(vault: JSONValue, at block: ObservedBlock, file: String) {
    root = InputNode(
      JSONNode(value: .members(["vaults": .elements([vault])])), file: file, block: block)
    self.block = block
  }

  private static func block(of node: InputNode) throws(Fault) -> ObservedBlock {
    guard let chain = node.json["chain"], let block = chain["block"],
      let id = chain["id"]?.scalarText.flatMap({ UInt64($0) }),
      let number = block["number"]?.scalarText.flatMap({ UInt64($0) }),
      let hash = block["hash"]?.string, let time = block["timestamp"]?.scalarText
    else {
      throw node.fault(
        .missingValue, found: "a snapshot without its chain and block",
        expected: "a file that `berayield snapshot` wrote")
    }
    let place = InputNode(chain, path: node.path.appending("chain"), file: node.file).place
    return ObservedBlock(
      chainID: id, number: number, hash: hash,
      time: try Field(text: time, place: place).timestamp(),
      endpoint: chain["endpoint"]?.string ?? "", era: node.json["era"]?.string,
      upgraded: upgraded(node.json["eraFlags"]))
  }

  /// The contracts whose own flag says that they are of PoL Next.
  private static func upgraded(_ flags: JSONNode?) -> Set<ObservedBlock.UpgradedContracts> {
    func answers(_ flag: String) -> Bool { flags?[flag].map { !$0.isNull } ?? false }
    var upgraded: Set<ObservedBlock.UpgradedContracts> = []
    if answers("controllerVersion") { upgraded.insert(.blockRewards) }
    if answers("incentiveTokensCollector") { upgraded.insert(.vaults) }
    return upgraded
  }

  /// The vaults, in the order of the file.
  package func vaults() throws(Fault) -> [InputNode] {
    guard let list = node("vaults") else {
      throw root.fault(.missingValue, found: "no vaults", expected: "a snapshot's vaults")
    }
    return try list.elements("the vaults of a snapshot")
  }

  /// The vault of an address, or the only one.
  ///
  /// - Parameter address: as an option gives it; nil where none does.
  /// - Returns: the vault as the file has it.
  /// - Throws: a `Fault` where there is none, or one of several is to be named.
  package func vault(_ address: Field?) throws(Fault) -> InputNode {
    let vaults = try vaults()
    guard let address else {
      guard vaults.count == 1 else {
        throw Fault(
          .missingValue, at: .option("--vault"), found: "a snapshot of \(vaults.count) vaults",
          expected: "the address of one of them")
      }
      return vaults[0]
    }
    let wanted = address.text.lowercased()
    guard let vault = vaults.first(where: { $0.json["vault"]?.string == wanted }) else {
      throw address.error(
        .unknownName, expected: "the address of one of the snapshot's \(vaults.count) vaults")
    }
    return vault
  }

  /// A part of the file.
  package func node(_ key: String) -> InputNode? {
    root.json[key].map {
      InputNode($0, path: root.path.appending(key), file: root.file, block: block)
    }
  }

  /// What options ask about the whole file: its values are read from the file itself.
  ///
  /// - Parameter options: texts by key; nil where an option is not given.
  /// - Returns: the options, which know the file's block.
  /// - Throws: a `Fault`, as every object of inputs may.
  package func inputs(options: [String: String?]) throws(Fault) -> InputObject {
    try InputObject(
      inside: object([], at: .root), "a snapshot", keys: ["vaults"], options: options)
  }

  /// An object made of parts of the file, which keep their places.
  ///
  /// - Parameters:
  ///   - members: the parts.
  ///   - path: what they are of.
  /// - Returns: the object.
  package func object(_ members: [JSONMember], at path: JSONPath) -> InputNode {
    InputNode(
      JSONNode(value: .object(members), position: root.json.position), path: path,
      file: root.file, block: block)
  }
}

// A vault, as the questions about vaults take it.
extension SnapshotFile {
  /// What an APR cannot be without.
  package static let required: [InputKey] = [
    .rewardRate, .periodFinish, .totalSupply, .stakeDecimals, .rewardPrice, .stakePrice,
  ]

  /// The inputs of a vault: raw values by the keys that files of vaults have, its name, the block's time.
  ///
  /// A value that the snapshot lacks is null, never a default.
  package func inputs(of vault: InputNode) -> InputNode {
    func member(_ key: InputKey, _ source: JSONNode?) -> JSONMember {
      JSONMember(
        key: key.rawValue, keyPosition: source?.position ?? vault.json.position,
        node: source ?? JSONNode(value: .null, position: vault.json.position))
    }
    let name = ["officialName", "name", "symbol"].lazy
      .compactMap { vault.json[$0] }.first { !$0.isNull }
    return object(
      [member(.vault, vault.json["vault"]), member(.name, name)]
        + Self.required.map { member($0, vault.json[$0.rawValue]) } + [
          member(.undistributedRewards, vault.json[InputKey.undistributedRewards.rawValue]),
          member(
            .timestamp,
            JSONNode(value: .number("\(block.time.seconds)"), position: vault.json.position)),
        ], at: vault.path)
  }
}
