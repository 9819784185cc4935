import ArgumentParser
import Faults

/// Arguments are a command, a page of help or one fault; nothing runs and nothing ends the process.
enum OptionLaw {
  static func check(_ input: [UInt8]) throws(Breach) {
    let arguments = input.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    let raw = RawArguments(arguments)
    if let fault = raw.unknownCommand { return try fault.checkMessage() }
    do {
      _ = try raw.parsed
    } catch let fault as Fault {
      try fault.checkMessage()
    } catch {
      switch BeraYieldCommand.exitCode(for: error) {
      case .success:
        try Breach.require(
          !BeraYieldCommand.fullMessage(for: error).isEmpty, "a page without text")
      case .validationFailure:
        try raw.fault(BeraYieldCommand.message(for: error)).checkMessage()
      default: throw Breach("arguments that end in \(error)")
      }
    }
  }
}
