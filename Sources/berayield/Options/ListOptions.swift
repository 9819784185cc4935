internal import ArgumentParser
internal import Faults
internal import Sheets

/// How the answers about several vaults stand together.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Sorts several vaults by a figure, the largest first.", valueName: "key"))
  var sort: String?

  @Option(help: ArgumentHelp("Shows so many of several vaults.", valueName: "n"))
  var top: Int?

  @Option(
    help: ArgumentHelp("The columns of the table of several vaults.", valueName: "key,key"))
  var columns: String?

  @Flag(help: "Shows several vaults as a page each, not as one table.")
  var pages = false

  @Flag(help: "Leaves out bad vaults of several, with an error each; exit code 4.")
  var keepGoing = false

  func validate() throws {
    guard (top ?? 1) > 0 else {
      throw ValidationError("--top: found \(top ?? 0); expected 1 or more")
    }
    guard columns == nil || !pages else {
      throw ValidationError("--columns: found --pages too; expected a table or pages")
    }
  }

  var list: SheetList {
    SheetList(
      sort: sort, top: top,
      columns: columns?.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
  }
}
