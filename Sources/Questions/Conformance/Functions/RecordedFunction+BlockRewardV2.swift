internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

// BlockRewardController.sol of PoL Next: constants, and whole blocks.
extension RecordedFunction {
  static let blockRewardV2: [String: RecordedFunction] = [
    "VERSION": view("value") { _ in .word(BlockRewardControllerV2.version) },
    "baseRate": view("value") { controller in .word(controller.baseRate) },
    "rewardRate": view("value") { controller in .word(controller.rewardRate) },
    "getMaxBGTPerBlock": view("amount") { controller throws(Revert) in
      .word(try controller.maxEmissionPerBlock())
    },
    "getMaxEmissionPerBlock": view("amount") { controller throws(Revert) in
      .word(try controller.maxEmissionPerBlock())
    },
    "WBERA_ADDRESS": view("address") { _ in .string("WBERA") },
    "wbera": view("address") { _ in .string("WBERA") },
    "bgt": view("address") { _ in .string("BGT") },
    "distributor": view("address") { _ in .string("distributor") },
    "beaconDepositContract": view("address") { _ in .string("beaconDeposit") },
    "initialize": RecordedFunction(["caller"]) { input, _ throws(Fault) in
      _ = try input.field("caller", "an account: a name or an address")
      return .reverted("InvalidInitialization")
    },
    "setDistributor": setDistributor,
    "processRewards": processRewards,
    "burnExceedingBalance": burnExceedingBalance,
  ].merging(removedOfBlockReward) { current, _ in current }

  /// What the controller of the BGT era had, its views included.
  private static let removedOfBlockReward: [String: RecordedFunction] =
    blockReward.mapValues(\.removed).merging(
      [
        "minBoostedRewardRate", "boostMultiplier", "rewardConvexity", "MAX_BASE_RATE",
        "MAX_REWARD_RATE", "MAX_MIN_BOOSTED_REWARD_RATE", "MAX_BOOST_MULTIPLIER",
        "MAX_REWARD_CONVEXITY",
      ].map { ($0, RecordedFunction([]) { _, _ in .reverted("empty") }) }
    ) { $1 }

  private static func view(
    _ key: String,
    _ answer: @escaping @Sendable (BlockRewardControllerV2) throws(Revert) -> JSONValue
  ) -> RecordedFunction {
    RecordedFunction([]) { _, profile in
      var labels = Labels()
      let controller = BlockRewardControllerV2(profile, &labels)
      return Outcome.of { () throws(Revert) in .named([(key, try answer(controller))]) }
    }
  }

  private static var setDistributor: RecordedFunction {
    RecordedFunction(["caller", "value"]) { input, profile throws(Fault) in
      var labels = Labels()
      var controller = BlockRewardControllerV2(profile, &labels)
      let caller = try input.optionalAddress("caller", "an account", &labels) ?? controller.owner
      let new = try input.address("value", "an account", &labels)
      return Outcome.of { () throws(Revert) in
        try controller.setDistributor(new, by: caller)
        let arguments = JSONValue.members(["rewardDistribution": .string(labels.text(of: new))])
        return .members([
          "events": .elements([
            .members(["event": .string("SetDistributor"), "args": arguments])
          ])
        ])
      }
    }
  }

  private static var burnExceedingBalance: RecordedFunction {
    RecordedFunction(["caller", "controllerBalance"]) { input, profile throws(Fault) in
      var labels = Labels()
      let balance = try input.optionalWord("controllerBalance", "BERA wei") ?? .zero
      var controller = BlockRewardControllerV2(profile, &labels, balance: balance)
      let caller = try input.optionalAddress("caller", "an account", &labels)
      return Outcome.of { () throws(Revert) in
        let burnt = try controller.burnExceedingBalance(by: caller ?? controller.distributor)
        return .members(["exceedingBalanceBurnt": .burnt(burnt)])
      }
    }
  }

  /// A whole block: what is paid, then what is burnt.
  private static var processRewards: RecordedFunction {
    RecordedFunction([
      "isReady", "controllerBalance", "bgtReserveAboveSupply", "operator", "nextTimestamp",
      "caller",
    ]) { input, profile throws(Fault) in
      var labels = Labels()
      let isReady = try input.flag("isReady", "whether a default allocation exists")
      let balance = try input.optionalWord("controllerBalance", "BERA wei") ?? .zero
      let reserve = try input.optionalWord("bgtReserveAboveSupply", "BERA wei") ?? .max
      _ = try input.optionalAddress("operator", "an account", &labels)
      let timestamp = try input.optionalWord("nextTimestamp", "unix seconds")
      let before = BlockRewardControllerV2(profile, &labels, balance: balance, reserve: reserve)
      let caller = try input.optionalAddress("caller", "an account", &labels) ?? before.distributor
      return Outcome.of { () throws(Revert) in
        var controller = before
        let reward = try controller.processRewards(isReady: isReady, by: caller)
        let paid = controller
        let burnt = try controller.burnExceedingBalance(by: caller)
        var processed: [(String, JSONValue)] = [
          ("baseRate", .word(reward.base)), ("rewardRate", .word(reward.vaults)),
        ]
        if let timestamp { processed.insert(("nextTimestamp", .word(timestamp)), at: 0) }
        let isRedeemed = !reward.redeemed.isZero
        return .members([
          "reward": .word(reward.vaults), "blockRewardProcessed": .named(processed),
          "operatorWbera": .word(reward.base), "distributorWbera": .word(reward.vaults),
          "bgtMintedAndRedeemed": .word(reward.redeemed), "bgtSupplyChange": .word(UInt64(0)),
          "bgtReserveChange": .string((isRedeemed ? "-" : "") + reward.redeemed.description),
          "controllerBalanceAfter": .word(paid.balance), "exceedingBalanceBurnt": .burnt(burnt),
          "controllerBalanceAfterBurn": .word(controller.balance),
        ])
      }
    }
  }
}

extension BlockRewardControllerV2 {
  /// A controller whose accounts have the labels of the recorded files.
  fileprivate init(
    _ profile: ProtocolProfile, _ labels: inout Labels, balance: UInt256 = .zero,
    reserve: UInt256 = .max
  ) {
    self.init(
      rewards: profile.blockRewards, owner: labels.address(of: "gov"),
      distributor: labels.address(of: "distributor"), balance: balance, reserve: reserve)
  }
}

extension JSONValue {
  /// What was burnt, wei; null where nothing was, as no event says so.
  static func burnt(_ wei: UInt256) -> JSONValue { wei.isZero ? .null : .word(wei) }
}
