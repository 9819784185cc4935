public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Faults

/// A block's reward for vaults at a boost: what the contract computes, and what the formula means.
///
///     reward = rewardRate * min(mul, (1 + mul) * (1 - 1 / (1 + mul * boost^convexity)))
///
/// then at least the minimum. Source: `BlockRewardController.computeReward`, `processRewards`
/// (berachain/contracts). The contract rounds every step; the mathematical value is rounded once.
public struct BoostedReward: Hashable, Sendable {
  /// The validator's share of all boosts, 0 to 1.
  public let boost: Wad
  /// Reward token wei per block before the curve.
  public let rewardRate: ExactInteger
  /// The curve.
  public let curve: ProtocolProfile.BlockRewards.BoostCurve
  /// The contract's result, wei per block, its bits; the minimum applied.
  public let contract: ExactInteger
  /// The formula's true value, rounded once, down, to wei; the minimum applied.
  public let mathematical: ExactInteger

  /// The reward at a boost.
  ///
  /// - Parameters:
  ///   - boost: the validator's share of all boosts, 0 to 1.
  ///   - rewardRate: reward token wei per block before the curve.
  ///   - curve: the curve.
  /// - Throws: `Fault` for a boost outside of 0 to 1, a convexity above 1 or a
  ///   negative rate, `.reverts` where the contract would.
  public init(
    boost: Wad, rewardRate: ExactInteger, curve: ProtocolProfile.BlockRewards.BoostCurve
  ) throws(Fault) {
    try Fault.requireNotNegative(rewardRate, "rewardRate")
    guard !boost.isNegative, boost <= .one else {
      throw Fault.invalid(
        field: "boost", found: boost.text(), expected: "a share of all boosts, 0 to 1")
    }
    guard curve.convexity <= UInt128(ProtocolProfile.precision) else {
      throw Fault.invalid(
        field: "rewardConvexity", found: curve.convexity.description,
        expected: "at most \(ProtocolProfile.precision), which is 1")
    }
    self.boost = boost
    self.rewardRate = rewardRate
    self.curve = curve
    let minimum = ExactInteger(curve.minimumRewardRate)
    contract = max(minimum, try Self.contractReward(boost, rewardRate, curve))
    mathematical = max(minimum, try Self.exactReward(boost, rewardRate, curve))
  }

  private static func contractReward(
    _ boost: Wad, _ rewardRate: ExactInteger, _ curve: ProtocolProfile.BlockRewards.BoostCurve
  ) throws(Fault) -> ExactInteger {
    let power = try boost.rawValue.word("boost")
    let rate = try rewardRate.word("rewardRate")
    return ExactInteger(
      try Fault.asking("BlockRewardController.computeReward", about: "rewardRate") {
        () throws(Revert) in
        try BlockRewardController.computeReward(
          boostPower: power, rewardRate: rate,
          boostMultiplier: UInt256(high: 0, low: curve.multiplier),
          rewardConvexity: Int256(bitPattern: UInt256(high: 0, low: curve.convexity)))
      })
  }

  /// The true value, rounded down to wei: the bounds of the power narrow until both ends agree.
  ///
  /// With 1 + m*y over the line, (1+m)(1 - 1/(1+m*y)) = (1+m)*m*y / (1+m*y): it grows with y, and
  /// is at most m for y up to 1, so the minimum with m never bites. An irrational power makes an
  /// irrational reward, so the loop ends.
  private static func exactReward(
    _ boost: Wad, _ rewardRate: ExactInteger, _ curve: ProtocolProfile.BlockRewards.BoostCurve
  ) throws(Fault) -> ExactInteger {
    guard !boost.isZero else { return 0 }
    let multiplier = ExactRational(Wad(raw: ExactInteger(curve.multiplier)))
    let convexity = Wad(raw: ExactInteger(curve.convexity))
    func reward(_ power: ExactRational) -> ExactInteger {
      let boosted = multiplier * power
      let coefficient = ((.one + multiplier) * boosted).divided(byNonZero: .one + boosted)
      return (ExactRational(rewardRate) * coefficient).integer(rounding: .down)
    }
    var bits = 64 + rewardRate.bitWidth
    while true {
      let power = try Self.power(boost, convexity, bits: bits)
      let (low, high) = (reward(power.low), reward(power.high))
      if low == high { return low }
      bits *= 2
    }
  }

  private static func power(
    _ boost: Wad, _ convexity: Wad, bits: Int
  ) throws(Fault) -> (low: ExactRational, high: ExactRational) {
    do throws(ArithmeticError) {
      return try boost.powerBounds(convexity, bits: bits)
    } catch {
      throw Fault(
        .outOfRange, at: .input("rewardConvexity"), found: "a power without a result (\(error))",
        expected: "one that can be stated")
    }
  }
}
