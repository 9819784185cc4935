// The words of rows and columns: the same values without an integer around them.

extension Compounding {
  /// The APY of an APR where the fixed width decides it, else nil, which says nothing of the value: ask
  /// for the APY of the same number as a wad then.
  ///
  /// - Parameters:
  ///   - apr: the APR scaled by 1e18; answered are those below 2^64 (1844 %) and, with few
  ///     compoundings, below n (n times 100 %).
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APY scaled by 1e18, rounded, or nil.
  public func fixedWidthAPY(fromAPR apr: UInt128, rounding: RoundingRule) -> UInt128? {
    fixedWidth.apy(fromAPR: apr, rounding: rounding)
  }

  /// What a column holds where an APY has 2^128 - 1 units or more, or is too large to be computed.
  public static let wideMarker = UInt128.max

  /// Compounds a column of APRs.
  ///
  /// - Parameters:
  ///   - apr: yearly rates, scaled by 1e18.
  ///   - rounding: the direction of the one rounding.
  ///   - apy: receives the APYs, scaled by 1e18 and rounded, or ``wideMarker``: ask for
  ///     those one by one.
  public func evaluate(
    apr: Span<UInt128>, rounding: RoundingRule, into apy: inout MutableSpan<UInt128>
  ) {
    precondition(apr.count == apy.count, "columns of different lengths")
    for row in apr.indices {
      apy[row] =
        fixedWidth.apy(fromAPR: apr[row], rounding: rounding) ?? unboundedWord(apr[row], rounding)
    }
  }

  @inline(never)
  private func unboundedWord(_ apr: UInt128, _ rounding: RoundingRule) -> UInt128 {
    // Too large to be computed is one kind of wide.
    let apy = try? unboundedAPY(of: ExactInteger(apr), over: Wad.scale, rounding: rounding)
    return apy.flatMap { UInt128(exactly: $0.rawValue) } ?? Self.wideMarker
  }
}
