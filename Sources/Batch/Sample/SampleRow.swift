/// The bytes of synthetic rows.
///
/// A row depends on the seed and its index alone.
enum SampleRow {
  /// More than any row takes.
  static let room = 256

  /// Appends the rows of a range; the buffer has ``room`` for each.
  static func append(_ rows: Range<Int>, of sample: SampleCSV, to buffer: ByteBuffer) {
    buffer.reserve(rows.count * room)
    var cursor = unsafe buffer.base + buffer.count
    let isPlain = sample.dirtyEvery == 0 && !sample.isQuoted
    for row in rows {
      var random = RowNumbers(seed: sample.seed, row: UInt64(truncatingIfNeeded: row))
      if isPlain {
        unsafe appendPlain(UInt64(truncatingIfNeeded: row), &random, at: &cursor)
      } else {
        unsafe appendOdd(row, of: sample, &random, at: &cursor)
      }
    }
    unsafe buffer.count = cursor - buffer.base
  }

  /// A row of 126 bytes: 42 for the name, then numbers of 35, 10, 21, 4 and 8 bytes.
  @inline(__always)
  private static func appendPlain(
    _ row: UInt64, _ random: inout RowNumbers, at cursor: inout UnsafeMutableRawPointer
  ) {
    unsafe append(label: "synthetic-", at: &cursor)
    unsafe appendEights(2, &random, at: &cursor)
    let (upper, lower) = row.quotientAndRemainder(dividingBy: 100_000_000)
    unsafe DigitWriter.appendEight(upper % 100_000_000, at: &cursor)
    unsafe DigitWriter.appendEight(lower, at: &cursor)
    unsafe append(",", at: &cursor)
    unsafe DigitWriter.append(last: 3, digitsOf: 100 + random.below(900), at: &cursor)
    unsafe appendEights(4, &random, at: &cursor)
    unsafe append(",", at: &cursor)
    let (finishUpper, finishLower) = finish(&random).quotientAndRemainder(dividingBy: 100_000_000)
    unsafe DigitWriter.append(last: 2, digitsOf: finishUpper, at: &cursor)
    unsafe DigitWriter.appendEight(finishLower, at: &cursor)
    unsafe append(",", at: &cursor)
    unsafe DigitWriter.append(last: 5, digitsOf: 10_000 + random.below(90_000), at: &cursor)
    unsafe appendEights(2, &random, at: &cursor)
    unsafe append(",", at: &cursor)
    unsafe appendPrice(wholeDigits: 1, 1 + random.below(9), cents: random.below(100), at: &cursor)
    unsafe append(",", at: &cursor)
    unsafe appendPrice(
      wholeDigits: 5, 10_000 + random.below(90_000), cents: random.below(100), at: &cursor)
    unsafe append("\n", at: &cursor)
  }

  /// A row by way of text, for the settings that ask for unusual ones.
  private static func appendOdd(
    _ row: Int, of sample: SampleCSV, _ random: inout RowNumbers,
    at cursor: inout UnsafeMutableRawPointer
  ) {
    let start = unsafe cursor
    unsafe appendPlain(UInt64(truncatingIfNeeded: row), &random, at: &cursor)
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

  /// Up to a week ahead of ``SampleCSV/evaluationTime``; for one in twenty, as far behind it.
  @inline(__always)
  private static func finish(_ random: inout RowNumbers) -> UInt64 {
    let distance = 1 + random.below(604_800)
    return distance % 20 == 0
      ? SampleCSV.evaluationTime - distance : SampleCSV.evaluationTime + distance
  }

  /// A price with two decimals.
  @inline(__always)
  private static func appendPrice(
    wholeDigits: Int, _ whole: UInt64, cents: UInt64, at cursor: inout UnsafeMutableRawPointer
  ) {
    unsafe DigitWriter.append(last: wholeDigits, digitsOf: whole, at: &cursor)
    unsafe append(".", at: &cursor)
    unsafe DigitWriter.append(last: 2, digitsOf: cents, at: &cursor)
  }

  @inline(__always)
  private static func appendEights(
    _ count: Int, _ random: inout RowNumbers, at cursor: inout UnsafeMutableRawPointer
  ) {
    for _ in 0..<count {
      unsafe DigitWriter.appendEight(random.below(100_000_000), at: &cursor)
    }
  }

  @inline(__always)
  private static func append(
    _ character: Unicode.Scalar, at cursor: inout UnsafeMutableRawPointer
  ) {
    unsafe cursor.storeBytes(of: UInt8(ascii: character), as: UInt8.self)
    unsafe cursor += 1
  }

  @inline(__always)
  private static func append(
    label: StaticString, at cursor: inout UnsafeMutableRawPointer
  ) {
    unsafe cursor.copyMemory(from: label.utf8Start, byteCount: label.utf8CodeUnitCount)
    unsafe cursor += label.utf8CodeUnitCount
  }
}

/// The random numbers of one row: SplitMix64 (Steele, Lea, Flood 2014) started from seed and row.
private struct RowNumbers {
  private var state: UInt64
  /// The half of the last output that is still unused.
  private var spare: UInt64 = 0
  private var hasSpare = false

  @inline(__always)
  init(seed: UInt64, row: UInt64) {
    state = Self.mixed(seed &+ row &* 0xD134_2543_DE82_EF95)
  }

  /// A number below `bound`, at most 2^32.
  ///
  /// Its slight bias does not matter here.
  @inline(__always)
  mutating func below(_ bound: UInt64) -> UInt64 {
    (half() &* bound) >> 32
  }

  @inline(__always)
  private mutating func half() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    state &+= 0x9E37_79B9_7F4A_7C15
    let output = Self.mixed(state)
    spare = output & 0xFFFF_FFFF
    hasSpare = true
    return output >> 32
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
