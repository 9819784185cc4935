extension ExactInteger {
  /// The widest result that a power may have, in bits.
  public static let maximumPowerBits = 1 << 26

  /// The exact power.
  ///
  /// - Parameter exponent: how many factors, at least 0; anything to the power 0 is 1.
  /// - Returns: `self` multiplied by itself `exponent` times.
  /// - Throws: ``ArithmeticError/negativeExponent(base:exponent:)`` or, beyond
  ///   ``maximumPowerBits``, ``ArithmeticError/resultTooLarge(operation:limitBits:)``.
  public func power(_ exponent: Int) throws(ArithmeticError) -> ExactInteger {
    if exponent < 0 { throw .negativeExponent(base: abbreviatedText, exponent: exponent) }
    return try power(count: exponent.magnitude)
  }

  /// The product of `count` factors.
  func power(count: UInt) throws(ArithmeticError) -> ExactInteger {
    if count == 0 { return .one }
    if bitWidth <= 1 { return negative && count & 1 == 0 ? -self : self }
    // The result has at least (bitWidth - 1) * count + 1 bits.
    let (bits, overflow) = UInt(bitWidth - 1).multipliedReportingOverflow(by: count)
    if overflow || bits >= Self.maximumPowerBits {
      throw .resultTooLarge(
        operation: "\(abbreviatedText) to the power \(count)",
        limitBits: Self.maximumPowerBits)
    }
    var result = self
    for bit in (0..<(UInt.bitWidth - count.leadingZeroBitCount - 1)).reversed() {
      result = result * result
      if count >> UInt(bit) & 1 == 1 { result = result * self }
    }
    return result
  }

  /// The largest exponent of ``powerOfTen(_:)``.
  static let maximumPowerOfTen = 20_000_000

  /// A power of ten, from a table for the small exponents that decimal scaling asks for.
  ///
  /// - Parameter exponent: from 0 to 20 million.
  /// - Returns: 10 to the power `exponent`.
  public static func powerOfTen(_ exponent: Int) -> ExactInteger {
    precondition(
      exponent >= 0 && exponent <= maximumPowerOfTen, "a power of ten outside 0...20000000")
    if exponent < PowersOfTen.inline.count { return PowersOfTen.inline[exponent] }
    let (square, isOdd) = exponent.quotientAndRemainder(dividingBy: 2)
    let root = powerOfTen(square)
    return isOdd == 1 ? root * root * 10 : root * root
  }

  /// The square root, rounded once.
  ///
  /// - Parameter rounding: the direction in which the true root becomes an integer. A root is never
  ///   a tie: it is an integer or irrational.
  /// - Returns: the rounded root.
  /// - Throws: ``ArithmeticError/squareRootOfNegative(radicand:)``.
  public func squareRoot(rounding: RoundingRule) throws(ArithmeticError) -> ExactInteger {
    if negative { throw .squareRootOfNegative(radicand: abbreviatedText) }
    let (root, remainder) = unsigned.squareRoot()
    // (root + 1/2)^2 = root^2 + root + 1/4, so a remainder above the root is more than a half.
    let discarded: DiscardedPart =
      remainder.isZero ? .nothing : remainder > root ? .aboveHalf : .belowHalf
    return ExactInteger(root.rounded(discarded, false, rounding), isNegative: false)
  }

  /// The greatest common divisor, never negative; that of 0 and 0 is 0.
  ///
  /// - Parameter other: the other integer.
  /// - Returns: the largest integer that divides both.
  public func greatestCommonDivisor(with other: ExactInteger) -> ExactInteger {
    ExactInteger(unsigned.greatestCommonDivisor(with: other.unsigned), isNegative: false)
  }
}
