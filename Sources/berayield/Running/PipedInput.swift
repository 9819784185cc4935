internal import Faults
internal import Platform

/// What is piped in, for commands that are given no file.
enum PipedInput {
  /// The file of a command: the one that it is given, else `-` where something is piped in.
  ///
  /// - Parameters:
  ///   - file: the path given, if one is.
  ///   - isNeeded: whether the command has nothing else to work on; then alone stdin is read, so that a
  ///     loop over lines keeps its own.
  /// - Returns: the path; nil where there is none.
  static func path(_ file: String?, isNeeded: Bool = true) -> String? {
    file ?? (isNeeded && isThere ? "-" : nil)
  }

  /// Whether something is piped in that no option reads already.
  private static var isThere: Bool {
    StandardDescriptors.hasPipedInput && !RawArguments.own.readsStandardInput
  }

  /// The same for a command that works on a file in any case.
  ///
  /// - Parameters:
  ///   - file: the path given, if one is.
  ///   - name: what the usage of the command calls it.
  /// - Returns: the path.
  /// - Throws: `Fault` where there is none.
  static func required(_ file: String?, _ name: String) throws(Fault) -> String {
    guard let path = path(file) else {
      throw Fault(
        .missingValue, at: .option("<\(name)>"), found: "nothing", expected: "a value",
        hint: RawArguments.own.help)
    }
    return path
  }
}
