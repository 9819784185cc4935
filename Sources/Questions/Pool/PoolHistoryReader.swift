internal import FixedPoint
package import Yields
internal import Quantities
package import Text
package import Faults
internal import Inputs

/// A pool's observations from a CSV file of `timestamp,total_assets,total_supply`.
package struct PoolHistoryReader: Sendable {
  /// The observations that have a share price, in the file's order.
  package let history: PoolHistory
  /// The lines without one: a field is empty, or there are no shares.
  ///
  /// Missing, not zero.
  package let missing: [Int]

  private enum Column: String, SpelledKey {
    case timestamp, totalAssets, totalSupply
  }

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - reader: the file's records.
  ///   - name: its name for errors.
  /// - Throws: `Fault` for a header without the columns, a malformed value, a record of another
  ///   length, or times that do not increase.
  package init(_ reader: CSVRecordReader, name: String) throws(Fault) {
    guard let first = try reader.next() else {
      throw Fault(
        .invalidValue, at: .file(name), found: "an empty file",
        expected: "the columns timestamp, total_assets, total_supply")
    }
    let header = CSVHeader(first.fields, file: name, line: first.position.line)
    let columns = try Self.columns(header)
    var observations: [PoolObservation] = []
    var missing: [Int] = []
    while let record = try reader.next() {
      try header.requireFieldCount(of: record)
      guard let next = try Self.observation(record, columns, name) else {
        missing.append(record.position.line)
        continue
      }
      if let last = observations.last, next.timestamp <= last.timestamp {
        throw Fault(
          .invalidValue, at: .file(name, line: record.position.line, member: "timestamp"),
          found: "\(next.timestamp)",
          expected:
            "a time after that of the line before, \(last.timestamp.date)")
      }
      observations.append(next)
    }
    self.missing = missing
    do {
      history = try PoolHistory(observations)
    } catch {
      throw Fault(.invalidValue, at: .file(name), found: "\(error)", expected: "a history")
    }
  }

  private static func columns(_ header: CSVHeader) throws(Fault) -> [Column: Int] {
    let indices = try header.indices(
      of: Column.allCases.map { CSVHeader.Column($0.column, spellings: [$0.column, $0.rawValue]) })
    return Dictionary(uniqueKeysWithValues: zip(Column.allCases, indices.compactMap(\.self)))
  }

  private static func observation(
    _ record: CSVRecordReader.Record, _ columns: [Column: Int], _ name: String
  ) throws(Fault) -> PoolObservation? {
    func field(_ column: Column) -> Field {
      let text = columns[column].map { record.fields[$0] } ?? ""
      return Field(
        text: text,
        place: .file(name, line: record.position.line, member: column.column))
    }
    let time = try field(.timestamp).timestamp()
    let (assets, supply) = (field(.totalAssets), field(.totalSupply))
    if assets.text.isEmpty || supply.text.isEmpty { return nil }
    let total = try assets.rawInteger("total_assets in wei", decimals: 18)
    let shares = try supply.rawInteger("total_supply in base units", decimals: 18)
    if shares.isZero { return nil }
    do {
      return try PoolObservation(timestamp: time, totalAssets: total, totalSupply: shares)
    } catch {
      throw assets.error(expected: "assets above 0, because there are shares")
    }
  }
}
