internal import Inputs
internal import ArgumentParser
internal import Faults
internal import Quantities
internal import Questions

/// The conventions of a yield: when it is evaluated and how long a year is.
struct ConventionOptions: ParsableArguments {
  /// The one sentence about `--at`, in the help of every command that has it.
  static let atHelp = ArgumentHelp(
    "Time of evaluation: unix seconds or 2026-05-01T12:00:00Z. It wins over the input's own time "
      + "(default: the input's own time, or now).",
    valueName: "time")

  @Option(help: atHelp) var at: String?

  @OptionGroup var year: YearOptions

  /// The time given with `--at`, else that of the observation, else now.
  func evaluationTime() throws(Fault) -> EvaluationTime {
    guard let at else { return .ofObservation(elseNow: try Clock.now()) }
    return .at(try Field(option: "--at", text: at).timestamp())
  }

  /// The year asked for, or the protocol's.
  func yearLength() throws(Fault) -> YearLength { try year.yearLength() }
}
