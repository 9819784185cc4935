public import FixedPoint
public import Quantities
public import Faults

/// A yield to reach: an APR, or an APY with how it compounds.
public enum YieldTarget: Hashable, Sendable {
  /// A simple yearly rate.
  case apr(APR)
  /// A yield compounded this many times per year.
  case apy(APY, periodsPerYear: Int)
  /// A yield compounded continuously.
  case continuousAPY(APY)

  /// The APR that reaches the target.
  ///
  /// An APY's APR is `n * ((1 + y)^(1/n) - 1)` or `ln(1 + y)`, correctly rounded up at the 18th
  /// decimal, so that compounding it gives at least the yield asked for.
  ///
  /// - Returns: the APR, never below the exact one.
  /// - Throws: `Fault`.
  public func apr() throws(Fault) -> APR {
    switch self {
    case .apr(let apr): return apr
    case .apy(let apy, let periods):
      return try Self.inverse(apy) { yield throws(ArithmeticError) in
        try Compounding(periodsPerYear: periods).apr(fromAPY: yield, rounding: .up)
      }
    case .continuousAPY(let apy):
      return try Self.inverse(apy) { yield throws(ArithmeticError) in
        try Compounding.continuous.apr(fromAPY: yield, rounding: .up)
      }
    }
  }

  /// The yield that an APR gives, stated as the target is; nil where it is too large to state.
  ///
  /// - Parameter apr: the APR.
  /// - Returns: the APR itself, or its APY correctly rounded half to even.
  public func yield(of apr: APR) -> Wad? {
    switch self {
    case .apr: apr.wad
    case .apy(_, let periods):
      (try? Compounding(periodsPerYear: periods))?
        .statedAPY(fromAPR: apr.wad, rounding: .halfEven)
    case .continuousAPY: Compounding.continuous.statedAPY(fromAPR: apr.wad, rounding: .halfEven)
    }
  }

  private static func inverse(
    _ apy: APY, _ invert: (Wad) throws(ArithmeticError) -> Wad
  ) throws(Fault) -> APR {
    do {
      return APR(try invert(apy.wad))
    } catch {
      throw .notInvertible(target: apy.description, reason: "\(error)")
    }
  }
}
