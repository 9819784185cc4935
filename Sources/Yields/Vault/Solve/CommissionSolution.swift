public import FixedPoint
public import Quantities
public import Faults

/// The commission that leaves stakers a net yield.
public struct CommissionSolution: Hashable, Sendable {
  /// The net APR asked for.
  public let target: APR
  /// The APR before commission.
  public let gross: APR
  /// `1 - target / gross`, exact, of the unrounded gross APR.
  public let exact: ExactRational
  /// The highest commission in basis points that leaves at least the target.
  public let commission: BasisPoints
  /// The APR that it leaves, by the kernel.
  public let net: APR
  /// The APR that one basis point more would leave; nil at the whole.
  public let nextNet: APR?
}

extension VaultEquation {
  /// The highest commission that leaves a net APR; the equation's own commission is not read.
  ///
  /// - Parameter target: the APR that stakers are to keep.
  /// - Returns: the exact commission, the basis points on the safe side, and what they leave.
  /// - Throws: `Fault`.
  public func solveCommission(target: APR) throws(Fault) -> CommissionSolution {
    guard target.wad.signum > 0 else { throw .targetNotPositive(target: target.description) }
    let free = VaultEquation(snapshot: snapshot, year: year)
    let rate = snapshot.rewardRate.raw
    guard let gross = free.exactAPR, let grossAPR = free.apr(with: .rewardRate, at: rate) else {
      throw .knownInputIsZero(name: SolvableInput.totalSupply.rawValue, unknown: "commission")
    }
    let wanted = ExactRational(target.wad)
    guard wanted <= gross else {
      throw .aboveGrossYield(target: target.description, gross: grossAPR.description)
    }
    let exact = ExactRational.one - wanted.divided(byNonZero: gross)
    let points = (exact * ExactRational(BasisPoints.whole.value)).integer(rounding: .down)
    // The target is above 0 and at most the gross yield, so the part taken is from 0 to below 1.
    guard let value = Int(exactly: points) else {
      preconditionFailure("a share that cannot be beyond the whole is")
    }
    let commission = BasisPoints(unchecked: value)
    guard let net = withCommission(commission).apr(with: .rewardRate, at: rate) else {
      throw .aboveGrossYield(target: target.description, gross: grossAPR.description)
    }
    let next = BasisPoints(unchecked: value + 1)
    return CommissionSolution(
      target: target, gross: grossAPR, exact: exact, commission: commission, net: net,
      nextNet: withCommission(next).apr(with: .rewardRate, at: rate))
  }

  /// The same equation under another commission.
  ///
  /// - Parameter commission: basis points.
  /// - Returns: the equation.
  public func withCommission(_ commission: BasisPoints) -> VaultEquation {
    VaultEquation(snapshot: snapshot, year: year, commission: commission)
  }
}
