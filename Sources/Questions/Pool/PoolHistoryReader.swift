internal import FixedPoint
internal import Yields
internal import Quantities
package import Text
package import Faults
package import Inputs

/// Pools' observations from a CSV file: a time, and assets and shares or the share price.
package struct PoolHistoryReader: Sendable {
  /// One series for each pool, in the order of the file.
  package let series: [PoolSeries]
  /// Whether share prices were read, which are in whole units already, and not assets and shares.
  package let isOfPrices: Bool

  /// A line, before it is known what its prices are in.
  private struct Line {
    let number: Int
    let time: Timestamp
    /// The share price, or the assets.
    let value: Field
    /// The shares; nil where the price is read.
    let shares: Field?

    func hasValues(of other: Line) -> Bool {
      value.text == other.value.text && shares?.text == other.shares?.text
    }
  }

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - reader: the file's records.
  ///   - name: its name for errors.
  ///   - mapped: the names of columns that the user chose.
  ///   - groupBy: the column that tells pools apart, if the user chose one.
  ///   - notes: where it is noted that lines are put in order.
  /// - Throws: `Fault` for a header without the columns, a malformed value, a record of another
  ///   length, two values of one time, or several pools that nobody asked to tell apart.
  package init(
    _ reader: CSVRecordReader, name: String, mapped: [PoolHistoryColumns.Column: String] = [:],
    groupBy: String? = nil, notes: inout InputNotes
  ) throws(Fault) {
    guard let first = try reader.next() else {
      throw Fault(
        .invalidValue, at: .file(name), found: "an empty file",
        expected: "the columns timestamp, total_assets, total_supply")
    }
    let header = CSVHeader(
      first.fields, file: name, line: first.position.line, form: reader.form)
    let columns = try PoolHistoryColumns(header, mapped: mapped, groupBy: groupBy)
    if columns.hasUnusedPrice {
      notes.added.append(
        Fault(
          .unusedValue, severity: .note, at: .file(name, line: first.position.line),
          found: "share_price beside total_assets and total_supply", expected: "",
          hint: "the price is that of assets and shares; --map share_price=NAME reads the column"))
    }
    var groups: [(name: String?, lines: [Line])] = []
    var indices: [String: Int] = [:]
    while let record = try reader.next() {
      try header.requireFieldCount(of: record)
      let group = columns.group.map { record.fields[$0.index] }
      let line = try Self.line(record, columns, name, &notes)
      if let index = indices[group ?? ""] {
        groups[index].lines.append(line)
        continue
      }
      if !columns.isGrouped, let group, let known = columns.group, !groups.isEmpty {
        throw Fault(
          .conflict, at: .file(name, line: line.number, member: known.name),
          found: "a second pool, \"\(group)\"", expected: "one pool, or --group-by \(known.name)")
      }
      indices[group ?? ""] = groups.count
      groups.append((columns.isGrouped ? group : nil, [line]))
    }
    if groups.isEmpty { groups.append((nil, [])) }
    isOfPrices = columns.isOfPrices
    let lines = groups.flatMap(\.lines)
    let scale = Self.scale(of: lines, isOfPrices: isOfPrices)
    if let note = Self.note(of: scale, lines) { notes.added.append(note) }
    series = try groups.map { group throws(Fault) in
      let lines = try Self.ordered(group.lines, name, notes: &notes)
      return try Self.series(lines, named: group.name, scale: scale, file: name)
    }
  }

  private static func line(
    _ record: CSVRecordReader.Record, _ columns: PoolHistoryColumns, _ file: String,
    _ notes: inout InputNotes
  ) throws(Fault) -> Line {
    let time = try columns.field(.timestamp, of: record, in: file).timestamp(notes: &notes)
    return Line(
      number: record.position.line, time: time,
      value: columns.field(
        columns.isOfPrices ? .sharePrice : .totalAssets, of: record, in: file),
      shares: columns.isOfPrices ? nil : columns.field(.totalSupply, of: record, in: file))
  }

  /// The lines in order of time, each time once.
  private static func ordered(
    _ lines: [Line], _ file: String, notes: inout InputNotes
  ) throws(Fault) -> [Line] {
    var ordered = lines
    if let index = lines.indices.dropFirst().first(where: { lines[$0].time < lines[$0 - 1].time }) {
      try notes.record(
        .reordered, at: .file(file, line: lines[index].number, member: "timestamp"),
        found: "a time before that of the line before", expected: "lines in order of time",
        consequence: "the lines were put in order")
      ordered.sort { ($0.time, $0.number) < ($1.time, $1.number) }
    }
    var distinct: [Line] = []
    var repeated: (first: Place, count: Int)?
    for line in ordered {
      guard let last = distinct.last, last.time == line.time else {
        distinct.append(line)
        continue
      }
      let place = Place.file(file, line: line.number, member: "timestamp")
      guard line.hasValues(of: last) else {
        throw Fault(
          .conflict, at: place, found: "\(line.time.date) a second time, with other values",
          expected: "one line for each time",
          related: [.file(file, line: last.number, member: "timestamp")])
      }
      repeated = (repeated?.first ?? place, (repeated?.count ?? 0) + 1)
    }
    if let repeated {
      try notes.record(
        .repeated, at: repeated.first,
        found: repeated.count == 1
          ? "a time a second time, with the same values"
          : "\(repeated.count) times a second time, with the same values",
        expected: "one line for each time", consequence: "skipped")
    }
    return distinct
  }
}

