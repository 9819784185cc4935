internal import ArgumentParser
internal import Quantities
internal import Questions

/// The conventions of a yield: when it is evaluated and how long a year is.
struct ConventionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When to evaluate: unix seconds or 2026-05-01T12:00:00Z. Default: the snapshot's own "
        + "timestamp, else now.",
      valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "The length of a year: 365 or 365.25 days, or a number of seconds.",
      valueName: "365|365.25|seconds"))
  var year: String = "365"

  /// The time given with `--at`, if any.
  func evaluationTime() throws -> Timestamp? {
    try at.map { try Field(option: "--at", text: $0).timestamp() }
  }

  /// The present time.
  static func presentTime() throws -> Timestamp {
    try Timestamp(currentUnixSeconds())
  }

  /// The present time.
  func now() throws -> Timestamp { try Self.presentTime() }

  /// The year asked for.
  func yearLength() throws -> YearLength {
    try Field(option: "--year", text: year).yearLength()
  }
}
