import Questions
import TestSupport
import Testing
import Text

/// The rows of a table are equal in CSV, NDJSON and JSON.
struct RowTests {
  private static func csv(_ text: String) throws -> [[String]] {
    let reader = CSVRecordReader(Array(text.utf8))
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record.fields) }
    return records
  }

  /// How a cell writes a value.
  private static func cell(_ node: JSONNode) -> String {
    switch node.value {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: ""
    case .array(let elements):
      elements.map { $0["code"].map(cell) ?? cell($0) }.joined(separator: ";")
    case .object(let members):
      members.map { "\($0.key)=\(cell($0.node))" }.joined(separator: " ")
    }
  }

  /// The rows that CSV has, by its columns, as cells.
  private static func expectEqual(_ text: String, _ lines: [JSONNode], _ what: String) throws {
    let records = try csv(text)
    let columns = records.first ?? []
    #expect(records.dropFirst().count == lines.count, "\(what)")
    for (record, line) in zip(records.dropFirst(), lines) {
      #expect((line.members ?? []).map(\.key) == columns, "\(what)")
      #expect((line.members ?? []).map { cell($0.node) } == record, "\(what)")
    }
  }

  @Test(arguments: AnswerRun.all)
  func `rows are equal in all formats`(run: AnswerRun) throws {
    let answer = try #require(run.catalogue)
    if answer.rows.isEmpty {
      let document = try run.document().elements ?? []
      let lines = try AnswerRun.lines(try run.output("ndjson").output)
      #expect(document.map(\.value.plain) == lines.map(\.value.plain))
      return try Self.expectEqual(try run.output("csv").output, lines, "points")
    }
    let usual = try run.output("csv").output
    for rows in answer.rows {
      let csv = try run.output("csv", table: rows.name)
      // Some tables are there under a condition.
      guard csv.status == run.status else { continue }
      let lines = try AnswerRun.lines(try run.output("ndjson", table: rows.name).output)
      try Self.expectEqual(csv.output, lines, rows.name)
      let columns = try Self.csv(csv.output).first ?? []
      let present = rows.keys.filter { $0.condition == nil || columns.contains($0.name) }
      #expect(Set(columns) == Set(present.map(\.name)), "\(rows.name)")
      if rows.name == answer.usualRows { #expect(usual == csv.output) }
      let isFurther = answer.furtherRows.contains { $0.name == rows.name }
      if answer.ownRows.isEmpty, !isFurther { try expectEqual(run, lines, rows, answer) }
    }
  }

  /// The lines of a table are the elements of the document's array.
  private func expectEqual(
    _ run: AnswerRun, _ lines: [JSONNode], _ rows: Answer.Rows, _ answer: Answer
  ) throws {
    let document = try run.document()
    let vaults = run.isOfSnapshot ? document["vaults"]?.elements : nil
    let answers = document.elements ?? vaults ?? [document]
    var expected: [[JSONMember]] = []
    for one in answers {
      let subject = answer.subject.compactMap { key in one.members?.first { $0.key == key } }
      if rows.name == Answer.figures {
        expected.append(Self.figures(of: one, under: ""))
        continue
      }
      let path = rows.name.split(separator: ".").map(String.init)
      let table = path.reduce(one as JSONNode?) { $0?[$1] }?.elements ?? []
      expected += table.map { row in
        // The vault's name beside a name of the row's own.
        subject.map { row[$0.key] == nil ? $0 : JSONMember(key: "vaultName", value: $0.node.value) }
          + (row.members ?? [])
      }
    }
    // A vault without rows has one of nulls.
    let own = rows.keys.map(\.name).filter { !(answer.subject + ["vaultName"]).contains($0) }
    let present = lines.filter { line in
      answer.subject.isEmpty || rows.name == Answer.figures
        // A published figure that nothing explains has the nearest one, as no convention's.
        || own.contains { line[$0]?.isNull == false }
          && !["none", "noStake"].contains(line["conventions"]?.elements?.first?.string)
    }
    #expect(present.map(\.value.plain) == expected.map { JSONValue.object($0).plain })
  }

  private static func figures(of node: JSONNode, under prefix: String) -> [JSONMember] {
    (node.members ?? []).flatMap { member -> [JSONMember] in
      switch member.node.value {
      case .object: figures(of: member.node, under: prefix + member.key + ".")
      case .array where !["warnings", "missing"].contains(member.key): []
      default: [JSONMember(key: prefix + member.key, value: member.node.value)]
      }
    }
  }
}

extension JSONValue {
  /// The value on one line, whatever its positions.
  fileprivate var plain: String {
    var writer = JSONWriter(style: .compact)
    writer.value(self)
    return writer.takeText()
  }
}
