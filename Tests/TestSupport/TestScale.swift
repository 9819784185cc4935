import Foundation

/// How much larger than usual the random tests run: `BERAYIELD_TEST_SCALE`, 1 unless set.
public enum TestScale {
  /// A multiplier for numbers of random cases.
  public static let factor: Int =
    ProcessInfo.processInfo.environment["BERAYIELD_TEST_SCALE"].flatMap { Int($0) } ?? 1
}
