internal import Contracts
internal import Text
internal import Words

// The era is what the contracts of the block are, each for itself: a getter that they do not have
// reverts. It is never told by a date.
extension SnapshotAssembly {
  private mutating func flags() -> (
    version: Answer<UInt64>, token: Answer<Address>, collector: Answer<Address>
  ) {
    let controller = deployment.blockRewardController
    return (
      ledger.read(ChainCall(.version, of: controller)) { reply throws(MalformedReply) in
        try reply.number(at: 0, upTo: .max)
      },
      address(.emissionToken, of: deployment.distributor),
      address(.incentiveTokensCollector, of: deployment.rewardVaultFactory)
    )
  }

  mutating func eraFlags() -> Observation {
    let (version, token, collector) = flags()
    return .object([
      "controllerVersion": orNone(version) { .whole("\($0)") },
      "emissionToken": orNone(token) { .string($0.description) },
      "incentiveTokensCollector": orNone(collector) { .string($0.description) },
    ])
  }

  /// `bgt` where none of the new getters is there, `pol-next` where all are, `mixed` between.
  mutating func era() -> Observation {
    let (version, token, collector) = flags()
    let flags = [version.map { _ in }, token.map { _ in }, collector.map { _ in }]
    if let unclear = flags.compactMap(\.gap).first(where: { !$0.isRevert }) { return .gap(unclear) }
    let answers = flags.count { $0.value != nil }
    return .text(answers == 0 ? "bgt" : answers == flags.count ? "pol-next" : "mixed")
  }

  /// A value that contracts of another generation do not have.
  func orNone<Value>(_ answer: Answer<Value>, _ json: (Value) -> JSONValue) -> Observation {
    if let gap = answer.gap, gap.isRevert { return .none }
    return Observation(answer, json)
  }

  /// What the block's controller has: the curve of boosts before, the constant emission since.
  mutating func blockRewards() -> Observation {
    let controller = deployment.blockRewardController
    let version = flags().version
    let newest = word(.getMaxEmissionPerBlock, of: controller)
    // A getter that reverts although others of its generation answer is missing, not absent.
    let isNew = version.value != nil || newest.value != nil
    let old = [Getter.minBoostedRewardRate, .boostMultiplier, .rewardConvexity].map { getter in
      let answer = signedWord(getter, of: controller)
      return isNew ? orNone(answer) { .string($0) } : Observation(answer) { .string($0) }
    }
    return .object([
      "version": isNew
        ? Observation(version) { .whole("\($0)") } : orNone(version) { .whole("\($0)") },
      "baseRate": raw(.baseRate, of: controller),
      "rewardRate": raw(.rewardRate, of: controller),
      "minBoostedRewardRate": old[0],
      "boostMultiplier": old[1],
      "rewardConvexity": old[2],
      "maxEmissionPerBlock": isNew
        ? Observation(newest) { .string($0.description) }
        : orNone(newest) { .string($0.description) },
    ])
  }

  /// A word as a contract that keeps an int256 means it.
  private mutating func signedWord(_ getter: Getter, of target: Address) -> Answer<String> {
    word(getter, of: target).map { word in
      guard getter == .rewardConvexity, word.high >> 127 == 1 else { return word.description }
      return "-\((UInt256.zero &- word).description)"
    }
  }

  /// Who takes part of the incentives, and the auction of the rest.
  mutating func incentives() -> Observation {
    let factory = deployment.rewardVaultFactory
    let named = flags().collector
    let fee = word(.bgtIncentiveFeeRate, of: factory)
    // Both generations keep the auction behind the same address.
    let collector = named.value ?? deployment.incentivesCollector
    let isNew = named.value != nil
    let vaults = staking(of: collector)
    return .object([
      "bgtIncentiveFeeRate": isNew
        ? orNone(fee) { .whole($0.description) } : Observation(fee) { .whole($0.description) },
      "collector": fee.value == nil && !isNew
        ? Observation(named) : orNone(named) { .string($0.description) },
      "payoutAmount": raw(.payoutAmount, of: collector),
      "queuedPayoutAmount": raw(.queuedPayoutAmount, of: collector),
      "lstStakerVaults": vaults,
    ])
  }

  private static let mostStakerVaults: UInt64 = 1000

  private mutating func staking(of collector: Address) -> Observation {
    let length = ledger.read(ChainCall(.lstStakerVaultsLength, of: collector)) {
      reply throws(MalformedReply) in try reply.number(at: 0, upTo: Self.mostStakerVaults)
    }
    let list = length.flatMap { elements($0, .lstStakerVaults, of: collector) }
    switch list {
    case .pending: return .none
    case .gap(let gap): return .gap(gap)
    case .value(let vaults): return .list(vaults.map { stakerVault($0, of: collector) })
    }
  }

  private mutating func stakerVault(_ vault: Address, of collector: Address) -> Observation {
    let adapter = address(.lstAdapters, of: collector, ABIWriter(vault))
    let rate = adapter.flatMap { word(.getRate, of: $0) }
    return .object([
      "vault": .text(vault),
      "asset": Observation(address(.asset, of: vault)),
      "rate": Observation(rate) { .string($0.description) },
      "totalAssets": raw(.totalAssets, of: vault),
      "totalSupply": raw(.totalSupply, of: vault),
    ])
  }
}
