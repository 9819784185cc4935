internal import ArgumentParser
internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions

/// `berayield page`: a snapshot as a site of static files.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Write a static site about all vaults, with the same for programs.",
    usage: "berayield page [<options>] <vaults.sqlite> -o <folder>",
    discussion: """
      Reads the store of berayield watch, or one file of berayield snapshot, and needs no network. \
      Writes index.html (what changed, then all vaults as one table that can be sorted and \
      searched), a page a vault under vault/, vaults.csv, changes.csv, snapshot.json, metrics.prom \
      for Prometheus, and a style sheet and a script. Any web server, object store or file:// serves \
      the folder; nothing is loaded from elsewhere, and the page works without its script.

      Each file is whole or the old one; index.html is written last. Files of other names in the \
      folder are left alone.

      EXAMPLES
        berayield example history > vaults.sqlite && \\
          berayield page vaults.sqlite -o public
        berayield example monday > monday.json && \\
          berayield example tuesday | \\
          berayield page - --before monday.json -o public
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Store, or a snapshot whose name ends in .json; '-' reads one from stdin.",
      valueName: "vaults.sqlite"), completion: .file(extensions: ["sqlite", "json"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Earlier snapshot, to tell what changed; a store has its own.", valueName: "snapshot.json"),
    completion: .json)
  var before: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Input") var strictness: StrictOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder of the site; it is made where there is none.", valueName: "folder"),
    completion: .directory)
  var output: String

  func run() throws {
    try RunFiles(inputs: [file, before], outputs: ["-o": output]).requireDistinct()
    try RunFiles(
      inputs: [file, before].compactMap(\.self),
      outputs: SiteFolder.outputs(of: output, option: "-o")
    ).requireDistinct()
    var notes = InputNotes(strict: strictness.strict)
    let page = try page(try year.yearLength(), &notes)
    try SiteFolder(path: output, option: "-o").write(page)
    Diagnostics.notes(notes.notes)
  }

  private func page(_ year: YearLength, _ notes: inout InputNotes) throws(Fault) -> PageQuestion {
    guard file == "-" || file.lowercased().hasSuffix(".json") else {
      if let before {
        throw Field(option: "--before", text: before).error(
          .conflict, expected: "it beside a snapshot: a store has its own earlier ones")
      }
      return try PageQuestion.read(
        HistoryStore(path: file, for: .read), year: year, notes: &notes)
    }
    var history = PageQuestion.History()
    history.before = try before.map { path throws(Fault) in try SnapshotFile(path: path) }
    return try PageQuestion.read(
      SnapshotFile(path: file), history, year: year, notes: &notes)
  }
}
