package import Bulk
internal import FixedPoint
package import Contracts
package import Quantities
package import Text
internal import Yields
package import Faults
package import Inputs

/// What a sweep is asked, from a JSON file and from options: options come after the file's axes and
/// replace its fixed values.
package struct GridQuestion {
  private var axes: [GridAxis] = []
  private var fixed: [InputKey: ExactInteger] = [:]
  /// Where the fixed values stand.
  private var fixedPlaces: [InputKey: Place] = [:]
  /// What a snapshot could not read.
  private var unread: [InputKey: Place] = [:]
  private var metrics: [FigureKey] = []
  /// Where errors about the grid as a whole are placed.
  private var place = Place.option("the options")
  /// How the files of columns are written.
  package var csvForm = CSVForm()
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
      document,
      "a grid: {\"axes\": [...], \"fixed\": {...}, \"metrics\": [...]}, or a vault's values",
      keys: Self.keys, notes: &notes)
    place = .file(document.file, line: 1, column: 1)
    for node in try inputs.elements("axes", "axes") ?? [] {
      axes.append(try GridAxisObject(node).axis(form: csvForm, notes: &notes))
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
    axes.append(try GridAxisText(field).axis(form: csvForm, notes: &notes))
  }

  /// Holds an input fixed.
  ///
  /// - Parameters:
  ///   - key: the input.
  ///   - field: its value.
  /// - Throws: `Fault`.
  package mutating func fix(_ key: InputKey, _ field: Field) throws(Fault) {
    // A file's value may be replaced, but not one option by another.
    if let place = fixedPlaces[key], place.origin == field.place.origin {
      throw Fault(
        .repeated, at: field.place, found: "the input twice (\(key.rawValue))",
        expected: "each input once")
    }
    let value = try field.gridValue(of: key, notes: &notes)
    _ = try field.located { () throws(Fault) in try GridAxis(key, raw: [value]) }
    fixed[key] = value
    fixedPlaces[key] = field.place
  }

  /// Holds the values of a snapshot's vault fixed, but for those that an axis varies.
  ///
  /// - Parameter vault: its inputs; what could not be read is not fixed, and has no default.
  /// - Throws: `Fault`.
  package mutating func fix(_ vault: InputNode) throws(Fault) {
    for (name, node) in try vault.members("a vault's values") {
      guard let key = InputKey(rawValue: name), InputKey.axes.contains(key), !isAxis(key)
      else { continue }
      if node.json.isNull {
        unread[key] = node.place
      } else {
        try fix(key, try node.field(key.expectation))
      }
    }
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
  ///   - time: when vaults are evaluated; a time asked for wins over the grid's own.
  ///   - profile: the protocol's rules.
  /// - Returns: the grid; of `apr` where no metric is named.
  /// - Throws: `Fault`.
  package mutating func grid(
    year: YearLength, time: EvaluationTime, profile: ProtocolProfile
  ) throws(Fault) -> ParameterGrid {
    guard !axes.isEmpty else {
      throw Fault(
        .invalidValue, at: place, found: "no axis", expected: "at least one axis",
        hint: "--axis rewardPrice=1:10:10, or \"axes\" in the file")
    }
    for key in [InputKey.stakeDecimals, .periodFinish] where fixed[key] == nil {
      guard let place = unread[key] else { continue }
      throw Fault(
        .missingValue, at: place, found: "null: the snapshot could not read it",
        expected: key.expectation, hint: "--fix \(key.rawValue)=VALUE gives one")
    }
    let values = try fixedValues(at: time)
    let chosen = metrics.isEmpty ? [.apr] : metrics
    let grid: ParameterGrid
    do throws(Fault) {
      grid = try ParameterGrid(
        axes: axes, fixed: values, metrics: chosen, year: year, profile: profile)
    } catch {
      let key = error.place?.member.flatMap { InputKey(rawValue: $0) }
      throw error.ofGrid(at: key.flatMap { fixedPlaces[$0] } ?? place)
    }
    try requireUse(by: chosen)
    noteCommission(cap: profile.commission.maxRate)
    noteIdleAxes(of: chosen)
    return grid
  }

  /// Notes which axes no metric hangs on: all values of such an axis give one.
  private mutating func noteIdleAxes(of metrics: [FigureKey]) {
    for axis in axes where !metrics.contains(where: { $0.hangs(on: axis.key) }) {
      notes.added.append(
        Fault(
          .unusedValue, severity: .note, found: "no metric hangs on the axis \(axis.key.rawValue)",
          expected: ""))
    }
  }

  /// Notes that the greatest commission of all points is one that no validator has.
  private mutating func noteCommission(cap: UInt64) {
    let axis = axes.first { $0.key == .commission }
    let greatest = axis.flatMap { axis in (0..<axis.count).map { axis[raw: $0] }.max() }
    guard let raw = greatest ?? fixed[.commission], let points = Int(exactly: raw),
      let rate = try? BasisPoints(points),
      let warning = Plausibility.commission(rate, cap: cap, InputKey.commission.rawValue)
    else { return }
    notes.added.append(Fault(.warning, severity: .note, found: "\(warning)", expected: ""))
  }

  /// Refuses an input that an option fixes and none of the metrics hangs on; a file may have more.
  private func requireUse(by metrics: [FigureKey]) throws(Fault) {
    if let place = fixedPlaces[.timestamp], place.origin == .option, !names(.periodFinish) {
      throw Fault(
        .conflict, at: place, found: "a time of evaluation (timestamp)",
        expected: "it with periodFinish only, as a period alone hangs on the time")
    }
    for key in InputKey.axes where !metrics.contains(where: { $0.hangs(on: key) }) {
      guard let place = fixedPlaces[key], place.origin == .option else { continue }
      let users = FigureKey.metrics.filter { $0.hangs(on: key) }.map(\.rawValue)
      throw Fault(
        .conflict, at: place, found: "an input that no metric uses (\(key.rawValue))",
        expected: "it with one of \(users.joined(separator: ", "))")
    }
  }

  /// The fixed values with the time of evaluation, where the period of a vault hangs on one.
  private mutating func fixedValues(at time: EvaluationTime) throws(Fault) -> [InputKey:
    ExactInteger]
  {
    var values = fixed
    let hasPeriod = names(.periodFinish)
    switch time {
    case .at(let time):
      guard !axes.contains(where: { $0.key == .timestamp }) else {
        throw Fault(
          .conflict, at: .option("--at"), found: "\(time) beside an axis timestamp",
          expected: "one of the two: both say when a point is evaluated")
      }
      guard hasPeriod else {
        throw Fault(
          .conflict, at: .option("--at"), found: "\(time)",
          expected: "it with periodFinish only, as a period alone hangs on the time")
      }
      if let own = fixed[.timestamp].flatMap({ UInt64(exactly: $0) }), own != time.seconds {
        notes.add(
          .unusedTime("the timestamp \(ISO8601.text(of: own))", at: fixedPlaces[.timestamp]))
      }
      values[.timestamp] = ExactInteger(time.seconds)
    case .ofObservation(let now):
      guard hasPeriod, !names(.timestamp) else { break }
      notes.add(.evaluatedNow(now))
      values[.timestamp] = ExactInteger(now.seconds)
    }
    return values
  }

  /// Whether an input is an axis or fixed.
  private func names(_ key: InputKey) -> Bool { fixed[key] != nil || isAxis(key) }

  /// Whether an input is an axis.
  func isAxis(_ key: InputKey) -> Bool { axes.contains { $0.key == key } }

  /// Whether the grid's vaults are taken as active because no period is given.
  package var assumesActivePeriod: Bool {
    names(.rewardRate) && !names(.periodFinish)
  }
}
