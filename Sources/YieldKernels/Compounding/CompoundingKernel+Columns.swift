public import FixedPoint

extension CompoundingKernel {
  /// The APY of any APR: the fixed width where it decides, else the unbounded path.
  ///
  /// - Parameters:
  ///   - apr: the yearly rate, greater than minus the number of compoundings.
  ///   - rounding: how the APY is brought to 18 decimals.
  /// - Returns: the APY, correctly rounded.
  /// - Throws: as `Compounding`: `outsideDomain` or `resultTooLarge`.
  public func apy(_ apr: Wad, rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if let narrow = UInt128(exactly: apr.rawValue),
      let raw = fixedWidth(apr: narrow, rounding: rounding)
    {
      return Wad(raw: ExactInteger(raw))
    }
    guard let periodsPerYear else {
      return try Compounding.apyContinuous(fromAPR: apr, rounding: rounding)
    }
    return try Compounding.apy(
      fromAPR: apr, periodsPerYear: Int(periodsPerYear), rounding: rounding)
  }

  /// What a column holds where an APY has 2^128 - 1 units or more, or is too large to be computed.
  public static let wideMarker = UInt128.max

  /// Compounds a column of APRs.
  ///
  /// - Parameters:
  ///   - apr: yearly rates, scaled by 1e18.
  ///   - rounding: how the APYs are brought to 18 decimals.
  ///   - apy: receives the APYs, scaled by 1e18 and correctly rounded, or ``wideMarker``: ask
  ///     ``apy(_:rounding:)`` for those.
  public func evaluate(
    apr: Span<UInt128>, rounding: RoundingRule, into apy: inout MutableSpan<UInt128>
  ) {
    precondition(apr.count == apy.count, "columns of different lengths")
    for row in apr.indices {
      apy[row] = fixedWidth(apr: apr[row], rounding: rounding) ?? unbounded(apr[row], rounding)
    }
  }

  @inline(never)
  private func unbounded(_ apr: UInt128, _ rounding: RoundingRule) -> UInt128 {
    let exact = try? apy(Wad(raw: ExactInteger(apr)), rounding: rounding)
    return exact.flatMap { UInt128(exactly: $0.rawValue) } ?? Self.wideMarker
  }
}
