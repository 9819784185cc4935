/// The bytes of synthetic rows.
///
/// A row depends on the seed and its index alone.
enum SampleRow {
  /// More than any row takes.
  static let room = 256

  /// Appends the rows of a range.
  static func append(_ rows: Range<Int>, of sample: SampleCSV, to buffer: ByteBuffer) {
    buffer.reserve(rows.count * room)
    var cursor = unsafe buffer.base + buffer.count
    let isPlain = sample.dirtyEvery == 0 && !sample.isQuoted
    let numbers = SampleNumbers()
    var rest = rows
    while !rest.isEmpty {
      numbers.draw(from: rest.lowerBound, seed: sample.seed)
      let block = rest.prefix(SampleNumbers.rowLimit)
      for row in block {
        let start = unsafe cursor
        unsafe appendPlain(numbers, row &- block.lowerBound, at: &cursor)
        if !isPlain { unsafe makeOdd(row, of: sample, from: start, to: &cursor) }
      }
      rest = block.upperBound..<rest.upperBound
    }
    unsafe buffer.count = cursor - buffer.base
  }

  /// A row of 126 bytes: 42 for the name, then numbers of 35, 10, 21, 4 and 8 bytes.
  @inline(__always)
  private static func appendPlain(
    _ numbers: SampleNumbers, _ row: Int, at cursor: inout UnsafeMutableRawPointer
  ) {
    func append(_ last: Int = 8, of column: SampleColumn) {
      let digits = numbers.digits(column, row: row) &>> UInt64(64 &- 8 &* last)
      unsafe cursor.storeBytes(of: digits.littleEndian, as: UInt64.self)
      unsafe cursor += last
    }
    func append(_ text: StaticString) {
      unsafe cursor.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
      unsafe cursor += text.utf8CodeUnitCount
    }
    append("synthetic-")
    append(of: .name0)
    append(of: .name1)
    append(of: .indexHead)
    append(of: .index)
    append(",")
    append(3, of: .rateHead)
    append(of: .rate0)
    append(of: .rate1)
    append(of: .rate2)
    append(of: .rate3)
    append(",")
    append(2, of: .finishHead)
    append(of: .finish)
    append(",")
    append(5, of: .supplyHead)
    append(of: .supply0)
    append(of: .supply1)
    append(",")
    append(1, of: .rewardWhole)
    append(".")
    append(2, of: .rewardCents)
    append(",")
    append(5, of: .stakeWhole)
    append(".")
    append(2, of: .stakeCents)
    append("\n")
  }

  /// Rewrites a row by way of text, for the settings that ask for unusual ones.
  private static func makeOdd(
    _ row: Int, of sample: SampleCSV, from start: UnsafeMutableRawPointer,
    to cursor: inout UnsafeMutableRawPointer
  ) {
    let line = unsafe UnsafeRawBufferPointer(start: start, count: cursor - start).dropLast()
    var fields = unsafe String(decoding: line, as: UTF8.self).split(separator: ",").map(String.init)
    if sample.isQuoted {
      fields[0] = "\"Vault \"\"\(fields[0].suffix(8))\"\", synthetic\""
      fields[3] = "\"\(fields[3])\""
    }
    if sample.dirtyEvery > 0, row % sample.dirtyEvery == sample.dirtyEvery - 1 {
      switch row / sample.dirtyEvery % 5 {
      case 0: fields[1] = "-" + fields[1]
      case 1: fields[5] = "0"
      case 2: fields[3] = "12x4"
      case 3: fields.removeLast()
      default: fields[0] = "stray\"quote"
      }
    }
    unsafe cursor = start
    for byte in (fields.joined(separator: ",") + "\n").utf8 {
      unsafe cursor.storeBytes(of: byte, as: UInt8.self)
      unsafe cursor += 1
    }
  }
}
