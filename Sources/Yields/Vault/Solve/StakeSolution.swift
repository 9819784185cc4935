public import FixedPoint
public import Quantities
public import Faults

/// How much stake a yield bears: where the APR falls to a target, in USD and in stake tokens.
public struct StakeSolution: Hashable, Sendable {
  /// The APR asked for.
  public let target: APR
  /// The value of the stake at which the APR is the target: `R * Y * Pr * (1 - c) / APR`, USD, exact.
  public let exactTVL: ExactRational
  /// ``exactTVL`` rounded down to 18 decimals: at this value the APR is not below the target.
  public let tvl: USD
  /// The whole stake at which the APR falls to the target, with the proof.
  public let stake: VaultSolution
  /// What may still be deposited, base units, before the APR falls below the target; negative where
  /// so much must be withdrawn for it.
  public let deposit: ExactInteger
  /// The exact deposit that makes the APR the target, base units.
  public let exactDeposit: ExactRational
}

extension VaultEquation {
  /// Where more stake dilutes the APR to a target.
  ///
  /// - Parameter target: the APR, net of the commission.
  /// - Returns: stake, value and deposit.
  /// - Throws: `Fault`.
  public func solveStake(target: APR) throws(Fault) -> StakeSolution {
    let solution = try solve(for: .totalSupply, target: target)
    let supply = snapshot.totalSupply
    let exactTVL = worth(ofStake: solution.exact)
    return StakeSolution(
      target: target, exactTVL: exactTVL,
      tvl: USD(unchecked: exactTVL.wad(rounding: .down)), stake: solution,
      deposit: solution.raw - supply.raw, exactDeposit: solution.exact - ExactRational(supply.raw))
  }

  /// What a number of base units of the stake token is worth, USD, exact.
  func worth(ofStake units: ExactRational) -> ExactRational {
    units * ExactRational(snapshot.stakePrice.wad)
      * .powerOfTen(-snapshot.totalSupply.decimals.count)
  }

  /// The same equation for a stake known only by its value: one base unit is 1e-18 USD.
  ///
  /// - Parameter tvl: the value of the whole stake.
  /// - Returns: an equation whose stake is worth `tvl`.
  public func withStake(worth tvl: USD) -> VaultEquation {
    var vault = snapshot
    vault.totalSupply = TokenAmount(unchecked: tvl.wad.rawValue, decimals: .eighteen)
    vault.stakePrice = Price(unchecked: .one)
    return VaultEquation(snapshot: vault, year: year, commission: commission)
  }
}
