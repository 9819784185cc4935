internal import ArgumentParser
internal import Platform
internal import Questions
internal import Faults

/// Runs the command line and turns whatever happens into stderr lines and an exit code.
@main
enum EntryPoint {
  static func main() {
    ProcessSignals.prepare()
    do {
      var command = try BeraYieldCommand.parseAsRoot()
      try command.run()
    } catch {
      exitProcess(report(error).rawValue)
    }
  }

  /// Says on stderr what went wrong (or on stdout what was asked for, as help is).
  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let request as ExitRequest:
      return request.status
    case let fault as Fault:
      // The reader has gone (`| head`): it has what it wanted, and there is nobody to tell.
      if fault.code == .readerGone { return .done }
      Diagnostics.error(fault)
      return ExitStatus(fault)
    default:
      return reportParsing(error)
    }
  }

  private static func reportParsing(_ error: any Error) -> ExitStatus {
    guard BeraYieldCommand.exitCode(for: error) != .success else {
      print(BeraYieldCommand.fullMessage(for: error))
      return .done
    }
    let message = BeraYieldCommand.message(for: error)
    let firstLine = message.split(separator: "\n").first.map(String.init) ?? message
    Diagnostics.error(firstLine, hint: "berayield --help lists the commands and their options")
    return BeraYieldCommand.exitCode(for: error) == .validationFailure ? .usage : .internalError
  }
}
