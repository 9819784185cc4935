internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// Where the reward of a recorded distribution comes from; a case that says what BERA the controller
/// holds is one of PoL Next.
enum RecordedReward {
  case boosted(BlockRewardParameters, BoostLedger)
  case constant(BlockRewardControllerV2)

  init(
    _ input: RecordedObject, _ validator: ValidatorKey, _ profile: ProtocolProfile
  ) throws(Fault) {
    guard let balance = try input.optionalWord("controllerBalance", "BERA wei") else {
      let parameters = try input.requiredObject("params", "the block reward's parameters")
      self = .boosted(
        try BlockRewardParameters(parameters),
        BoostLedger(
          boostees: [validator: try input.word("boostees", "BGT wei")],
          totalBoosts: try input.word("totalBoosts", "BGT wei")))
      return
    }
    self = .constant(
      BlockRewardControllerV2(
        rewards: profile.inEra(.polNext).blockRewards, owner: .zero, distributor: .zero,
        balance: balance))
  }

  /// The source, each of its parameters set as governance would.
  func source(_ profile: ProtocolProfile) throws(Revert) -> BlockRewardSource {
    switch self {
    case .boosted(let parameters, let boosts):
      .boosted(try parameters.controller(profile.blockRewardLimits), boosts)
    case .constant(let controller): .constant(controller)
    }
  }

  /// Figures that the inputs repeat and that follow from the others.
  func derivedInputs(_ validator: ValidatorKey) -> [JSONMember] {
    switch self {
    case .boosted(_, let boosts):
      let power = JSONValue.view { () throws(Revert) in
        try boosts.normalizedBoost(of: validator)
      }
      return [JSONMember(key: "boostPower", value: power)]
    case .constant(let controller):
      let parameters = BlockRewardParameters.keys.map { key -> (String, JSONValue) in
        switch key {
        case "baseRate": (key, .word(controller.baseRate))
        case "rewardRate": (key, .word(controller.rewardRate))
        default: (key, .null)
        }
      }
      return [JSONMember(key: "params", value: .named(parameters))]
        + ["boostees", "totalBoosts", "boostPower"].map {
          JSONMember(key: $0, value: .word(UInt256.zero))
        }
    }
  }

  /// What only PoL Next answers: how the reward was got, and what the vaults may draw.
  func output(of paid: Distributor.Distribution, _ labels: Labels) -> [(String, JSONValue)] {
    guard case .constant = self else { return [] }
    var allowances: [Address: UInt256] = [:]
    for payment in paid.dedicated + paid.allocated {
      // Parts of one reward: their sum is a word.
      allowances[payment.vault] = (allowances[payment.vault] ?? .zero) &+ payment.amount
    }
    let increases = allowances.map { (labels.text(of: $0), JSONValue.word($1)) }
    return [
      ("bgtMintedAndRedeemed", .word(paid.reward.redeemed)),
      ("exceedingBalanceBurnt", .burnt(paid.burnt)),
      ("allowanceIncrease", .named(increases.sorted { $0.0 < $1.0 })),
      ("distributorWbera", .word(paid.reward.vaults)),
    ]
  }
}
