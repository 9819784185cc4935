public import FixedPoint
public import Quantities
internal import YieldKernels
public import Faults

/// What one staker of a vault has, and what a further deposit would do to everybody's APR.
///
/// Source: `StakingRewards.earned` without its intermediate floors: rewards over dt seconds are
/// `balance * rewardRate * dt / totalSupply / 1e18` wei, one division, rounded down to the wei.
public struct VaultStaker: Sendable {
  /// The staker's balance, base units of the stake token.
  public let balance: TokenAmount
  /// The staker's part of the whole stake as a fraction, rounded down to 18 decimals; nil where
  /// nobody stakes.
  public let share: Wad?
  /// Whole reward tokens until `periodFinish`, rounded down to the wei; nil where that is not known.
  public let rewardsUntilFinish: Wad?
  /// Whole reward tokens per day at the current rate, rounded down to the wei.
  public let rewardsPerDay: Wad
}

/// The APR after somebody has added to the stake.
public struct VaultDilution: Sendable {
  /// What is added, base units of the stake token.
  public let deposit: TokenAmount
  /// The vault after the deposit.
  public let snapshot: VaultSnapshot
  /// The APR after the deposit; nil where still nobody stakes.
  public let apr: APR?
}

extension VaultReport {
  /// A staker's part of this vault.
  ///
  /// - Parameter balance: base units of the stake token, at most the whole stake.
  /// - Returns: share and rewards.
  /// - Throws: `Fault` when the balance has other decimals or exceeds the whole stake.
  public func staker(balance: TokenAmount) throws(Fault) -> VaultStaker {
    let supply = snapshot.totalSupply
    guard balance.decimals == supply.decimals else {
      throw .decimalsMismatch(left: balance.decimals.count, right: supply.decimals.count)
    }
    guard balance.raw <= supply.raw else {
      throw .invalid(
        field: "balance", found: balance.raw.description,
        expected: "at most the whole stake, \(supply.raw)")
    }
    guard !supply.raw.isZero else {
      return VaultStaker(
        balance: balance, share: nil, rewardsUntilFinish: secondsLeft.map { _ in .zero },
        rewardsPerDay: .zero)
    }
    let part = ExactRational(balance.raw, overNonZero: supply.raw)
    let rate = status == .active ? snapshot.rewardRate : .zero
    let tokensPerSecond = rate.tokensPerSecond * part
    func rewards(over span: Seconds) -> Wad {
      (tokensPerSecond * ExactRational(ExactInteger(span.count))).wad(rounding: .down)
    }
    return VaultStaker(
      balance: balance, share: part.wad(rounding: .down),
      rewardsUntilFinish: secondsLeft.map(rewards(over:)),
      rewardsPerDay: rewards(over: .day))
  }

  /// The vault after a further deposit at the same rate and prices.
  ///
  /// - Parameter deposit: base units of the stake token.
  /// - Returns: the diluted vault and its APR.
  /// - Throws: `Fault` when the deposit has other decimals than the stake token.
  public func dilution(byDeposit deposit: TokenAmount) throws(Fault) -> VaultDilution {
    var diluted = snapshot
    diluted.totalSupply = try snapshot.totalSupply.adding(deposit)
    let status = diluted.status(at: convention.time)
    return VaultDilution(
      deposit: deposit, snapshot: diluted, apr: diluted.apr(status: status, year: convention.year))
  }
}
