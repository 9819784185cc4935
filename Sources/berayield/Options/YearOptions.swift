internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Quantities

/// The length of a year, for commands that do not depend on the time.
struct YearOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Length of the year: in days below 1000, such as 365.25, else in seconds (default: 365).",
      valueName: "365|365.25|seconds"),
    completion: .list(["365", "365.25"]))
  var year: String?

  /// The year asked for, or the protocol's.
  func yearLength() throws(Fault) -> YearLength { try field?.yearLength() ?? .days365 }

  /// Refuses a year where nothing depends on it.
  ///
  /// - Parameters:
  ///   - isUsed: whether something does.
  ///   - expected: when it would.
  /// - Throws: `Fault`.
  func requireUse(_ isUsed: Bool, expected: String) throws(Fault) {
    guard let field, !isUsed else { return }
    throw field.error(.conflict, expected: expected)
  }

  private var field: Field? { year.map { Field(option: "--year", text: $0) } }
}
