internal import CExamples
internal import Faults
internal import Inputs

// Unsafe: what an entry of the table points to is constant and in the program, as many bytes as it says.

/// A file of the folder `data`, which is in the program.
struct Example {
  /// Where it stands in `data`.
  let path: String
  /// What it is, and which command takes it.
  let about: String

  /// All examples, in the order in which they are listed.
  static let all = [
    Example("documentation-vault.json", "the vault of Berachain's documentation: apr, solve, diff"),
    Example("scenario-first-week.json", "a vault's first week, step by step: replay"),
    Example("conformance-sample.json", "recorded answers of contracts: vectors"),
    Example("recorded/pol-next.ndjson", "an endpoint's answers: snapshot --replay"),
    Example("recorded/pol-next.json", "the snapshot of them: apr and most others"),
    Example("recorded/validator.json", "a snapshot with a validator: validator, allocate, rank"),
    Example("recorded/others.csv", "others' emission to its vaults: allocate, rank"),
    Example("recorded/bgt.json", "a snapshot of the BGT era: rank"),
    Example("recorded/history.sqlite", "a store of readings over twelve days: history"),
    Example("recorded/prices.csv", "prices by token: snapshot --prices"),
    Example("synthetic/all.json", "the synthetic vaults together: apr"),
    Example("synthetic/six-decimals.json", "a stake token of 6 decimals: apr"),
    Example("synthetic/eight-decimals.json", "a stake token of 8 decimals: apr"),
    Example("synthetic/expired.json", "a vault whose period is over: apr"),
    Example("synthetic/empty.json", "a vault without stake: apr"),
    Example("synthetic/tiny.json", "a vault of tiny numbers: apr"),
    Example("synthetic/huge.json", "a vault of huge numbers: apr"),
    Example("synthetic/two-rewards.json", "a vault with two rewards: apr"),
    Example("synthetic/auction.json", "a vault's incentives: incentives"),
    Example("synthetic/monday.json", "a synthetic snapshot: changes, page"),
    Example("synthetic/tuesday.json", "the same chain a day later: changes, page"),
    Example("synthetic/grid.json", "axes and metrics: sweep"),
    Example("synthetic/odd-rows.csv", "rows of which some are bad: csv"),
    Example("synthetic/published.csv", "published yields: csv --emit diff"),
    Example("synthetic/pool-history.csv", "a pool over time: pool realized"),
    Example("synthetic/pool-scenario.json", "what happens to a pool: pool project"),
  ]

  private init(_ path: String, _ about: String) { (self.path, self.about) = (path, about) }

  /// What calls it: the file's name, without its ending where no other has that name.
  var name: String { Self.all.count { $0.stem == stem } == 1 ? stem : file }

  /// The file's name.
  var file: String { String(path.split(separator: "/").last ?? "") }

  private var stem: String { String(file.prefix { $0 != "." }) }

  /// Its content.
  var bytes: [UInt8] {
    for index in 0..<berayield_example_count() {
      let entry = unsafe berayield_example_at(index)
      if unsafe String(cString: entry.path) == path {
        return unsafe Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
      }
    }
    preconditionFailure("every example is in the table")
  }

  /// The example of a name, which may also be the file's name or its path.
  ///
  /// - Parameter name: as the command line gives it.
  /// - Returns: the example.
  /// - Throws: `Fault` where there is none.
  static func named(_ name: String) throws(Fault) -> Example {
    let found = all.first { [$0.name, $0.file, $0.path, "data/\($0.path)"].contains(name) }
    guard let found else {
      throw Field(option: "<name>", text: name).unknownName(among: all.map(\.name))
    }
    return found
  }

  /// A fault with the way to the file, where it is about an example that is not there.
  static func hinted(_ fault: Fault) -> Fault {
    guard fault.code == .unreadable, fault.hint == nil, let file = fault.place?.file,
      let example = all.first(where: { file.hasSuffix("data/\($0.path)") })
    else { return fault }
    return Fault(
      fault.code, at: fault.place, found: fault.found, expected: fault.expected,
      hint: "berayield example \(example.name) prints it")
  }
}
