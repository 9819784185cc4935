@testable import Bulk

/// Splits an input into records by the rules that `CSVGrammar` states, in another way: each rule
/// is tried on the whole rest of the input.
enum PlainSplitter {
  struct Record {
    let content: Range<Int>
    let isTooLong: Bool
  }

  static func records(in input: [UInt8], from start: Int, limit: Int) -> [Record] {
    var records: [Record] = []
    var next = start
    while next < input.count {
      var end = next
      // What a record may look at: its own first bytes. Beyond them, its first line is all of it.
      if let regular = regularEnd(
        input[next...].prefix(limit), toInputEnd: input.count - next <= limit)
      {
        end = regular
      } else {
        end = input[next...].firstIndex(of: 0x0A).map { $0 + 1 } ?? input.count
      }
      var content = next..<end
      if content.count > 0, input[content.upperBound - 1] == 0x0A { content = content.dropLast() }
      if content.count > 0, input[content.upperBound - 1] == 0x0D { content = content.dropLast() }
      records.append(Record(content: content, isTooLong: end - next > limit))
      next = end
    }
    return records
  }

  /// Consumes field after field; nil when the window ends first.
  private static func regularEnd(_ window: ArraySlice<UInt8>, toInputEnd: Bool) -> Int? {
    var rest = window
    func lineEnd(_ rest: ArraySlice<UInt8>) -> Int? {
      rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? (toInputEnd ? window.endIndex : nil)
    }
    while true {
      if rest.first == 0x22 {
        rest = rest.dropFirst()
        while true {
          guard let quote = rest.firstIndex(of: 0x22) else { return nil }
          rest = rest[(quote + 1)...]
          guard rest.first == 0x22 else { break }
          rest = rest.dropFirst()
        }
        switch rest.first {
        case nil: return toInputEnd ? window.endIndex : nil
        case 0x2C: break
        default: return lineEnd(rest)
        }
      } else {
        let stop = rest.firstIndex { [0x2C, 0x0A, 0x22].contains($0) }
        guard let stop else { return toInputEnd ? window.endIndex : nil }
        if rest[stop] != 0x2C { return lineEnd(rest) }
        rest = rest[stop...]
      }
      rest = rest.dropFirst()
    }
  }
}

extension PlainSplitter {
  /// What is wrong with the account of a run, or nil: every record of the input is one row out, one
  /// reject or one blank line, in order.
  static func breach(
    of run: CSVInMemory, input: [UInt8], from start: Int, limit: Int, figures: Int
  ) -> String? {
    let records = records(in: input, from: start, limit: limit)
    var output = run.output.dropFirst(run.headerLength)
    var rejects = run.rejects[...]
    var blanks = 0
    for record in records {
      let content = Array(input[record.content])
      if content.isEmpty {
        blanks += 1
      } else if let reject = rejects.first, reject.byteOffset == record.content.lowerBound {
        rejects.removeFirst()
        guard record.isTooLong || reject.raw == content else {
          return "a reject that is not its record: \(reject)"
        }
      } else {
        guard output.starts(with: content + [0x2C]) else {
          return "a record that is neither a row nor a reject, at byte \(record.content.lowerBound)"
        }
        output = output.dropFirst(content.count + 1)
        guard let end = output.firstIndex(of: 0x0A),
          output[..<end].count(where: { $0 == 0x2C }) == figures - 1
        else { return "a row without its figures, at byte \(record.content.lowerBound)" }
        output = output[(end + 1)...]
      }
    }
    guard output.isEmpty, rejects.isEmpty else { return "rows or rejects that no record is" }
    guard run.rowsOut + run.rejectedRows + run.blankLines == records.count,
      run.blankLines == blanks
    else { return "counts that do not add up to \(records.count) records" }
    return nil
  }
}
