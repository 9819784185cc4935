internal import Inputs
internal import ArgumentParser
internal import Faults
internal import Quantities
internal import Questions

/// The conventions of a yield: when it is evaluated and how long a year is.
struct ConventionOptions: ParsableArguments {
  /// The one sentence about `--at`, in the help of every command that has it.
  static let atHelp = ArgumentHelp(
    "Time of evaluation: unix seconds, 2026-05-01T12:00:00Z, now or -7d. It wins over the input's own time "
      + "(default: the input's own time, or now).",
    valueName: "time")

  @Option(help: atHelp, completion: .list(["now"])) var at: String?

  @OptionGroup var year: YearOptions

  /// The time given with `--at`, else that of the observation, else now.
  func evaluationTime() throws(Fault) -> EvaluationTime {
    guard let at else { return .ofObservation(elseNow: try Clock.now()) }
    var notes = InputNotes(strict: false)
    notes.clock = try Clock.now()
    let time = try Field(option: "--at", text: at).timestamp(notes: &notes)
    Diagnostics.notes(notes.notes)
    return .at(time)
  }

  /// The year asked for, or the protocol's.
  func yearLength() throws(Fault) -> YearLength { try year.yearLength() }
}
