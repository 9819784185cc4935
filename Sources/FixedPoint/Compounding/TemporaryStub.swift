// Holds the place of the real Compounding so that the callers compile: delete this file when it lands.
/// Placeholder.
public enum Compounding {
  /// Placeholder.
  public static func apy(
    fromAPR apr: Wad, periodsPerYear: Int, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad { throw .divisionByZero(dividend: "placeholder") }
  /// Placeholder.
  public static func apyContinuous(
    fromAPR apr: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad { throw .divisionByZero(dividend: "placeholder") }
}
