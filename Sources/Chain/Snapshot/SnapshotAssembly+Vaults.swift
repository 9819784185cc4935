internal import Contracts
internal import FixedPoint
internal import Text
internal import Words

extension SnapshotAssembly {
  /// One vault, with the keys that `apr` reads.
  mutating func vault(_ vault: Address) -> Observation {
    let stake = address(.stakeToken, of: vault)
    let reward = address(.rewardToken, of: vault)
    let value = stakeValue(stake)
    let parts: KeyValuePairs<String, Observation> = [
      "vault": .text(vault),
      "stakeToken": Observation(stake),
      "symbol": dependent(stake) { Observation($0.text(.symbol, of: $1)) { .string($0) } },
      "name": dependent(stake) { Observation($0.text(.name, of: $1)) { .string($0) } },
      "stakeDecimals": dependent(stake) { Observation($0.decimals(of: $1)) { .whole("\($0)") } },
      "rewardToken": Observation(reward),
      "rewardRate": raw(.rewardRate, of: vault),
      "periodFinish": time(.periodFinish, of: vault),
      "totalSupply": raw(.totalSupply, of: vault),
      "rewardPrice": dependent(reward) { assembly, token in
        Observation(assembly.price(of: token)) { .string($0.price.text()) }
      },
      "stakePrice": value.map { Observation($0) { .string($0.price.text()) } } ?? .covered,
      "stakePriceSource": value.flatMap { $0.value.map { .text($0.source.rawValue) } } ?? .covered,
      "lastUpdateTime": whole(.lastUpdateTime, of: vault),
      "rewardPerToken": raw(.rewardPerToken, of: vault),
      "rewardPerTokenStored": raw(.rewardPerTokenStored, of: vault),
      "undistributedRewards": raw(.undistributedRewards, of: vault),
      "rewardsDuration": whole(.rewardsDuration, of: vault),
      "pendingRewardsDuration": whole(.pendingRewardsDuration, of: vault),
      "targetRewardsPerSecond": raw(.targetRewardsPerSecond, of: vault),
      "minRewardDurationForTargetRate": whole(.minRewardDurationForTargetRate, of: vault),
      "paused": flag(.paused, of: vault),
      "whitelisted": flag(.isWhitelistedVault, of: deployment.beraChef, ABIWriter(vault)),
      "incentives": incentives(of: vault),
    ]
    return .members(parts.map { (key: $0, part: $1) } + official(vault, stake.value))
  }

  /// What the official lists call a vault, where somebody gave them.
  private func official(
    _ vault: Address, _ stake: Address?
  ) -> [(key: String, part: Observation)] {
    guard !request.names.isEmpty else { return [] }
    let name = request.names[vault] ?? stake.flatMap { request.names[$0] }
    return [
      ("officialName", .value(.text(name?.name))), ("protocol", .value(.text(name?.protocol))),
    ]
  }

  /// What is asked of a contract that another call names; that call's gap covers it.
  private mutating func dependent(
    _ target: Answer<Address>, _ read: (inout SnapshotAssembly, Address) -> Observation
  ) -> Observation {
    target.value.map { read(&self, $0) } ?? .covered
  }

  private mutating func stakeValue(_ stake: Answer<Address>) -> Answer<TokenValue>? {
    stake.value.map { value(of: $0) }
  }

  /// How many incentive tokens of a vault are read; the contract's own limit is a uint8.
  private static let mostIncentives = 255

  private mutating func incentives(of vault: Address) -> Observation {
    let tokens = ledger.read(ChainCall(.getWhitelistedTokens, of: vault)) {
      reply throws(MalformedReply) in
      let array = try reply.tail(at: 0)
      let count = try array.length(ofElements: 1)
      guard count <= Self.mostIncentives else {
        throw MalformedReply(reason: "\(count) incentive tokens")
      }
      return try (0..<count).map { index throws(MalformedReply) in
        try array.address(at: index + 1)
      }
    }
    switch tokens {
    case .pending: return .none
    case .gap(let gap): return .gap(gap)
    case .value(let tokens):
      return .list(
        tokens.sorted()
          .map { incentive($0, of: vault) })
    }
  }

  private mutating func incentive(_ token: Address, of vault: Address) -> Observation {
    let call = ChainCall(.incentives, of: vault, ABIWriter(token))
    func amount(_ index: Int) -> Observation {
      Observation(
        ledger.read(call) { reply throws(MalformedReply) in
          // The whole tuple, so that a short reply has no half.
          _ = try reply.address(at: 3)
          return try reply.uint256(at: index)
        }
      ) { .string($0.description) }
    }
    let manager = ledger.read(call) { reply throws(MalformedReply) in try reply.address(at: 3) }
    return .object([
      "token": .text(token),
      "symbol": Observation(text(.symbol, of: token)) { .string($0) },
      "decimals": Observation(decimals(of: token)) { .whole("\($0)") },
      "minIncentiveRate": amount(0),
      "incentiveRate": amount(1),
      "amountRemaining": amount(2),
      "manager": Observation(manager),
      "price": Observation(price(of: token)) { .string($0.price.text()) },
    ])
  }
}
