package import Faults
internal import FixedPoint
package import Inputs
internal import Quantities
internal import Text
internal import Yields

// A snapshot's vault as the inputs of other questions than its APR. What a question cannot be without
// stays null, and the question says so.

extension SnapshotFile {
  /// A vault in the incentive market.
  ///
  /// - Parameters:
  ///   - address: which vault.
  ///   - given: the inputs that options give.
  ///   - notes: where it is noted that tokens are left out, as their price or decimals are not known.
  /// - Returns: the inputs of `incentives`.
  /// - Throws: a `Fault` where there is no such vault, or its emission or tokens could not be read.
  package func incentives(
    of address: Field?, given: Set<String>, notes: inout InputNotes
  ) throws(Fault) -> InputNode {
    let vault = try vault(address)
    var members = [timeMember(vault)]
    if !given.contains("emissionPerDay") {
      members.append(
        JSONMember(
          key: "emissionPerDay", keyPosition: vault.json.position,
          node: JSONNode(value: try emissionPerDay(of: vault), position: vault.json.position)))
    }
    members += pick(["rewardPrice"], from: vault)
    if ["totalSupply", "stakePrice", "stakeDecimals"].allSatisfy({ known(vault.json[$0]) }) {
      members += pick(["totalSupply", "stakePrice", "stakeDecimals"], from: vault)
    }
    members.append(try tokens(of: vault, notes: &notes))
    if block.era(of: .vaults) == "pol-next",
      !known(node("incentives")?.json["payoutAmount"])
        || !known(node("incentives")?.json["queuedPayoutAmount"])
    {
      notes.add(
        Fault(
          .omitted, severity: .note, at: (node("incentives") ?? root).place,
          found: "a payout of the auction that could not be read", expected: "",
          hint: "the usual one is taken, and none is queued; --auction-payout gives it"))
    }
    if let incentives = node("incentives") {
      members += renamed(incentives, ["bgtIncentiveFeeRate": "feeBps"])
      if block.era(of: .vaults) == "pol-next" {
        members += renamed(incentives, ["payoutAmount": "auctionPayout"])
        if incentives.json["queuedPayoutAmount"]?.string != "0" {
          members += renamed(incentives, ["queuedPayoutAmount": "queuedAuctionPayout"])
        }
        members += stakers(incentives, notes: &notes)
      }
    }
    if let chef = node("chef") {
      members += renamed(chef, ["commissionChangeDelay": "commissionChangeDelay"])
    }
    return object(members, at: vault.path)
  }

  /// Those who share the auction's payouts; none where one of them could not be read, as the shares of all
  /// hang on each.
  private func stakers(_ incentives: InputNode, notes: inout InputNotes) -> [JSONMember] {
    let own = node("pools")?.json.elements?.first { $0["kind"]?.string == "sWBERA" }
    let vaults = incentives.json["lstStakerVaults"]?.elements
    guard let assets = own?["totalAssets"], !assets.isNull, let vaults,
      vaults.allSatisfy({ known($0["rate"]) && known($0["totalAssets"]) })
    else {
      notes.add(
        Fault(
          .omitted, severity: .note, at: incentives.place,
          found: "a staker of the auction that could not be read", expected: "",
          hint: "left out: what stakers earn; --holders gives the assets of sWBERA"))
      return []
    }
    let list = vaults.map { vault in
      JSONNode(
        value: .object(
          renamed(
            InputNode(vault, file: root.file),
            ["vault": "name", "rate": "rate", "totalAssets": "totalAssets"])),
        position: vault.position)
    }
    return [
      JSONMember(key: "holders", keyPosition: assets.position, node: assets),
      JSONMember(
        key: "lstStakerVaults", keyPosition: incentives.json.position,
        node: JSONNode(value: .array(list), position: incentives.json.position)),
    ]
  }

  /// The emission to a vault, by the one rule; nil where nobody gives it and no period runs.
  ///
  /// - Parameters:
  ///   - vault: the vault.
  ///   - given: wei per day, as the user knows them.
  /// - Returns: the emission.
  /// - Throws: a `Fault` for a malformed value.
  func emission(to vault: InputNode, given: ExactInteger? = nil) throws(Fault) -> VaultEmission? {
    VaultEmission(
      given: given,
      rewardRate: try vault.member("rewardRate")?.field("a rewardRate").rawInteger("a rewardRate"),
      periodFinish: try vault.member("periodFinish")?.field("a periodFinish").timestamp(),
      at: block.time)
  }

  /// Wei per day of the vault's own stream, 0 behind its period.
  private func emissionPerDay(of vault: InputNode) throws(Fault) -> JSONValue {
    guard known(vault.json["rewardRate"]), known(vault.json["periodFinish"]) else {
      throw vault.fault(
        .missingValue, found: "a vault without its rewardRate or periodFinish",
        expected: "a snapshot that could read both",
        hint: "its gaps say why; --emission-per-day gives the emission")
    }
    return .string((try emission(to: vault)?.perDay ?? 0).description)
  }

