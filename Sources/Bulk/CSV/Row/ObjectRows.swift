internal import Faults
internal import Text
internal import Yields

/// Writes the rows of a chunk as objects.
struct ObjectRows {
  private let plan: RowPlan
  private let writer: RowWriter
  /// The row that was written last.
  private let text = ByteBuffer(capacity: 1 << 12)

  init(_ plan: RowPlan) {
    self.plan = plan
    writer = plan.objectWriter
  }

  /// A row's line; it stands until the next one is asked for.
  ///
  /// - Throws: a `Fault` at a field that is no UTF-8, which an object cannot have.
  func line(
    _ record: borrowing CSVRecord, _ bytes: Span<UInt8>, _ row: CarefulRow
  ) throws(Fault) -> ByteBuffer {
    text.count = 0
    writer.beginRow(isFirst: false, in: text)
    let fields = plan.columns.count
    for column in 0..<fields {
      guard let field = String(validating: record[column].content(in: bytes), as: UTF8.self) else {
        throw Fault(
          .syntax, at: plan.place(of: column), found: "bytes that are not UTF-8",
          expected: "UTF-8 text")
      }
      writer.append(field, in: column, to: text)
    }
    for (index, figure) in plan.figures.enumerated() {
      let value = row.text(figure)
      writer.append(value.isEmpty ? nil : value, in: fields + index, to: text)
    }
    writer.endRow(in: text)
    return text
  }
}
