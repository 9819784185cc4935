internal import ArgumentParser
internal import Faults
internal import Platform
internal import Text

/// `berayield example`: the files of `data`, wherever the program is.
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Print an example file, or list them.",
    usage: "berayield example [<options>] [<name>]",
    discussion: """
      Inputs to try the commands with, as they are in the folder data of the sources. Without a \
      name the examples are listed.

      EXAMPLES
        berayield example
        berayield example documentation-vault > v.json && \\
          berayield apr v.json --explain
      """
  )

  @Argument(
    help: ArgumentHelp("Name of an example.", valueName: "name"),
    completion: .list(Example.all.map(\.name)))
  var name: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout. A file is written completely or not at all.",
      valueName: "file"), completion: .file())
  var output = "-"

  func run() throws {
    let bytes = try name.map { try Example.named($0).bytes } ?? Array(Self.list.utf8)
    try OutputFile.write(to: output, option: "-o") { file in try file.write(bytes) }
  }

  /// A line for each example.
  private static var list: String {
    var table = TextTable([
      TextTable.Column("name"), TextTable.Column("what it is: the command that takes it"),
    ])
    for example in Example.all { table.append([example.name, example.about]) }
    return table.text(width: Terminal.width)
  }
}