// Values.
extension PoolHistoryReader {
  /// How prices are written.
  private enum Scale {
    /// Assets and shares, raw.
    case amounts
    /// Decimal numbers.
    case decimal
    /// Integers at scale 1e18.
    case raw
  }

  /// From here on an integer is a price at scale 1e18: as a decimal it would be a billion BERA.
  private static let leastRawPrice = ExactInteger.powerOfTen(9)

  /// One scale for all prices of a file: raw where each is an integer that no price is.
  private static func scale(of lines: [Line], isOfPrices: Bool) -> Scale {
    guard isOfPrices else { return .amounts }
    let prices = lines.filter { !$0.value.text.isEmpty }
    let isRaw = prices.allSatisfy { line in
      guard let integer = try? line.value.rawInteger("a share price") else { return false }
      return integer.isZero || integer >= leastRawPrice
    }
    return isRaw ? .raw : .decimal
  }

  /// How integers were taken that could be prices of either scale.
  private static func note(of scale: Scale, _ lines: [Line]) -> Fault? {
    let large = lines.first { line in
      (try? line.value.rawInteger("a share price")).map { $0 >= leastRawPrice } ?? false
    }
    guard scale != .amounts, let large else { return nil }
    return Fault(
      .assumedValue, severity: .note, at: large.value.place,
      found: scale == .raw ? "integers of 1e9 and more" : "an integer of 1e9 or more beside others",
      expected: "",
      hint: scale == .raw
        ? "share prices are read at scale 1e18" : "share prices are read as decimal numbers")
  }

  private static func series(
    _ lines: [Line], named name: String?, scale: Scale, file: String
  ) throws(Fault) -> PoolSeries {
    var observations: [PoolObservation] = []
    var missing: [Int] = []
    var ends: [(line: Int, at: Timestamp)] = []
    for line in lines {
      guard !line.value.text.isEmpty, line.shares?.text.isEmpty != true else {
        missing.append(line.number)
        continue
      }
      if let shares = line.shares {
        let assets = try line.value.rawInteger("total_assets in wei", decimals: 18)
        let supply = try shares.rawInteger("total_supply in base units", decimals: 18)
        guard !supply.isZero else {
          ends.append((line.number, line.time))
          continue
        }
        observations.append(
          try PoolObservation(timestamp: line.time, totalAssets: assets, totalSupply: supply))
      } else {
        observations.append(
          try PoolObservation(
            timestamp: line.time, sharePrice: try price(line.value, isRaw: scale == .raw)))
      }
    }
    return PoolSeries(
      name: name, history: try PoolHistory(observations, ends: ends.map(\.at)), missing: missing,
      ends: ends)
  }

  private static func price(_ field: Field, isRaw: Bool) throws(Fault) -> ExactRational {
    if isRaw {
      return ExactRational(try field.rawInteger("a share price at scale 1e18", decimals: 18))
        * .powerOfTen(-18)
    }
    return try field.exactDecimal("a share price in BERA")
  }
}
