public import FixedPoint

extension TokenDecimals {
  /// Whole tokens of a number of base units, exactly: `units / 10^decimals`.
  ///
  /// - Parameter units: base units.
  /// - Returns: whole tokens.
  public func tokens(_ units: ExactInteger) -> ExactRational {
    ExactRational(units) * ExactRational.powerOfTen(-count)
  }
}
