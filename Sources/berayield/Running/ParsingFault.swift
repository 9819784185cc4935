internal import Faults
internal import Inputs
internal import Quantities

extension RawArguments {
  /// What the parser of arguments says, as a fault: it tells in sentences only.
  func fault(_ message: String) -> Fault {
    unknownOption(message) ?? missing(message) ?? badValue(message) ?? valueOfFlag(message)
      ?? unexpected(message)
      ?? Fault(
        .usage, found: String(message.prefix { $0 != "\n" }), expected: "", hint: help)
  }

  /// An option that there is not: `Unknown option '--bogus'. Did you mean '--box'?`.
  private func unknownOption(_ message: String) -> Fault? {
    guard let name = Self.text(of: message, behind: "Unknown option '") else { return nil }
    return Fault(
      .unknownName, at: .option(name), found: "an unknown option",
      expected: "an option of \(self.name)",
      hint: Resemblance.hint(for: name, among: options) ?? help)
  }

  /// What is left out: `Missing value for '--at <time>'`, `Missing expected argument '<file>'`.
  private func missing(_ message: String) -> Fault? {
    if let option = Self.text(of: message, behind: "Missing value for '") {
      let parts = option.split(separator: " ", maxSplits: 1).map(String.init)
      return Fault(
        .missingValue, at: .option(parts[0]), found: "nothing",
        expected: parts.count > 1 ? "a value, \(parts[1])" : "a value", hint: help)
    }
    guard let argument = Self.text(of: message, behind: "Missing expected argument '") else {
      return nil
    }
    let name = String(argument.prefix { $0 != " " })
    if !name.hasPrefix("-"), let number = negativeNumber {
      return Field(option: name, text: number).error(
        .outOfRange, expected: NumberForm.notNegative("a number"))
    }
    return Fault(
      .missingValue, at: .option(name), found: "nothing", expected: "a value", hint: help)
  }

  /// A value that cannot be: `The value 'xml' is invalid for '--format <...>'`, then the choices.
  private func badValue(_ message: String) -> Fault? {
    let (begin, middle) = ("The value '", "' is invalid for '")
    guard message.hasPrefix(begin), let split = message.firstRange(of: middle) else { return nil }
    let value = String(message[..<split.lowerBound].dropFirst(begin.count))
    let rest = message[split.upperBound...].prefix { $0 != "'" }
    let field = Field(option: String(rest.prefix { $0 != " " }), text: value)
    return field.unknownName(
      among: Self.choices(in: message[split.upperBound...].dropFirst(rest.count)))
  }

  /// A flag with a value: `The option '--strict' does not take any value, but '5' was specified.`.
  private func valueOfFlag(_ message: String) -> Fault? {
    guard let option = Self.text(of: message, behind: "The option '"),
      let value = Self.text(
        of: message, behind: "The option '\(option)' does not take any value, but '")
    else { return nil }
    return Field(option: option, text: value).error(expected: "no value", hint: help)
  }

  /// Too many words: `Unexpected argument 'b'`, `2 unexpected arguments: 'b', 'c'`.
  private func unexpected(_ message: String) -> Fault? {
    guard message.lowercased().contains("unexpected argument") else { return nil }
    let words = message.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }
      .map { Field(option: name, text: String($0.element)).quoted }
    return Fault(
      .usage, at: .option(name),
      found: "too many arguments: \(words.joined(separator: ", "))",
      expected: "those of its usage alone", hint: help)
  }

  /// What stands in quotes behind the beginning of a sentence.
  private static func text(of message: String, behind beginning: String) -> String? {
    guard message.hasPrefix(beginning) else { return nil }
    return String(message.dropFirst(beginning.count).prefix { $0 != "'" })
  }

  /// The words of a list, in quotes or one a line behind a dash.
  private static func choices(in text: Substring) -> [String] {
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("  - ") }
    guard lines.isEmpty else { return lines.map { String($0.dropFirst(4)) } }
    return text.dropFirst().split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
