// The words of rows and columns: the same values without an integer around them.

// Unsafe: the call of the C routine. `evaluate` has checked that the columns, borrowed for the call, have the
// same length.

internal import CKernels
internal import Words

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
    evaluate(apr, rounding: rounding, variant: berayield_variant(), into: &apy)
  }

  /// The same by one variant of the filter.
  func evaluate(
    _ apr: Span<UInt128>, rounding: RoundingRule, variant: Int32,
    into apy: inout MutableSpan<UInt128>
  ) {
    evaluate(apr, rounding, variant, into: &apy) { unboundedWord($0, rounding) }
  }

  /// Compounds a column of APRs where the fixed width decides, as ``fixedWidthAPY(fromAPR:rounding:)`` does.
  ///
  /// - Parameters:
  ///   - apr: yearly rates, scaled by 1e18.
  ///   - rounding: the direction of the one rounding.
  ///   - apy: receives the APYs, scaled by 1e18 and rounded, or ``wideMarker``, which says nothing of the value.
  package func evaluateFixedWidth(
    apr: Span<UInt128>, rounding: RoundingRule, into apy: inout MutableSpan<UInt128>
  ) {
    evaluate(apr, rounding, berayield_variant(), into: &apy) { _ in Self.wideMarker }
  }

  /// Compounds by the filter, what it leaves by the fixed width, and the rest by `beyond`.
  @inline(__always)
  private func evaluate(
    _ apr: Span<UInt128>, _ rounding: RoundingRule, _ variant: Int32,
    into apy: inout MutableSpan<UInt128>, beyond: (UInt128) -> UInt128
  ) {
    precondition(apr.count == apy.count, "columns of different lengths")
    let undecided = propose(apr, rounding, variant, into: &apy)
    for (index, word) in undecided.enumerated() {
      var rest = word
      while rest != 0 {
        let row = index * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        apy[row] = fixedWidth.apy(fromAPR: apr[row], rounding: rounding) ?? beyond(apr[row])
      }
    }
  }

  /// Writes the APYs that the certified filter decides.
  ///
  /// - Returns: a bit for each row that is not decided, 64 rows a word: no ties and no exact values among the
  ///   others, so the two rules to the nearest are one, as are those toward zero.
  private func propose(
    _ apr: Span<UInt128>, _ rounding: RoundingRule, _ variant: Int32,
    into apy: inout MutableSpan<UInt128>
  ) -> [UInt64] {
    let direction: Int32 =
      switch rounding {
      case .down, .towardZero: -1
      case .halfEven, .halfUp: 0
      case .up: 1
      }
    let count = apr.count
    var undecided = [UInt64](repeating: 0, count: (count + 63) / 64)
    _ = unsafe apr.withWords { apr in
      unsafe apy.withMutableWords { apy in
        unsafe berayield_apy_rows(
          variant, apr, count, UInt32(periodsPerYear ?? 0), direction, apy, &undecided)
      }
    }
    return undecided
  }

  @inline(never)
  private func unboundedWord(_ apr: UInt128, _ rounding: RoundingRule) -> UInt128 {
    // Too large to be computed is one kind of wide.
    let apy = try? unboundedAPY(of: ExactInteger(apr), over: Wad.scale, rounding: rounding)
    return apy.flatMap { UInt128(exactly: $0.rawValue) } ?? Self.wideMarker
  }
}
