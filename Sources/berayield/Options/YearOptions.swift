internal import Inputs
internal import ArgumentParser
internal import Faults
internal import Quantities
internal import Questions

/// The length of a year, for commands that do not depend on the time.
struct YearOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Length of the year: 365 or 365.25 days, or a number of seconds.",
      valueName: "365|365.25|seconds"))
  var year: String = "365"

  /// The year asked for.
  func yearLength() throws(Fault) -> YearLength {
    try Field(option: "--year", text: year).yearLength()
  }
}
