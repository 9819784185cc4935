internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Sheets
internal import Yields

/// In which order vaults stand in a table, and which of them.
struct OrderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sort several vaults by a figure, largest first; names from A to Z.", valueName: "key"),
    completion: .list(Self.keys))
  var sort: String?

  @Option(help: ArgumentHelp("Show only the first n of several vaults.", valueName: "n"))
  var top: String?

  @Option(
    help: ArgumentHelp("Choose the columns of the table of several vaults.", valueName: "key,key"),
    completion: .names(Self.keys))
  var columns: String?

  /// What completions offer: the figures of `apr`.
  private static let keys = ["vault", "name"] + FigureKey.columns.map(\.rawValue)

  /// What is asked for.
  ///
  /// - Throws: a `Fault` for options that mean nothing, or nothing in this format.
  func order(in format: ResultFormat) throws(Fault) -> SheetList {
    let top = try top.map { text throws(Fault) in
      try Field(option: "--top", text: text).integer("a number of vaults", in: 1...Int.max)
    }
    if columns?.isEmpty == true {
      throw Fault(
        .missingValue, at: .option("--columns"), found: "an empty value",
        expected: "names of columns, such as vault,apr")
    }
    if let columns, format != .text {
      throw Fault(
        .conflict, at: .option("--columns"), found: columns,
        expected: "no --format \(format.rawValue), which always has all columns")
    }
    let names = columns?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return SheetList(sort: sort, top: top, columns: names)
  }
}

/// How the answers about several vaults stand together.
struct ListOptions: ParsableArguments {
  @OptionGroup private var order: OrderOptions

  @Flag(help: "Show several vaults one below the other, not as a table.")
  var pages = false

  @Flag(help: "Skip bad vaults, with an error for each; exit code 4.")
  var keepGoing = false

  /// What is asked for.
  ///
  /// - Throws: a `Fault` for options that mean nothing, or nothing in this format.
  func list(in format: ResultFormat) throws(Fault) -> VaultList {
    if let columns = order.columns, pages {
      throw Fault(
        .conflict, at: .option("--columns"), found: Quotation.bare(columns),
        expected: "no --pages, because pages have no columns")
    }
    if pages, format != .text {
      throw Fault(
        .conflict, at: .option("--pages"), found: "it",
        expected: "no --format \(format.rawValue), which always has all of each vault")
    }
    return VaultList(order: try order.order(in: format), hasPages: pages, keepsGoing: keepGoing)
  }
}
