internal import Bulk
internal import FixedPoint
internal import Quantities
internal import Faults
internal import Inputs
internal import Text

/// An axis as a grid file writes it.
///
///     {"name": "rewardPrice", "values": ["1", "2.5"]}
///     {"name": "rewardPrice", "start": "1", "stop": "10", "count": 10}
///     {"name": "rewardPrice", "start": "1", "stop": "10", "step": "0.5"}
///     {"name": "totalSupply", "start": "1000", "stop": "1000000", "count": 4, "scale": "log"}
///     {"name": "stakePrice", "csv": "prices.csv", "column": "close"}
struct GridAxisObject {
  private enum Scale: String, CaseIterable {
    case linear, log
  }

  private let inputs: InputObject
  private let key: InputKey
  private let whole: Field

  static let keys: KeyTree = [
    "name", "values", "start", "stop", "count", "step", "scale", "csv", "column",
  ]

  init(_ node: InputNode) throws(Fault) {
    inputs = try InputObject(
      inside: node, "an axis: {\"name\": ..., \"start\": ..., \"stop\": ..., \"count\": ...}",
      keys: Self.keys)
    let name = try inputs.required("name", "the input that varies")
    key = try name.gridKey()
    whole = Field(text: name.text, place: node.place)
  }

  func axis(form: CSVForm, notes: inout InputNotes) throws(Fault) -> GridAxis {
    let forms = [["values"], ["csv", "column"], ["start", "stop", "count", "step", "scale"]]
    let given = forms.map { $0.filter { inputs.node($0) != nil } }.filter { !$0.isEmpty }
    guard given.count < 2 else {
      throw whole.error(
        .conflict, expected: "one of values, a range, or a column of a file",
        found: given.map { $0.joined(separator: " and ") }.joined(separator: ", and "))
    }
    if let values = try inputs.elements("values", "values") {
      var raw: [ExactInteger] = []
      for value in values {
        let field = try value.field("a number, or its text")
        raw.append(try field.gridValue(of: key, notes: &notes))
      }
      return try whole.located { () throws(Fault) in try GridAxis(key, raw: raw) }
    }
    if let path = try inputs.string("csv"), let column = try inputs.string("column") {
      return try GridColumn(path: path, column: column).axis(
        of: key, form: form, notes: &notes)
    }
    return try range(notes: &notes)
  }

  private func range(notes: inout InputNotes) throws(Fault) -> GridAxis {
    let (count, step) = (try inputs.field("count"), try inputs.field("step"))
    guard let start = try inputs.field("start"), let stop = try inputs.field("stop"),
      (count == nil) != (step == nil)
    else {
      throw whole.error(
        expected: "values, or start and stop with count or step, or csv and column",
        found: "neither values nor a range")
    }
    let scale = try inputs.name("scale", of: Scale.self) ?? .linear
    guard scale == .linear || step == nil else {
      throw whole.error(expected: "linear, or log with a count", found: "a log scale with a step")
    }
    let (low, high) = (
      try start.gridNumber(of: key, notes: &notes),
      try stop.gridNumber(of: key, notes: &notes)
    )
    if let distance = try step?.gridStep() {
      return try whole.located { () throws(Fault) in
        try GridAxis(key, from: low, through: high, by: distance)
      }
    }
    let number = try count?.gridCount() ?? 1
    return try whole.located { () throws(Fault) in
      scale == .log
        ? try GridAxis(logarithmic: key, from: low, through: high, count: number)
        : try GridAxis(key, from: low, through: high, count: number)
    }
  }
}
