public import EVMArithmetic

/// The block reward of the BGT era: its parameters, their limits, and the boost curve.
///
/// Source: berachain/contracts, src/pol/rewards/BlockRewardController.sol. Rates are reward token
/// wei per block, multiplier, convexity and boost power are wads.
public struct BlockRewardController: Hashable, Sendable {
  /// What the validator's operator gets for every block.
  public private(set) var baseRate: UInt256 = 0
  /// What the boost curve scales.
  public private(set) var rewardRate: UInt256 = 0
  /// The least a block pays to vaults.
  public private(set) var minBoostedRewardRate: UInt256 = 0
  /// How much a full boost multiplies `rewardRate`.
  public private(set) var boostMultiplier: UInt256 = 0
  /// How fast the curve approaches its maximum; the contract keeps it signed.
  public private(set) var rewardConvexity: Int256 = 0
  /// The limits that the setters enforce.
  public let limits: ProtocolProfile.BlockRewardLimits

  /// A controller with all rates 0.
  public init(limits: ProtocolProfile.BlockRewardLimits) {
    self.limits = limits
  }
}

extension BlockRewardController {
  /// `setBaseRate`.
  ///
  /// - Parameter rate: Reward token wei per block.
  /// - Throws: `InvalidBaseRate` above the limit.
  public mutating func setBaseRate(_ rate: UInt256) throws(Revert) {
    try Self.require(rate, atMost: limits.maxBaseRate, else: "InvalidBaseRate")
    baseRate = rate
  }

  /// `setRewardRate`.
  ///
  /// - Parameter rate: Reward token wei per block.
  /// - Throws: `InvalidRewardRate` above the limit.
  public mutating func setRewardRate(_ rate: UInt256) throws(Revert) {
    try Self.require(rate, atMost: limits.maxRewardRate, else: "InvalidRewardRate")
    rewardRate = rate
  }

  /// `setMinBoostedRewardRate`.
  ///
  /// - Parameter rate: Reward token wei per block.
  /// - Throws: `InvalidMinBoostedRewardRate` above the limit.
  public mutating func setMinBoostedRewardRate(_ rate: UInt256) throws(Revert) {
    try Self.require(
      rate, atMost: limits.maxMinBoostedRewardRate, else: "InvalidMinBoostedRewardRate")
    minBoostedRewardRate = rate
  }

  /// `setBoostMultiplier`.
  ///
  /// - Parameter multiplier: A wad.
  /// - Throws: `InvalidBoostMultiplier` above the limit.
  public mutating func setBoostMultiplier(_ multiplier: UInt256) throws(Revert) {
    try Self.require(
      multiplier, atMost: limits.maxBoostMultiplier, else: "InvalidBoostMultiplier")
    boostMultiplier = multiplier
  }

  /// `setRewardConvexity`.
  ///
  /// - Parameter convexity: A wad above 0.
  /// - Throws: `InvalidRewardConvexity` for 0 or above the limit.
  public mutating func setRewardConvexity(_ convexity: UInt256) throws(Revert) {
    if convexity.isZero { throw .custom("InvalidRewardConvexity") }
    try Self.require(
      convexity, atMost: limits.maxRewardConvexity, else: "InvalidRewardConvexity")
    rewardConvexity = Int256(bitPattern: convexity)
  }

  private static func require(
    _ value: UInt256, atMost limit: UInt128, else error: String
  ) throws(Revert) {
    if value > UInt256(high: 0, low: limit) { throw .custom(error) }
  }
}

extension BlockRewardController {
  /// `computeReward`: what a block pays to vaults at a boost, before the minimum.
  ///
  /// The contract's fixed point in the contract's order, each step rounded as Solady rounds it.
  /// A boost of 0 gives 0; a boost of exactly 1e18 takes a branch of its own and gives
  /// `rewardRate * boostMultiplier`.
  ///
  /// - Parameters:
  ///   - boostPower: The validator's share of all boosts, a wad.
  ///   - rewardRate: Reward token wei per block.
  ///   - boostMultiplier: A wad.
  ///   - rewardConvexity: A signed wad.
  /// - Returns: Reward token wei.
  /// - Throws: `LnWadUndefined` for a boost from 2^255 on, `ExpOverflow`, `MulWadFailed`,
  ///   `DivWadFailed` or `Panic(0x11)` where a step leaves its range.
  public static func computeReward(
    boostPower: UInt256, rewardRate: UInt256, boostMultiplier: UInt256, rewardConvexity: Int256
  ) throws(Revert) -> UInt256 {
    typealias Lib = FixedPointMathLib
    if boostPower.isZero { return .zero }
    if boostPower == Lib.wad { return try Lib.mulWad(rewardRate, boostMultiplier) }
    let power = try Lib.powWad(Int256(bitPattern: boostPower), rewardConvexity)
    let scaled = try Lib.mulWad(boostMultiplier, UInt256(bitPattern: power))
    let denominator = try Lib.wad + scaled
    let fraction = try Lib.wad - (try Lib.divWad(Lib.wad, denominator))
    // Rounding can carry the product a little above the multiplier, which is its limit.
    let coefficient = try Lib.mulWad(fraction, try Lib.wad + boostMultiplier)
    return try Lib.mulWad(rewardRate, min(coefficient, boostMultiplier))
  }

  /// `getMaxBGTPerBlock`: what a block pays at most, at a full boost, base rate included.
  ///
  /// - Returns: Reward token wei.
  /// - Throws: `MulWadFailed` or `Panic(0x11)` beyond 256 bits.
  public func maxRewardPerBlock() throws(Revert) -> UInt256 {
    let full = try Self.computeReward(
      boostPower: FixedPointMathLib.wad, rewardRate: rewardRate,
      boostMultiplier: boostMultiplier, rewardConvexity: rewardConvexity)
    return try max(full, minBoostedRewardRate) + baseRate
  }

  /// `processRewards`: what one block pays.
  ///
  /// - Parameters:
  ///   - boostPower: The validator's share of all boosts, a wad.
  ///   - isReady: Whether a default allocation exists; without one vaults get nothing.
  /// - Returns: Wei to the operator, and wei to vaults (at least the minimum, when ready).
  /// - Throws: As `computeReward`.
  public func rewards(
    boostPower: UInt256, isReady: Bool
  ) throws(Revert) -> (base: UInt256, vaults: UInt256) {
    guard isReady else { return (baseRate, .zero) }
    let boosted = try Self.computeReward(
      boostPower: boostPower, rewardRate: rewardRate, boostMultiplier: boostMultiplier,
      rewardConvexity: rewardConvexity)
    return (baseRate, max(boosted, minBoostedRewardRate))
  }
}
