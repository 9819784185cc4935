internal import Faults

/// The documented exit codes of the tool.
enum ExitStatus: Int32, CaseIterable {
  /// Done.
  case done = 0
  /// A fault of the tool itself, or an output that cannot be written.
  case internalError = 1
  /// The command line could not be understood, or an option has a value that it cannot have.
  case usage = 2
  /// The input data could not be used; nothing was computed.
  case badData = 3
  /// Done, but some rows were rejected.
  case rowsRejected = 4
  /// What was computed is not what was recorded.
  case mismatch = 5
  /// The chain could not be read; no snapshot was written.
  case chain = 6

  /// What the code says, in one sentence.
  var meaning: String {
    switch self {
    case .done: "Done."
    case .internalError: "A fault of the tool itself, or an output that cannot be written."
    case .usage:
      "The command line could not be understood, or an option has a value that it cannot have."
    case .badData: "The input data could not be used; nothing was computed."
    case .rowsRejected: "Done, but some rows were rejected."
    case .mismatch:
      "What was computed is not what was recorded, two endpoints say different things, or `diff --exit-code` explains a figure by nothing."
    case .chain: "The chain could not be read; no snapshot was written."
    }
  }

  /// What a fault means for the caller: an option that cannot be is a matter of usage, everything else
  /// of the data, also in a file that an option names.
  init(_ fault: Fault) {
    self =
      switch fault.code {
      case .internalError, .unwritable, .outOfSpace: .internalError
      case .usage: .usage
      case .chain: .chain
      case .differs: .mismatch
      // The reader has gone (`| head`): it has what it wanted.
      case .readerGone: .done
      default: fault.place?.origin == .option ? .usage : .badData
      }
  }
}

/// Thrown by a command that has said all there is to say and only wants its exit code.
struct ExitRequest: Error {
  let status: ExitStatus
}
