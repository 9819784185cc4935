internal import Inputs
internal import ArgumentParser
internal import Faults
internal import Quantities
internal import Questions

/// The conventions of a yield: when it is evaluated and how long a year is.
struct ConventionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Time of evaluation: unix seconds or 2026-05-01T12:00:00Z (default: the vault's own "
        + "timestamp, or now).",
      valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Length of the year: 365 or 365.25 days, or a number of seconds.",
      valueName: "365|365.25|seconds"))
  var year: String = "365"

  /// The time given with `--at`, else that of the observation, else now.
  func evaluationTime() throws(Fault) -> EvaluationTime {
    guard let at else { return .ofObservation(elseNow: try Clock.now()) }
    return .at(try Field(option: "--at", text: at).timestamp())
  }

  /// The year asked for.
  func yearLength() throws(Fault) -> YearLength {
    try Field(option: "--year", text: year).yearLength()
  }
}
