public import FixedPoint
public import Quantities
public import Faults

/// One source of a staking pool's yield, before anyone takes a part.
public struct PoolYieldSource: Hashable, Sendable {
  /// What the source is called, for the reader.
  public let name: String
  /// The yearly yield on the pool's assets before commission and fee, a fraction.
  public let grossAPR: ExactRational
  /// The validator's commission on this source.
  public let commission: BasisPoints

  /// A source of yield.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - grossAPR: the yearly yield before commission and fee, a fraction (0.05 is 5 %).
  ///   - commission: the validator's commission on it.
  /// - Throws: `Fault` for a negative yield.
  public init(
    name: String, grossAPR: ExactRational, commission: BasisPoints
  ) throws(Fault) {
    guard grossAPR.numerator.signum >= 0 else {
      throw .invalid(
        field: "grossApr", found: grossAPR.wad(rounding: .down).text(), expected: "0 or more")
    }
    self.init(name: name, unchecked: grossAPR, commission: commission)
  }

  /// A source whose yield cannot be negative.
  package init(name: String, unchecked grossAPR: ExactRational, commission: BasisPoints) {
    precondition(!grossAPR.isNegative, "a yield that cannot be negative is")
    self.name = name
    self.grossAPR = grossAPR
    self.commission = commission
  }

  /// The part of the yield that the validator keeps: g * c.
  ///
  /// Exact.
  public var commissionAPR: ExactRational { grossAPR * commission.fraction }
  /// The part that reaches the pool: g * (1 - c).
  ///
  /// Exact.
  public var afterCommissionAPR: ExactRational { grossAPR - commissionAPR }
}

/// A pool's yearly yield, taken apart: what the sources give, what each party takes, what stays.
///
/// Commission comes off each source, the pool's protocol fee off what is left of all of them:
/// net = sum(g_i * (1 - c_i)) * (1 - f). All parts are exact and sum to the gross yield.
public struct PoolNetYield: Hashable, Sendable {
  /// The sources, in the order given.
  public let sources: [PoolYieldSource]
  /// The protocol fee on staker rewards.
  public let feeRate: BasisPoints
  /// The sum of the sources' gross yields.
  public let grossAPR: ExactRational
  /// What the validator takes as commission.
  public let commissionAPR: ExactRational
  /// What the protocol fee takes (in shares, to the validator).
  public let feeAPR: ExactRational
  /// What the stakers keep, simple, a fraction.
  public let netAPR: ExactRational

  /// Takes a pool's yield apart.
  ///
  /// - Parameters:
  ///   - sources: where the yield comes from.
  ///   - feeRate: the protocol fee of the pool.
  public init(sources: [PoolYieldSource], feeRate: BasisPoints) {
    self.sources = sources
    self.feeRate = feeRate
    grossAPR = sources.reduce(.zero) { $0 + $1.grossAPR }
    let after = sources.reduce(.zero) { $0 + $1.afterCommissionAPR }
    commissionAPR = grossAPR - after
    feeAPR = after * feeRate.fraction
    netAPR = after - feeAPR
  }

  /// The net APR as it is stated: 18 decimals, rounded down.
  public var statedNetAPR: APR { APR(netAPR.wad(rounding: .down)) }

  /// The yield that compounding `periodsPerYear` times makes of the exact net APR.
  ///
  /// (1 + r/n)^n - 1, correctly rounded: the APR is not rounded before.
  ///
  /// - Parameters:
  ///   - periodsPerYear: compoundings per year, 1 to 31_536_000.
  ///   - rounding: the one rounding, to 18 decimals.
  /// - Returns: the net APY, a fraction, or nil above `Compounding.largestStatedAPR`.
  /// - Throws: `ArithmeticError` for a number of periods outside the range.
  public func netAPY(
    periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> APY? {
    try Compounding(periodsPerYear: periodsPerYear)
      .statedAPY(fromAPR: netAPR, rounding: rounding).map(APY.init(_:))
  }
}
