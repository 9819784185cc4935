internal import Contracts
internal import EVMArithmetic
internal import Faults
internal import Inputs
internal import Quantities
internal import Text

// Allocations and governance's stream as documents have them, whatever names a vault: `vault` makes a
// vault of its name. In a recorded state nothing may be missing: it is then `isWhole`.

extension KeyTree {
  fileprivate static let weight: KeyTree = ["vault", "weightBps"]
  static let allocation = KeyTree(["startBlock"]).with("weights", .weights)
  static let dedicatedStream =
    KeyTree(["emissionPerc"]).with("weights", .weights) + [
      "target", "debt",
    ]
}

extension KeyTree.Content {
  /// Pairs have no keys, objects in their place have.
  static let weights = KeyTree.Content.objects(.weight)
}

extension RewardAllocation {
  /// Reads `{startBlock, weights}`.
  static func read(
    _ node: InputNode, isWhole: Bool, _ vault: (String) -> Vault
  ) throws(Fault) -> RewardAllocation {
    let inputs = try InputObject(
      inside: node, "an allocation: startBlock and weights", keys: .allocation)
    if isWhole { _ = try inputs.required("startBlock", "a block number") }
    return RewardAllocation(
      startBlock: try inputs.field("startBlock")?.narrowWord("a block number") ?? 0,
      weights: try weights(inputs, vault) ?? [])
  }

  /// Reads `weights`: `[["vault0", "6000"], ...]`, or `[{"vault": "vault0", "weightBps": 6000}, ...]`.
  static func weights(
    _ inputs: InputObject, _ vault: (String) -> Vault
  ) throws(Fault) -> [Weight]? {
    guard let elements = try inputs.elements("weights", "vaults and their basis points") else {
      return nil
    }
    var weights: [Weight] = []
    for element in elements { weights.append(try weight(element, vault)) }
    return weights
  }

  private static func weight(
    _ node: InputNode, _ vault: (String) -> Vault
  ) throws(Fault) -> Weight {
    let expected = "a pair of a vault and its basis points, or {vault, weightBps}"
    if node.json.members != nil {
      let object = try InputObject(inside: node, expected, keys: .weight)
      return Weight(
        receiver: vault(try object.required("vault", "a vault").text),
        percentage: UInt256(
          UInt64(try object.required("weightBps", "its basis points").basisPoints().value)))
    }
    let pair = try node.elements(expected)
    guard pair.count == 2 else { throw node.fault(expected: expected) }
    return Weight(
      receiver: vault(try pair[0].field("a vault").text),
      percentage: try pair[1].field("basis points").word("basis points"))
  }
}

extension DedicatedEmissionStream {
  /// Reads `{emissionPerc, weights, target, debt}`.
  static func read(
    _ node: InputNode, isWhole: Bool, _ vault: (String) -> Vault
  ) throws(Fault) -> DedicatedEmissionStream {
    let inputs = try InputObject(
      inside: node, "the dedicated emission stream", keys: .dedicatedStream)
    var stream = DedicatedEmissionStream()
    let percentage = try inputs.required("emissionPerc", "basis points of the reward")
    let points =
      if let word = UInt256(percentage.text) { word } else {
        UInt256(UInt64(try percentage.basisPoints().value))
      }
    do throws(Revert) {
      try stream.setEmissionPercentage(points)
    } catch {
      throw percentage.error(expected: "basis points from 0 to 10000, or \(error.name)")
    }
    stream.weights = try RewardAllocation.weights(inputs, vault) ?? []
    stream.targets = try amounts(inputs, "target", isWhole: isWhole, vault)
    stream.debts = try amounts(inputs, "debt", isWhole: isWhole, vault)
    return stream
  }

  private static func amounts(
    _ inputs: InputObject, _ key: String, isWhole: Bool, _ vault: (String) -> Vault
  ) throws(Fault) -> [Vault: UInt256] {
    guard !isWhole || inputs.node(key) != nil else { throw inputs.missing(key, "wei by vault") }
    var amounts: [Vault: UInt256] = [:]
    for (name, node) in try inputs.named(key, "vaults and wei") {
      let amount = try node.field("vaults and wei").word("an amount in wei")
      guard amounts.updateValue(amount, forKey: vault(name)) == nil else {
        throw node.fault(.conflict, found: "the same vault twice", expected: "each vault once")
      }
    }
    return amounts
  }
}
