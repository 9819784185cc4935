internal import Bulk
internal import FixedPoint
internal import Quantities
internal import Text
internal import Faults

/// An axis as a grid file writes it.
///
///     {"name": "rewardPrice", "values": ["1", "2.5"]}
///     {"name": "rewardPrice", "start": "1", "stop": "10", "count": 10}
///     {"name": "rewardPrice", "start": "1", "stop": "10", "step": "0.5"}
///     {"name": "totalSupply", "start": "1000", "stop": "1000000", "count": 4, "scale": "log"}
///     {"name": "stakePrice", "csv": "prices.csv", "column": "close"}
struct GridAxisObject {
  private var reader: ObjectReader
  private let key: InputKey
  private let whole: Field

  init(_ node: JSONNode, path: JSONPath, source: String) throws(Fault) {
    reader = try ObjectReader(
      node, path: path, source: source,
      what: "an axis: {\"name\": ..., \"start\": ..., \"stop\": ..., \"count\": ...}")
    let name = try reader.requiredField("name", "the input that varies")
    key = try name.gridKey()
    whole = Field(
      text: name.text,
      place: .file(
        source, line: node.position.line, column: node.position.column, member: path.description))
  }

  consuming func axis(notes: inout InputNotes) throws(Fault) -> GridAxis {
    let values = reader.node("values")
    let start = try reader.field("start")
    let stop = try reader.field("stop")
    let count = try reader.field("count")
    let step = try reader.field("step")
    let scale = try reader.string("scale")
    let csv = try reader.string("csv")
    let column = try reader.string("column")
    try reader.refuseUnknownKeys()
    if let values { return try listAxis(values, notes: &notes) }
    if let csv, let column {
      return try GridColumn(path: csv, column: column, field: whole)
        .axis(of: key, notes: &notes)
    }
    guard let start, let stop, (count == nil) != (step == nil) else {
      throw Fault(
        .invalidValue, at: whole.place, found: "neither values nor a range",
        expected: "values, or start and stop with count or step, or csv and column")
    }
    guard scale == nil || scale == "linear" || (scale == "log" && step == nil) else {
      throw Fault(
        .invalidValue, at: whole.place, found: "the scale \"\(scale ?? "")\"",
        expected: "linear, or log with a count")
    }
    let (low, high) = (
      try start.gridNumber(of: key, notes: &notes),
      try stop.gridNumber(of: key, notes: &notes)
    )
    let key = key
    if let distance = try step?.gridStep() {
      return try whole.located { () throws(Fault) in
        try GridAxis(key, from: low, through: high, by: distance)
      }
    }
    let number = try count?.gridCount() ?? 1
    return try whole.located { () throws(Fault) in
      scale == "log"
        ? try GridAxis(logarithmic: key, from: low, through: high, count: number)
        : try GridAxis(key, from: low, through: high, count: number)
    }
  }

  private func listAxis(
    _ node: JSONNode, notes: inout InputNotes
  ) throws(Fault) -> GridAxis {
    guard let elements = node.elements else {
      throw reader.error("values", node, found: node.value.excerpt, expected: "an array of values")
    }
    var raw: [ExactInteger] = []
    for (index, element) in elements.enumerated() {
      let place = Place.file(
        reader.source, line: element.position.line, column: element.position.column,
        member: reader.path.appending("values").appending(index).description)
      guard let text = element.scalarText else {
        throw Fault(
          .invalidValue, at: place, found: element.value.excerpt, expected: "a number, or its text")
      }
      raw.append(try Field(text: text, place: place).gridValue(of: key, notes: &notes))
    }
    return try whole.located { () throws(Fault) in try GridAxis(key, raw: raw) }
  }
}
