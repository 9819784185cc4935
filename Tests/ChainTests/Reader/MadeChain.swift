import Contracts
import Words

@testable import Chain

/// A small chain at one block, made up: what is not set reverts, as a contract without that getter does.
struct MadeChain: Sendable {
  var id: UInt64 = 80094
  var number: UInt64 = 21_340_222
  var hash = "0x" + String(repeating: "ab", count: 32)
  var timestamp: UInt64 = 1_768_681_314
  private var answers: [[UInt8]: [UInt8]] = [:]

  private static let deployment = Deployment.mainnet

  /// A chain of vaults, each with a stake token that an oracle prices and `incentives` tokens.
  init(vaults: Int = 2, incentives: Int = 1) {
    let deployment = Self.deployment
    set(.allVaultsLength, of: deployment.rewardVaultFactory, word(UInt64(vaults)))
    set(.bgtIncentiveFeeRate, of: deployment.rewardVaultFactory, word(330))
    set(
      .getPriceUnsafe, of: deployment.oracles[1], ABIWriter(deployment.wbera),
      word(price) + word(timestamp - 60))
    for index in 0..<vaults { addVault(index, incentives: incentives) }
    for getter in [
      Getter.baseRate, .rewardRate, .minBoostedRewardRate, .boostMultiplier, .rewardConvexity,
    ] {
      set(getter, of: deployment.blockRewardController, word(10))
    }
    set(.emissionPerc, of: deployment.dedicatedEmissionStreamManager, word(0))
    set(.getRewardAllocation, of: deployment.dedicatedEmissionStreamManager, word(32) + word(0))
    for getter in [Getter.totalAssets, .totalSupply, .reservedAssets] {
      set(getter, of: deployment.wberaStakerVault, word(1_000))
    }
  }

  /// 7.8 USD.
  let price: UInt64 = 7_800_000_000_000_000_000

  static func vault(_ index: Int) -> Address { Address(number: 0x1_0000 + UInt64(index)) }
  static func stake(_ index: Int) -> Address { Address(number: 0x2_0000 + UInt64(index)) }
  static func incentive(_ index: Int) -> Address { Address(number: 0x3_0000 + UInt64(index)) }

  private mutating func addVault(_ index: Int, incentives: Int) {
    let (vault, stake) = (Self.vault(index), Self.stake(index))
    let deployment = Self.deployment
    set(
      .allVaults, of: deployment.rewardVaultFactory, ABIWriter(UInt256(UInt64(index))), word(vault))
    set(.stakeToken, of: vault, word(stake))
    set(.rewardToken, of: vault, word(deployment.bgt))
    set(.rewardRate, of: vault, ABIWriter(UInt256(high: UInt128(index), low: 5)).bytes)
    set(.periodFinish, of: vault, word(timestamp + 1000))
    for (offset, getter) in [
      Getter.totalSupply, .lastUpdateTime, .rewardPerToken, .rewardPerTokenStored,
      .undistributedRewards,
      .rewardsDuration, .pendingRewardsDuration, .targetRewardsPerSecond,
      .minRewardDurationForTargetRate,
    ].enumerated() {
      set(getter, of: vault, word(UInt64(1000 * (index + 1) + offset)))
    }
    set(.paused, of: vault, word(0))
    set(.isWhitelistedVault, of: deployment.beraChef, ABIWriter(vault), word(1))
    let tokens = (0..<incentives).map { Self.incentive(index * incentives + $0) }
    set(
      .getWhitelistedTokens, of: vault,
      word(32) + word(UInt64(incentives)) + tokens.flatMap { word($0) })
    for token in tokens {
      set(.incentives, of: vault, ABIWriter(token), word(1) + word(2) + word(3) + word(vault))
      addToken(token, symbol: "INC")
    }
    addToken(stake, symbol: "LP\(index)")
    set(
      .getPriceUnsafe, of: deployment.oracles[0], ABIWriter(stake),
      word(price / 2) + word(timestamp))
  }

  private mutating func addToken(_ token: Address, symbol: String) {
    set(.decimals, of: token, word(18))
    set(.symbol, of: token, text(symbol))
    set(.name, of: token, text("\(symbol) token"))
  }

  /// Sets what a getter answers; nil lets it revert.
  mutating func set(_ getter: Getter, of target: Address, _ answer: [UInt8]?) {
    set(getter, of: target, ABIWriter(), answer)
  }

  mutating func set(
    _ getter: Getter, of target: Address, _ arguments: ABIWriter, _ answer: [UInt8]?
  ) {
    answers[Self.key(target, ABIWriter.bytes(of: getter.selector) + arguments.bytes)] = answer
  }

  /// What a call answers; nil is a revert.
  func answer(_ call: AskedCall) -> [UInt8]? {
    if call.target == Multicall3.address {
      switch call.data {
      case [0x42, 0xcb, 0xb1, 0x5c]: return word(number)
      case [0x0f, 0x28, 0xc9, 0x7d]: return word(timestamp)
      case [0x34, 0x08, 0xe4, 0x70]: return word(id)
      default: return nil
      }
    }
    return answers[Self.key(call.target, call.data)]
  }

  /// The same chain, with another answer to one call.
  func answering(_ call: AskedCall, _ answer: [UInt8]?) -> MadeChain {
    var chain = self
    chain.answers[Self.key(call.target, call.data)] = answer
    return chain
  }

  private static func key(_ target: Address, _ data: [UInt8]) -> [UInt8] { target.bytes + data }

  func word(_ number: UInt64) -> [UInt8] { ABIWriter(UInt256(number)).bytes }
  func word(_ address: Address) -> [UInt8] { ABIWriter(address).bytes }

  private func text(_ text: String) -> [UInt8] {
    var writer = ABIWriter()
    writer.append(32)
    writer.append(Array(text.utf8))
    return writer.bytes
  }
}
