internal import ArgumentParser
internal import Faults
internal import Inputs

/// The command line as written, for what must be known even where it cannot be parsed.
struct RawArguments {
  private let arguments: [String]
  /// The words that name the command: `berayield pool price`.
  let name: String
  /// The command that they name, as far as they name one.
  let command: any ParsableCommand.Type
  /// What stands behind the command's name.
  private let rest: ArraySlice<String>
  /// Whether the word `help` stands among the words of the command.
  private let asksForHelp: Bool

  /// This process's own.
  static let own = RawArguments(Array(CommandLine.arguments.dropFirst()))

  init(_ arguments: [String]) {
    self.arguments = arguments
    var (name, rest) = ("berayield", arguments[...])
    var command: any ParsableCommand.Type = BeraYieldCommand.self
    var asksForHelp = false
    while let word = rest.first {
      // `berayield help pool price` asks about the same command.
      if word == "help", !command.configuration.subcommands.isEmpty {
        rest = rest.dropFirst()
        asksForHelp = true
        continue
      }
      guard let next = Self.subcommands(of: command).first(where: { $0.name == word }) else {
        break
      }
      name += " " + word
      (command, rest) = (next.command, rest.dropFirst())
    }
    (self.name, self.command, self.rest) = (name, command, rest)
    self.asksForHelp = asksForHelp
  }

  private static func subcommands(
    of command: any ParsableCommand.Type
  ) -> [(name: String, command: any ParsableCommand.Type)] {
    command.configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) }
  }

  /// Whether results are for programs, so that errors and notes are to be too.
  var isForPrograms: Bool {
    var format: Substring?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--format", index + 1 < arguments.count {
        format = arguments[index + 1][...]
      } else if argument.hasPrefix("--format=") {
        format = argument.dropFirst("--format=".count)
      }
    }
    return format == "json" || format == "ndjson"
  }

  /// Whether an argument reads stdin: `-` where it names no output.
  var readsStandardInput: Bool {
    arguments.enumerated().contains { index, argument in
      let option = index > 0 ? arguments[index - 1] : ""
      return argument == "-" && !["-o", "--output", "--rejects", "--record"].contains(option)
        || argument.hasSuffix("=-") && !argument.hasPrefix("--output=")
    }
  }

  /// The arguments for the parser from the root on, which knows `help` in front of all commands only.
  private var joined: [String] {
    if asksForHelp {
      return ["help"] + name.split(separator: " ").dropFirst().map(String.init) + rest
    }
    return Self.joined(arguments[...])
  }

  /// Arguments for the parser, which takes `-5` behind an option for another option: a negative number is
  /// joined to the option, so that its own reader says what is wrong with it.
  private static func joined(_ arguments: ArraySlice<String>) -> [String] {
    var joined: [String] = []
    for (index, argument) in zip(arguments.indices, arguments) {
      if argument == "--" { return joined + arguments[index...] }
      if let option = joined.last, option.hasPrefix("--"), !option.contains("="),
        Self.isNegativeNumber(argument)
      {
        joined[joined.count - 1] = option + "=" + argument
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  /// The command with its values.
  ///
  /// By the command's own options alone, which takes a fifth less time than from the root on. What they do not
  /// fit, an error or a wish for help, the root tells.
  var parsed: any ParsableCommand {
    get throws {
      if !asksForHelp, let own = try? command.parseAsRoot(Self.joined(rest)),
        type(of: own) == command
      {
        return own
      }
      return try BeraYieldCommand.parseAsRoot(joined)
    }
  }

  /// The options that add up, wherever they are.
  private static let repeatable: Set = ["--axis", "--fix", "--map", "--only", "--not"]
  /// Those of what reads a chain, where others of the same name do not.
  private static let repeatableInReading: Set = [
    "--rpc", "--vault", "--validator", "--pool", "--price", "--prices", "--names",
  ]

  /// The fault that an option is given twice: the parser would take the last.
  var repeatedOption: Fault? {
    var seen: Set<String> = []
    for argument in rest.prefix(while: { $0 != "--" }) where argument.hasPrefix("-") {
      let written = String(argument.prefix { $0 != "=" })
      let name = written == "-o" ? "--output" : written
      guard name.hasPrefix("--"), !Self.repeatable.contains(name) else { continue }
      let reads = command == SnapshotCommand.self || command == WatchCommand.self
      if reads, Self.repeatableInReading.contains(name) { continue }
      guard seen.insert(name).inserted else {
        return Fault(
          .repeated, at: .option(written), found: "the option twice", expected: "each option once")
      }
    }
    return nil
  }

  /// A negative number that stands where the parser expects a name.
  var negativeNumber: String? { rest.first(where: Self.isNegativeNumber) }

  /// A minus sign and a digit, which no option begins with.
  private static func isNegativeNumber(_ argument: String) -> Bool {
    let rest = argument.drop { $0 == "-" }
    return argument.hasPrefix("-") && !argument.hasPrefix("--")
      && (rest.first { $0 != "." }?.isNumber ?? false)
  }

  /// The fault that a word is the name of no command: no command that has others takes values, nor does
  /// one that is asked for its help.
  var unknownCommand: Fault? {
    let names = Self.subcommands(of: command).map(\.name)
    let words = names.isEmpty ? rest : rest.drop { $0 == "--help" || $0 == "-h" }
    guard !names.isEmpty || asksForHelp, let word = words.first, !word.hasPrefix("-"),
      !names.contains(word)
    else { return nil }
    let quoted = Field(option: name, text: word).quoted
    guard !names.isEmpty else {
      return Fault(
        .usage, at: .option(name), found: quoted,
        expected: "no word behind a command that has none",
        hint: help)
    }
    return Fault(
      .unknownName, at: .option(name), found: "the command \(quoted)",
      expected: "one of \(names.joined(separator: ", "))",
      hint: Resemblance.hint(for: word, among: names) ?? help)
  }

  /// The options that the command has, as its help lists them.
  var options: [String] {
    command.helpMessage(includeHidden: true).split(separator: "\n")
      .filter { $0.hasPrefix("  -") }
      .flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "/" }) }
      .filter { $0.hasPrefix("--") }.map(String.init)
  }

  /// Where to read on.
  var help: String {
    "\(name) --help lists \(command.configuration.subcommands.isEmpty ? "the options" : "the commands")"
  }
}
