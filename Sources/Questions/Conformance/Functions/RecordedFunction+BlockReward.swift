internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults

// BlockRewardController.sol.
extension RecordedFunction {
  static let blockReward: [String: RecordedFunction] = [
    "computeReward": computeReward,
    "getMaxBGTPerBlock": maxRewardPerBlock,
    "setBaseRate":
      setter { controller, value throws(Revert) in try controller.setBaseRate(value) },
    "setRewardRate":
      setter { controller, value throws(Revert) in try controller.setRewardRate(value) },
    "setMinBoostedRewardRate":
      setter { controller, value throws(Revert) in
        try controller.setMinBoostedRewardRate(value)
      },
    "setBoostMultiplier":
      setter { controller, value throws(Revert) in try controller.setBoostMultiplier(value) },
    "setRewardConvexity":
      setter { controller, value throws(Revert) in try controller.setRewardConvexity(value) },
  ]

  private static var computeReward: RecordedFunction {
    RecordedFunction(["boostPower", "rewardRate", "boostMultiplier", "rewardConvexity"]) {
      input, _ throws(Fault) in
      let boostPower = try input.word("boostPower", "a share of boosts, a wad")
      let rewardRate = try input.word("rewardRate", "reward wei per block")
      let multiplier = try input.word("boostMultiplier", "a multiplier, a wad")
      let convexity = try input.requiredField("rewardConvexity", "a signed wad")
        .signedWord("a signed wad")
      return Outcome.of { () throws(Revert) in
        let reward = try BlockRewardController.computeReward(
          boostPower: boostPower, rewardRate: rewardRate, boostMultiplier: multiplier,
          rewardConvexity: convexity)
        return .members(["reward": .word(reward)])
      }
    }
  }

  private static var maxRewardPerBlock: RecordedFunction {
    RecordedFunction(BlockRewardParameters.keys) { input, profile throws(Fault) in
      let parameters = try BlockRewardParameters(input)
      return Outcome.of { () throws(Revert) in
        let controller = try parameters.controller(profile.blockRewardLimits)
        return .members(["amount": .word(try controller.maxRewardPerBlock())])
      }
    }
  }

  private static func setter(
    _ set: @escaping @Sendable (inout BlockRewardController, UInt256) throws(Revert) -> Void
  ) -> RecordedFunction {
    RecordedFunction(["value"]) { input, profile throws(Fault) in
      let value = try input.word("value", "a word")
      return Outcome.of { () throws(Revert) in
        var controller = BlockRewardController(limits: profile.blockRewardLimits)
        try set(&controller, value)
        return .members([:])
      }
    }
  }
}

/// The parameters of the block reward as files hold them.
struct BlockRewardParameters {
  private let baseRate: UInt256
  private let rewardRate: UInt256
  private let minBoostedRewardRate: UInt256
  private let boostMultiplier: UInt256
  private let rewardConvexity: UInt256

  static let keys = [
    "baseRate", "rewardRate", "minBoostedRewardRate", "boostMultiplier", "rewardConvexity",
  ]

  init(_ input: RecordedObject) throws(Fault) {
    baseRate = try input.word("baseRate", "reward wei per block")
    rewardRate = try input.word("rewardRate", "reward wei per block")
    minBoostedRewardRate = try input.word("minBoostedRewardRate", "reward wei per block")
    boostMultiplier = try input.word("boostMultiplier", "a multiplier, a wad")
    rewardConvexity = try input.word("rewardConvexity", "a wad")
  }

  /// A controller on which each parameter was set as governance would.
  func controller(
    _ limits: ProtocolProfile.BlockRewardLimits
  ) throws(Revert) -> BlockRewardController {
    var controller = BlockRewardController(limits: limits)
    try controller.setBaseRate(baseRate)
    try controller.setRewardRate(rewardRate)
    try controller.setMinBoostedRewardRate(minBoostedRewardRate)
    try controller.setBoostMultiplier(boostMultiplier)
    // 0 is what a new controller has and no setter admits.
    if !rewardConvexity.isZero { try controller.setRewardConvexity(rewardConvexity) }
    return controller
  }
}
