package import Bulk
internal import FixedPoint
package import Contracts
package import Quantities
internal import Text
internal import Yields
package import Faults

/// What a sweep is asked, from a JSON file and from options: options come after the file's axes and
/// replace its fixed values.
package struct GridQuestion {
  private var axes: [GridAxis] = []
  private var fixed: [InputKey: ExactInteger] = [:]
  private var metrics: [FigureKey] = []
  /// Where errors about the grid as a whole are placed.
  private var place = Place.option("the options")
  package var notes: InputNotes

  /// Starts with nothing.
  ///
  /// - Parameter notes: where rounded digits are reported.
  package init(notes: InputNotes) {
    self.notes = notes
  }

  /// Takes the axes, fixed values and metrics of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - source: the file's name for errors.
  /// - Throws: `Fault` with the JSON path of what is wrong.
  package mutating func read(_ bytes: [UInt8], source: String) throws(Fault) {
    let document = try JSONReader.parse(bytes, name: source)
    var reader = try ObjectReader(
      document, path: .root, source: source,
      what: "a grid: {\"axes\": [...], \"fixed\": {...}, \"metrics\": [...]}")
    place = .file(source, line: 1, column: 1)
    let axisNodes = try elements(of: "axes", in: &reader)
    for (index, node) in axisNodes.enumerated() {
      let path = JSONPath.root.appending("axes").appending(index)
      axes.append(try GridAxisObject(node, path: path, source: source).axis(notes: &notes))
    }
    if let node = reader.node("fixed"), !node.isNull {
      try readFixed(node, source: source)
    }
    for (index, node) in try elements(of: "metrics", in: &reader).enumerated() {
      let path = JSONPath.root.appending("metrics").appending(index)
      let place = Place.file(
        source, line: node.position.line, column: node.position.column, member: path.description)
      metrics.append(
        try Field(text: node.string ?? node.value.excerpt, place: place).gridMetric())
    }
    try reader.finish(notes: &notes)
  }

  private func elements(
    of key: String, in reader: inout ObjectReader
  ) throws(Fault) -> [JSONNode] {
    guard let node = reader.node(key), !node.isNull else { return [] }
    guard let elements = node.elements else {
      throw reader.error(key, node, found: node.value.excerpt, expected: "an array")
    }
    return elements
  }

  private mutating func readFixed(_ node: JSONNode, source: String) throws(Fault) {
    var reader = try ObjectReader(
      node, path: JSONPath.root.appending("fixed"), source: source, what: "fixed inputs by name")
    for key in InputKey.axes {
      if let field = try reader.field(key.rawValue) { try fix(key, field) }
    }
    try reader.refuseUnknownKeys()
  }

  /// Adds an axis given as an option.
  ///
  /// - Parameter field: `NAME=VALUES`.
  /// - Throws: `Fault`.
  package mutating func addAxis(_ field: Field) throws(Fault) {
    axes.append(try GridAxisText(field).axis(notes: &notes))
  }

  /// Holds an input fixed.
  ///
  /// - Parameters:
  ///   - key: the input.
  ///   - field: its value.
  /// - Throws: `Fault`.
  package mutating func fix(_ key: InputKey, _ field: Field) throws(Fault) {
    let value = try field.gridValue(of: key, notes: &notes)
    _ = try field.located { () throws(Fault) in try GridAxis(key, raw: [value]) }
    fixed[key] = value
  }

  /// Holds an input fixed that an option names.
  ///
  /// - Parameter field: `NAME=VALUE`.
  /// - Throws: `Fault`.
  package mutating func fix(_ field: Field) throws(Fault) {
    let parts = field.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw field.error(expected: "NAME=VALUE") }
    let key = try Field(text: String(parts[0]), place: field.place).gridKey()
    try fix(key, Field(text: String(parts[1]), place: field.place))
  }

  /// Replaces the metrics.
  ///
  /// - Parameter field: names, separated by commas.
  /// - Throws: `Fault`.
  package mutating func choose(metrics field: Field) throws(Fault) {
    metrics = []
    for name in field.text.split(separator: ",", omittingEmptySubsequences: false) {
      metrics.append(try Field(text: String(name), place: field.place).gridMetric())
    }
  }

  /// The grid.
  ///
  /// - Parameters:
  ///   - year: the length of a year.
  ///   - time: when vaults are evaluated, where the grid does not say it.
  ///   - profile: the protocol's rules.
  /// - Returns: the grid; of `apr` where no metric is named.
  /// - Throws: `Fault`.
  package mutating func grid(
    year: YearLength, time: Timestamp, profile: ProtocolProfile
  ) throws(Fault) -> ParameterGrid {
    guard !axes.isEmpty else {
      throw Fault(
        .invalidValue, at: place, found: "no axis", expected: "at least one axis",
        hint: "--axis rewardPrice=1:10:10, or \"axes\" in the file")
    }
    var values = fixed
    let named = Set(values.keys).union(axes.map(\.key))
    if named.contains(.periodFinish), !named.contains(.timestamp) {
      values[.timestamp] = ExactInteger(time.seconds)
    }
    let chosen = metrics.isEmpty ? [.apr] : metrics
    do throws(Fault) {
      return try ParameterGrid(
        axes: axes, fixed: values, metrics: chosen, year: year, profile: profile)
    } catch {
      throw error.ofGrid(at: place)
    }
  }

  /// Whether the grid's vaults are taken as active because no period is given.
  package var assumesActivePeriod: Bool {
    let named = Set(fixed.keys).union(axes.map(\.key))
    return named.contains(.rewardRate) && !named.contains(.periodFinish)
  }
}