  private func tokens(
    of vault: InputNode, notes: inout InputNotes
  ) throws(Fault) -> JSONMember {
    guard let list = vault.json["incentives"]?.elements else {
      throw vault.fault(
        .missingValue, found: "a vault whose incentive tokens could not be read",
        expected: "a snapshot that lists them")
    }
    guard !list.isEmpty else {
      throw vault.fault(
        .missingValue, found: "a vault without incentive tokens",
        expected: "one with incentives, which have a value")
    }
    let tokens = offers(of: vault)
    if !tokens.left.isEmpty {
      let names = tokens.left.compactMap { $0["token"]?.string }.joined(separator: ", ")
      notes.add(
        Fault(
          .omitted, severity: .note, at: vault.place,
          found: "incentive tokens without a price or decimals", expected: "",
          hint: "left out: \(names)"))
    }
    return JSONMember(
      key: "tokens", keyPosition: vault.json.position,
      node: JSONNode(value: .array(tokens.usable.map(\.json)), position: vault.json.position))
  }

  /// A vault's incentive tokens: those that have a value, as the inputs of `incentives`, and the others
  /// as the file has them.
  func offers(of vault: InputNode) -> (usable: [InputNode], left: [JSONNode]) {
    let path = vault.path.appending("incentives")
    var (usable, left) = ([InputNode](), [JSONNode]())
    for (index, token) in (vault.json["incentives"]?.elements ?? []).enumerated() {
      let needed = ["decimals", "price", "incentiveRate", "amountRemaining"]
      guard needed.allSatisfy({ known(token[$0]) }) else {
        left.append(token)
        continue
      }
      let node = InputNode(token, path: path.appending(index), file: vault.file)
      let name = JSONMember(
        key: "token", keyPosition: token.position,
        node: token["symbol"].flatMap { $0.isNull ? nil : $0 } ?? token["token"] ?? token)
      usable.append(
        InputNode(
          JSONNode(
            value: .object(
              [name]
                + renamed(
                  node,
                  [
                    "decimals": "tokenDecimals", "price": "tokenPrice",
                    "incentiveRate": "incentiveRate", "amountRemaining": "amountRemaining",
                  ])), position: token.position), path: node.path, file: vault.file))
    }
    return (usable, left)
  }

  /// A vault's running emission, as the start of another one.
  ///
  /// - Parameters:
  ///   - address: which vault.
  ///   - given: the inputs that options give; they replace what would contradict them.
  /// - Returns: the inputs of `emission`.
  /// - Throws: a `Fault` where there is no such vault.
  package func emission(of address: Field?, given: Set<String>) throws(Fault) -> InputNode {
    let vault = try vault(address)
    var members = [timeMember(vault)]
    if vault.json["periodFinish"]?.scalarText != "0" {
      members += pick(["rewardRate", "periodFinish"], from: vault)
    }
    if !given.contains("reward") {
      members += renamed(vault, ["undistributedRewards": "undistributed"])
    }
    if given.isDisjoint(with: ["targetRate", "duration", "minDuration"]) {
      members += terms(of: vault)
    }
    let stake = ["totalSupply", "stakeDecimals", "stakePrice", "rewardPrice"]
    if stake.allSatisfy({ known(vault.json[$0]) }) { members += pick(stake, from: vault) }
    return object(members, at: vault.path)
  }

  /// The target rate with its least duration; without one the duration, the pending one where there is.
  private func terms(of vault: InputNode) -> [JSONMember] {
    if let target = vault.json["targetRewardsPerSecond"]?.string, target != "0" {
      return renamed(
        vault,
        [
          "targetRewardsPerSecond": "targetRate",
          "minRewardDurationForTargetRate": "minDuration",
        ])
    }
    let isPending = !["0", nil].contains(vault.json["pendingRewardsDuration"]?.scalarText)
    return renamed(
      vault, [isPending ? "pendingRewardsDuration" : "rewardsDuration": "duration"])
  }
}

// Parts of the file under the names of a question.
extension SnapshotFile {
  /// Whether a value is there and could be read.
  func known(_ node: JSONNode?) -> Bool { node.map { !$0.isNull } ?? false }

  func pick(_ keys: [String], from node: InputNode) -> [JSONMember] {
    (node.json.members ?? []).filter { keys.contains($0.key) }
  }

  /// The members that could be read, under other keys.
  func renamed(_ node: InputNode, _ names: KeyValuePairs<String, String>) -> [JSONMember] {
    names.compactMap { old, new in
      guard let value = node.json[old], !value.isNull else { return nil }
      return JSONMember(key: new, keyPosition: value.position, node: value)
    }
  }

  func timeMember(_ node: InputNode) -> JSONMember {
    JSONMember(
      key: "at", keyPosition: node.json.position,
      node: JSONNode(value: .number("\(block.time.seconds)"), position: node.json.position))
  }
}
