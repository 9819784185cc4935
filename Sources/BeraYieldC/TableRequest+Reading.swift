internal import Arrow
internal import Bulk
internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Text
internal import Yields

extension TableRequest {
  private static let keys: KeyTree = KeyTree([
    "at", "metrics", "year", "commission", "errors", "allowFloat", "strict", "precision", "text",
    "keep", "threads",
  ]).with("map", .named(.value))

  /// What is done about a row that cannot be evaluated.
  private enum Errors: String, CaseIterable {
    case raise, column
  }

  /// What stands for the rows' own times in the place of a time.
  private static let ownTimes = InputKey.timestamp.column

  /// Reads a request.
  ///
  /// - Throws: `Fault` at the argument.
  init(_ node: InputNode) throws(Fault) {
    let isStrict = node.json["strict"]?.bool ?? false
    var notes = try Request.notes(strict: isStrict)
    let inputs = try InputObject(node, "a table's request", keys: Self.keys, notes: &notes)
    let at = try inputs.required(
      "at", "a time such as 2026-05-01T12:00:00Z, now, or timestamp: each row's own")
    let usesOwnTimes = at.text == Self.ownTimes
    var analysis = CSVAnalysis(
      time: usesOwnTimes ? try Request.now() : try at.timestamp(notes: &notes))
    analysis.overridesTimestamps = !usesOwnTimes
    analysis.year = try inputs.field("year")?.yearLength() ?? .days365
    analysis.isStrict = try inputs.bool("strict") ?? false
    if let names = try inputs.elements("metrics", "names of figures") {
      analysis.metrics = try Self.metrics(names)
    }
    analysis.commission = try Self.commission(inputs, for: analysis.metrics)
    analysis.columnNames = try Self.columnNames(inputs, for: analysis.metrics)
    self.init(analysis)
    keepsBadRows = try inputs.name("errors", of: Errors.self) == .column
    allowsFloat = try inputs.bool("allowFloat") ?? false
    isWide = try Self.isWide(inputs)
    switch try Self.choice("text", inputs) {
    case .none: break
    case .all: texts = Set(analysis.metrics)
    case .names:
      let names = try inputs.elements("text", "names of figures") ?? []
      texts = Set(try Self.metrics(names))
    }
    kept = try Self.choice("keep", inputs)
    threads = try Self.threads(inputs)
  }

  private static func metrics(_ names: [InputNode]) throws(Fault) -> [FigureKey] {
    let known = FigureKey.columns + FigureKey.comparison
    var metrics: [FigureKey] = []
    for name in names {
      let field = try name.field("the name of a figure")
      guard let key = FigureKey(spelled: field.text), known.contains(key) else {
        throw field.unknownName(among: known.map(\.column))
      }
      guard !metrics.contains(key) else { throw field.error(.repeated, expected: "each once") }
      metrics.append(key)
    }
    return metrics
  }

  private static func commission(
    _ inputs: InputObject, for metrics: [FigureKey]
  ) throws(Fault) -> BasisPoints? {
    let field = try inputs.field("commission")
    let net = metrics.first(where: \.isNet)
    if let field, net == nil {
      throw field.error(.conflict, expected: "net_apr or net_apy among metrics, which it is for")
    }
    if let net, field == nil {
      throw inputs.missing("commission", "the commission that \(net.column) is after")
    }
    return try field?.basisPoints("a commission")
  }

  private static func columnNames(
    _ inputs: InputObject, for metrics: [FigureKey]
  ) throws(Fault) -> [InputKey: String] {
    let compares = metrics.contains(where: FigureKey.comparison.contains)
    let known = InputKey.columns + (compares ? InputKey.comparisonColumns : [])
    var names: [InputKey: String] = [:]
    for (name, node) in try inputs.named("map", "columns by what they are") {
      guard let key = InputKey(spelled: name), known.contains(key) else {
        throw Field(text: name, place: node.place).unknownName(among: known.map(\.column))
      }
      guard let header = node.json.string else {
        throw node.fault(.wrongType, expected: "the name of a column")
      }
      guard names.updateValue(header, forKey: key) == nil else {
        throw node.fault(.repeated, expected: "each column once")
      }
    }
    return names
  }

  /// Nothing, everything, or a list of names.
  private static func choice(_ key: String, _ inputs: InputObject) throws(Fault) -> Choice {
    guard let node = inputs.node(key), !node.json.isNull else { return .none }
    if let all = node.json.bool { return all ? .all : .none }
    var names: [String] = []
    for element in try node.elements("true, false, or an array of names") {
      names.append(try element.field("a name").text)
    }
    return .names(names)
  }

  /// Digits of decimals: 38 or 76.
  static func isWide(_ inputs: InputObject) throws(Fault) -> Bool {
    guard let field = try inputs.field("precision") else { return false }
    guard field.text == "38" || field.text == "76" else {
      throw field.error(expected: "38, for decimal128, or 76, for decimal256")
    }
    return field.text == "76"
  }

  /// How many threads work.
  static func threads(_ inputs: InputObject) throws(Fault) -> Int {
    try inputs.field("threads")?.integer("a number of threads", in: 1...1024)
      ?? WorkerThreads.processorCount
  }
}
