// Arithmetic into storage that exists already. A wide variable that nobody else holds is calculated
// into again and again without an allocation, as C code does with its temporaries.

extension ExactInteger {
  /// Adds exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the summand.
  public static func += (lhs: inout ExactInteger, rhs: ExactInteger) {
    lhs.add(rhs.unsigned, isNegative: rhs.negative)
  }

  /// Subtracts exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the subtrahend.
  public static func -= (lhs: inout ExactInteger, rhs: ExactInteger) {
    lhs.add(rhs.unsigned, isNegative: !rhs.negative)
  }

  /// Multiplies exactly, in place.
  ///
  /// - Parameters:
  ///   - lhs: the integer to change.
  ///   - rhs: the factor.
  public static func *= (lhs: inout ExactInteger, rhs: ExactInteger) {
    lhs.unsigned.multiply(by: rhs.unsigned)
    lhs.negative = lhs.negative != rhs.negative && !lhs.unsigned.isZero
  }

  /// Becomes the exact sum, in the present storage where it is wide, unshared and large enough.
  ///
  /// - Parameters:
  ///   - lhs: one summand.
  ///   - rhs: the other.
  @inline(__always)
  public mutating func formSum(of lhs: ExactInteger, _ rhs: ExactInteger) {
    formSignedSum(of: lhs, rhs.unsigned, isNegative: rhs.negative)
  }

  /// Becomes the exact difference, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: the minuend.
  ///   - rhs: the subtrahend.
  @inline(__always)
  public mutating func formDifference(of lhs: ExactInteger, _ rhs: ExactInteger) {
    formSignedSum(of: lhs, rhs.unsigned, isNegative: !rhs.negative)
  }

  /// Becomes the exact product, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other.
  @inline(__always)
  public mutating func formProduct(of lhs: ExactInteger, _ rhs: ExactInteger) {
    unsigned.formProduct(of: lhs.unsigned, rhs.unsigned)
    negative = lhs.negative != rhs.negative && !unsigned.isZero
  }

  /// Becomes the quotient, rounded once, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - dividend: the integer to divide.
  ///   - divisor: the integer to divide by.
  ///   - rounding: the direction in which the exact quotient becomes an integer.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``; then the value is unchanged.
  public mutating func formQuotient(
    of dividend: ExactInteger, by divisor: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) {
    if divisor.isZero { throw .divisionByZero(dividend: dividend.abbreviatedText) }
    formQuotient(of: dividend, byNonZero: divisor, rounding: rounding)
  }

  /// Becomes a product divided once, known as mulDiv, in the present storage as ``formSum(of:_:)``.
  ///
  /// - Parameters:
  ///   - lhs: one factor.
  ///   - rhs: the other; the whole product is kept, whatever its width.
  ///   - divisor: the integer to divide by.
  ///   - rounding: the direction of the one rounding.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``; then the value is unchanged.
  public mutating func formQuotient(
    ofProduct lhs: ExactInteger, _ rhs: ExactInteger, by divisor: ExactInteger,
    rounding: RoundingRule
  ) throws(ArithmeticError) {
    if divisor.isZero { throw .divisionByZero(dividend: (lhs * rhs).abbreviatedText) }
    formQuotient(ofProduct: lhs, rhs, byNonZero: divisor, rounding: rounding)
  }

  /// Becomes the square root of `radicand * factor`, rounded once; the factor is greater than zero.
  mutating func formSquareRoot(
    ofProduct radicand: ExactInteger, _ factor: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) {
    if radicand.negative { throw .squareRootOfNegative(radicand: radicand.abbreviatedText) }
    if radicand.isZero {
      self = .zero
      return
    }
    unsigned.formSquareRoot(ofProduct: radicand.unsigned, factor.unsigned, rounding: rounding)
    negative = false
  }

  /// `formQuotient(of:by:rounding:)` for a divisor that the caller knows not to be zero.
  @inline(__always)
  mutating func formQuotient(
    of dividend: ExactInteger, byNonZero divisor: ExactInteger, rounding: RoundingRule
  ) {
    let isNegative = dividend.negative != divisor.negative
    unsigned.formQuotient(
      of: dividend.unsigned, by: divisor.unsigned, isNegative: isNegative, rounding: rounding)
    negative = isNegative && !unsigned.isZero
  }

  /// `formQuotient(ofProduct:_:by:rounding:)` for a divisor that the caller knows not to be zero.
  @inline(__always)
  mutating func formQuotient(
    ofProduct lhs: ExactInteger, _ rhs: ExactInteger, byNonZero divisor: ExactInteger,
    rounding: RoundingRule
  ) {
    let isNegative = (lhs.negative != rhs.negative) != divisor.negative
    unsigned.formQuotient(
      ofProduct: lhs.unsigned, rhs.unsigned, by: divisor.unsigned, isNegative: isNegative,
      rounding: rounding)
    negative = isNegative && !unsigned.isZero
  }

  /// Multiplies and divides in place, rounded once; `divisor` is not zero.
  @inline(__always)
  mutating func formQuotient(
    ofProductWith factor: ExactInteger, byNonZero divisor: ExactInteger, rounding: RoundingRule
  ) {
    let isNegative = (negative != factor.negative) != divisor.negative
    unsigned.formQuotient(
      ofProductWith: factor.unsigned, by: divisor.unsigned, isNegative: isNegative,
      rounding: rounding)
    negative = isNegative && !unsigned.isZero
  }

  @inline(__always)
  private mutating func formSignedSum(
    of lhs: ExactInteger, _ rhs: Magnitude, isNegative: Bool
  ) {
    if lhs.negative == isNegative {
      unsigned.formSum(of: lhs.unsigned, rhs)
      negative = isNegative
    } else if lhs.unsigned.compared(to: rhs) >= 0 {
      let sign = lhs.negative
      unsigned.formDifference(of: lhs.unsigned, rhs)
      negative = sign && !unsigned.isZero
    } else {
      unsigned.formDifference(of: rhs, lhs.unsigned)
      negative = isNegative
    }
  }

  @inline(__always)
  private mutating func add(_ other: Magnitude, isNegative: Bool) {
    if negative == isNegative || isZero {
      unsigned.add(other)
      negative = isNegative && !unsigned.isZero
    } else if unsigned.compared(to: other) >= 0 {
      unsigned.subtract(other)
      negative = negative && !unsigned.isZero
    } else {
      unsigned.formDifference(of: other, unsigned)
      negative = isNegative
    }
  }
}
