internal import ArgumentParser
internal import Platform
internal import Questions
internal import Faults

/// Runs the command line and turns whatever happens into stderr lines and an exit code.
@main
enum EntryPoint {
  static func main() {
    StandardDescriptors.occupy()
    ProcessSignals.prepare()
    do {
      // The parser shows the overview for a command that there is not.
      if let fault = RawArguments.own.unknownCommand { throw fault }
      var command = try RawArguments.own.parsed
      if let fault = RawArguments.own.repeatedOption { throw fault }
      try command.run()
    } catch {
      exitProcess(report(error).rawValue)
    }
  }

  /// Says on stderr what went wrong (or on stdout what was asked for, as help is).
  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let request as ExitRequest: request.status
    case let fault as Fault: report(fault)
    default: reportParsing(error)
    }
  }

  private static func report(_ fault: Fault) -> ExitStatus {
    let status = ExitStatus(fault)
    if status != .done { Diagnostics.error(Example.hinted(fault)) }
    return status
  }

  /// Prints help, or what else was asked for in place of a run.
  private static func show(_ text: String) -> ExitStatus {
    do {
      try OutputFile.write(text + "\n", to: "-", option: "-o")
      return .done
    } catch {
      return report(error)
    }
  }

  private static func reportParsing(_ error: any Error) -> ExitStatus {
    switch BeraYieldCommand.exitCode(for: error) {
    case .success:
      return show(BeraYieldCommand.fullMessage(for: error))
    case .validationFailure:
      return report(RawArguments.own.fault(BeraYieldCommand.message(for: error)))
    default:
      return report(Fault(.internalError, found: "\(error)", expected: ""))
    }
  }
}
