internal import Arrow
internal import Bulk
internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions
internal import Text
internal import Yields

extension Ask {
  private static let sweepKeys =
    KeyTree(["at", "year", "era", "precision", "threads", "points"]).with(
      "grid", .object(GridQuestion.keys))

  /// The points of a grid as rows, as `berayield sweep` has them.
  static func sweep(_ request: InputNode) throws(Fault) -> Reply {
    var notes = try Request.notes()
    let inputs = try InputObject(request, "a sweep's request", keys: sweepKeys, notes: &notes)
    guard let document = inputs.node("grid") else {
      throw inputs.missing("grid", "an object with axes, fixed and metrics")
    }
    let time = try inputs.field("at")?.timestamp(notes: &notes)
    let era = try inputs.name("era", of: ProtocolProfile.Era.self)
    let rules = try ProfileChoice(era: era, notes: &notes)
    var question = GridQuestion(notes: notes)
    try question.read(document)
    let now = try Request.now()
    let grid = try question.grid(
      year: try inputs.field("year")?.yearLength() ?? .days365,
      time: time.map { .at($0) } ?? .ofObservation(elseNow: now), profile: rules.profile)
    // The same sweep again would differ, and nobody would see why.
    guard !question.notes.notes.contains(.evaluatedNow(now)) else {
      throw inputs.missing(
        "at", "a time of evaluation, on which a period hangs", hint: "now is one")
    }
    let table = GridTable(
      grid, try points(inputs, of: grid), isWide: try TableRequest.isWide(inputs),
      threads: try TableRequest.threads(inputs))
    return Reply(
      .members([
        "points": .count(UInt64(grid.pointCount)),
        "rowLength": .count(UInt64(grid.axes.last?.count ?? 1)),
        "assumesActivePeriod": .bool(question.assumesActivePeriod),
      ]), notes: question.notes.notes, rows: table.stream)
  }

  /// Which points are asked for: all, or those from the first of two numbers up to the second.
  private static func points(
    _ inputs: InputObject, of grid: ParameterGrid
  ) throws(Fault) -> Range<Int> {
    let what = "two numbers of points, from 0 to \(grid.pointCount)"
    guard let ends = try inputs.elements("points", what) else { return 0..<grid.pointCount }
    var places: [Int] = []
    for end in ends { places.append(try end.field(what).integer(what, in: 0...grid.pointCount)) }
    guard places.count == 2, places[0] <= places[1] else {
      throw inputs.missing("points", what)
    }
    return places[0]..<places[1]
  }
}
