package import Bulk
internal import FixedPoint
package import Contracts
package import Quantities
internal import Text
internal import Yields
package import Faults
package import Inputs

/// What a sweep is asked, from a JSON file and from options: options come after the file's axes and
/// replace its fixed values.
package struct GridQuestion {
  private var axes: [GridAxis] = []
  private var fixed: [InputKey: ExactInteger] = [:]
  private var metrics: [FigureKey] = []
  /// Where errors about the grid as a whole are placed.
  private var place = Place.option("the options")
  package var notes: InputNotes

  /// The keys of a grid file.
  package static let keys = KeyTree([])
    .with("axes", .objects(GridAxisObject.keys))
    .with("fixed", .object(KeyTree(InputKey.axes.map(\.rawValue)))).with("metrics", .value)
    .hinting { member in
      InputKey.axes.contains { $0.rawValue == member.key }
        ? "put inputs of a grid under \"fixed\", or make them axes" : nil
    }

  /// Starts with nothing.
  ///
  /// - Parameter notes: where rounded digits are reported.
  package init(notes: InputNotes) {
    self.notes = notes
  }

  /// Takes the axes, fixed values and metrics of a file.
  ///
  /// - Parameter document: the file's content.
  /// - Throws: `Fault` with the JSON path of what is wrong.
  package mutating func read(_ document: InputNode) throws(Fault) {
    let inputs = try InputObject(
      document, "a grid: {\"axes\": [...], \"fixed\": {...}, \"metrics\": [...]}",
      keys: Self.keys, notes: &notes)
    place = .file(document.file, line: 1, column: 1)
    for node in try inputs.elements("axes", "axes") ?? [] {
      axes.append(try GridAxisObject(node).axis(notes: &notes))
    }
    let held = try inputs.object("fixed", "fixed inputs by name")
    for key in InputKey.axes {
      if let field = try held?.field(key.rawValue) { try fix(key, field) }
    }
    for node in try inputs.elements("metrics", "names of metrics") ?? [] {
      metrics.append(try node.field("the name of a metric").gridMetric())
    }
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
