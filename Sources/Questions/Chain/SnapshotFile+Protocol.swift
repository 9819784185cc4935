internal import Chain
internal import Contracts
package import Faults
package import Inputs
internal import Quantities
internal import Text

// The protocol's own values of a snapshot as the inputs of questions: block rewards, allocations, pools.

extension SnapshotFile {
  /// What a block pays.
  ///
  /// - Parameter hasStake: whether a validator is asked about, whose yield needs the reward's price.
  /// - Returns: the inputs of `block-reward`.
  /// - Throws: a `Fault` where the snapshot could not read them.
  package func blockRewards(hasStake: Bool) throws(Fault) -> InputNode {
    guard let rewards = node("blockRewards") else {
      throw root.fault(
        .missingValue, found: "no blockRewards", expected: "a snapshot's block rewards")
    }
    let keys = ["baseRate", "rewardRate"]
    let curve = ["boostMultiplier", "rewardConvexity", "minBoostedRewardRate"]
    var members = renamed(rewards, ["baseRate": "baseRate", "rewardRate": "rewardRate"])
    guard members.count == keys.count else {
      throw rewards.fault(
        .missingValue, found: "block rewards without \(keys.joined(separator: " or "))",
        expected: "a snapshot that could read them", hint: "its gaps say why")
    }
    if block.era(of: .blockRewards) == "bgt" {
      members += pick(curve, from: rewards).filter { known($0.node) }
    }
    if hasStake, let price = rewardPrice?.json {
      members.append(JSONMember(key: "rewardPrice", keyPosition: price.position, node: price))
    }
    return object(members, at: rewards.path)
  }

  /// The price of WBERA, in which rewards are worth something in both eras.
  var rewardPrice: InputNode? {
    let token = Deployment(chainID: block.chainID).wbera.description
    guard let prices = node("prices"),
      let index = prices.json.elements?.firstIndex(where: { $0["token"]?.string == token }),
      let price = prices.json.elements?[index]["price"]
    else { return nil }
    let path = prices.path.appending(index).appending("price")
    return InputNode(price, path: path, file: root.file, block: block)
  }

  /// A block's distribution: the allocations of the snapshot's validator, or BeraChef's own alone.
  package func allocation() throws(Fault) -> InputNode {
    let validators = node("validators")?.json.elements ?? []
    guard validators.count <= 1 else {
      throw root.fault(
        found: "\(validators.count) validators",
        expected: "a snapshot of one, as it is about one validator's block",
        hint: "read it with --validator once")
    }
    var members: [JSONMember] = [number("block", block.number)]
    if let validator = validators.first {
      members += allocations(
        InputNode(validator, path: root.path, file: root.file),
        ["setAllocation": "custom", "queuedAllocation": "queued"])
    }
    if let chef = node("chef") {
      members += allocations(chef, ["defaultAllocation": "default"])
      members += renamed(
        chef,
        [
          "maxWeightPerVault": "maxWeightPerVault",
          "maxNumWeightsPerRewardAllocation": "maxNumWeights",
        ])
    }
    if block.era(of: .blockRewards) != "bgt", let rewards = node("blockRewards") {
      members += renamed(rewards, ["rewardRate": "amount"])
    }
    if let stream = dedicatedStream() { members.append(stream) }
    members.append(whitelist(of: members))
    return object(members, at: root.path)
  }

  private func number(_ key: String, _ value: UInt64) -> JSONMember {
    JSONMember(key: key, value: .whole("\(value)"))
  }

  private func allocations(
    _ node: InputNode, _ names: KeyValuePairs<String, String>
  ) -> [JSONMember] {
    renamed(node, names).map { member in
      let weights = (member.node["weights"]?.elements ?? []).map { weight in
        JSONNode(
          value: .object(
            renamed(
              InputNode(weight, file: root.file), ["receiver": "vault", "weight": "weightBps"])),
          position: weight.position)
      }
      let start = member.node["startBlock"].map {
        JSONMember(key: "startBlock", keyPosition: $0.position, node: $0)
      }
      return JSONMember(
        key: member.key, keyPosition: member.keyPosition,
        node: JSONNode(
          value: .object(
            [start].compactMap(\.self) + [JSONMember(key: "weights", value: .array(weights))]),
          position: member.node.position))
    }
  }

  /// The stream that governance directs; nil where it is empty or could not be read.
  func dedicatedStream() -> JSONMember? {
    guard let stream = node("stream"), let percentage = stream.json["emissionPerc"],
      !percentage.isNull, let vaults = stream.json["vaults"]?.elements
    else { return nil }
    func amounts(_ key: String) -> JSONValue {
      .object(
        vaults.compactMap { vault in
          guard let name = vault["vault"]?.string, let amount = vault[key], !amount.isNull else {
            return nil
          }
          return JSONMember(key: name, keyPosition: amount.position, node: amount)
        })
    }
    let weights = vaults.compactMap { vault -> JSONValue? in
      guard let name = vault["vault"], let weight = vault["weight"] else { return nil }
      return .members(["vault": name.value, "weightBps": weight.value])
    }
    return JSONMember(
      key: "dedicated",
      value: .object([
        JSONMember(key: "emissionPerc", keyPosition: percentage.position, node: percentage),
        JSONMember(key: "weights", value: .elements(weights)),
        JSONMember(key: "target", value: amounts("targetEmission")),
        JSONMember(key: "debt", value: amounts("debt")),
      ]))
  }

  /// The vaults of the allocations that are not known to be off BeraChef's list.
  private func whitelist(of allocations: [JSONMember]) -> JSONMember {
    let off = Set(
      (node("vaults")?.json.elements ?? []).filter { $0["whitelisted"]?.bool == false }
        .compactMap { $0["vault"]?.string })
    let named = allocations.flatMap { $0.node["weights"]?.elements ?? [] }
      .compactMap { $0["vault"]?.string }
    return JSONMember(
      key: "whitelisted",
      value: .elements(Set(named).subtracting(off).sorted().map { .string($0) }))
  }

  /// A pool's assets and shares.
  ///
  /// - Parameters:
  ///   - address: which pool; nil is sWBERA.
  ///   - hasTime: whether the question is about the block's time.
  /// - Returns: the inputs of questions about it.
  /// - Throws: a `Fault` where there is no such pool.
  package func pool(_ address: Field?, hasTime: Bool = false) throws(Fault) -> InputNode {
    let pools = node("pools")
    let wanted = address?.text.lowercased()
    let found = pools?.json.elements?.first { pool in
      wanted == nil ? pool["kind"]?.string == "sWBERA" : pool["address"]?.string == wanted
    }
    guard let pools, let found else {
      throw address?.error(.unknownName, expected: "the address of one of the snapshot's pools")
        ?? root.fault(.missingValue, found: "no pool", expected: "a snapshot's pools")
    }
    let node = InputNode(found, path: pools.path, file: root.file)
    return object(
      pick(["kind", "totalAssets", "totalSupply"], from: node).filter { known($0.node) }
        + (hasTime ? [timeMember(node)] : []), at: pools.path)
  }
}
