internal import Contracts
package import Faults
package import FixedPoint
package import History
package import Inputs
package import Quantities
package import Text
package import Yields

/// A vault in one block of a history: what figures over time are made of.
package struct VaultMoment: Sendable {
  package let block: StoredBlock
  package let snapshot: SnapshotFile
  package let node: InputNode

  /// Takes a vault as the store has it.
  ///
  /// - Parameters:
  ///   - vault: the vault of a snapshot's file.
  ///   - block: the block that it was read at.
  ///   - store: of which chain, and what its file is called.
  /// - Throws: a `Fault` for a store that is no history of a chain.
  package init(_ vault: JSONValue, at block: StoredBlock, of store: HistoryStore) throws(Fault) {
    let address = JSONNode(value: vault)["vault"]?.string ?? ""
    let snapshot = SnapshotFile(
      vault: vault,
      at: ObservedBlock(
        chainID: try store.chainID ?? 0, number: block.number, hash: block.hash, time: block.time,
        endpoint: "", era: nil),
      file: "\(store.name), block \(block.number), vault \(address)")
    guard let node = try snapshot.vaults().first else {
      throw snapshot.root.fault(
        found: "a block without a vault", expected: "a store of berayield watch")
    }
    (self.block, self.snapshot, self.node) = (block, snapshot, node)
  }

  /// What the vault is called: its name, and its address.
  package var name: String? { snapshot.name(of: node) }

  /// Its yields at the block's time; nil where a value that they hang on could not be read.
  package func report(year: YearLength) throws(Fault) -> VaultReport? {
    // Digits beyond a price's scale were told when it was given.
    var notes = InputNotes(strict: false)
    return try snapshot.report(of: node, year: year, notes: &notes)
  }

  /// The accumulator; nil where it could not be read.
  func reading() throws(Fault) -> RealizedReward.Reading? {
    try integer("rewardPerToken").map {
      RealizedReward.Reading(rewardPerToken: $0, time: block.time)
    }
  }

  /// A raw value of the vault; nil where it could not be read.
  func integer(_ key: String) throws(Fault) -> ExactInteger? {
    try node.member(key)?.field("a \(key)").rawInteger("a \(key)")
  }

  /// A price of the vault; nil where nobody knew it.
  func price(_ key: String) throws(Fault) -> Price? {
    var notes = InputNotes(strict: false)
    guard let price = try node.member(key)?.field("a price in USD").price(notes: &notes),
      !price.wad.rawValue.isZero
    else { return nil }
    return price
  }

  /// The decimals of the stake token; nil where they could not be read.
  func decimals() throws(Fault) -> TokenDecimals? {
    try node.member("stakeDecimals")?.field("decimals").tokenDecimals()
  }

  /// USD of incentives for a whole reward token; nil where the tokens could not be listed.
  package func bid() throws(Fault) -> ExactRational? {
    guard snapshot.known(node.json["incentives"]) else { return nil }
    return try market()?.bid
  }

  /// How long its offers last; nil where the emission is not known or no offer pays.
  func runway() throws(Fault) -> Runway? {
    guard let market = try market() else { return nil }
    return Runway(market.offers, try snapshot.emission(to: node))
  }

  private func market() throws(Fault) -> ObservedVault? {
    var notes = InputNotes(strict: false)
    return try snapshot.observedVaults(.deployed, notes: &notes).first
  }
}

extension HistoryStore {
  /// A vault in one block; nil where the block does not have it.
  package func moment(of address: String, at block: StoredBlock) throws(Fault) -> VaultMoment? {
    var found: VaultMoment?
    try forEach(of: address, in: block.number...block.number) { block, vault throws(Fault) in
      found = try VaultMoment(vault, at: block, of: self)
    }
    return found
  }

  /// A vault that the store has, by the address of an option.
  ///
  /// - Throws: a `Fault` for what is no address, and for one that the store has never seen.
  package func address(_ field: Field) throws(Fault) -> String {
    let address = try field.address().description
    guard try vaultAddresses().contains(address) else {
      throw field.error(.unknownName, expected: "the address of one of the store's vaults")
    }
    return address
  }
}
