// Unsafe: a cell lies in memory that outlives the call; `DigitField` reads up to seven bytes behind a cell,
// which only `hasRoom` says are there: any other cell is copied first.

/// A cell of text where it stands in memory.
@usableFromInline
@unsafe package struct TextCell {
  @usableFromInline package var start: UnsafeRawPointer
  @usableFromInline package var count: Int
  /// Whether seven bytes behind it may be read.
  @usableFromInline package var hasRoom: Bool

  @inlinable
  package init(start: UnsafeRawPointer, count: Int, hasRoom: Bool) {
    unsafe self.start = start
    unsafe self.count = count
    unsafe self.hasRoom = hasRoom
  }

  /// Reads cells as numbers of plain digits, or of hexadecimal ones behind `0x`.
  ///
  /// - Parameters:
  ///   - cells: as many as there are words.
  ///   - isDecimal: whether the numbers may have decimals and are scaled by 1e18.
  ///   - words: receives the numbers.
  ///   - marks: what has another form, or does not fit, is marked as `careful`.
  package static func read(
    _ cells: UnsafeBufferPointer<TextCell>, isDecimal: Bool, into words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) {
    precondition(
      cells.count == words.count && cells.count == marks.count,
      "columns of different lengths")
    for row in cells.indices {
      let cell = unsafe cells[row]
      var word = unsafe isDecimal ? cell.decimal : cell.wide
      if word == nil, !isDecimal { word = unsafe cell.hexadecimal }
      words[row] = word ?? 0
      if word == nil { marks[row] |= VaultBlock.Marks.careful.rawValue }
    }
  }

  private var wide: UInt128? {
    @inline(__always) get {
      unsafe hasRoom ? DigitField(start: start, count: count).wide : copied { unsafe $0.wide }
    }
  }

  private var decimal: UInt128? {
    @inline(__always) get {
      unsafe hasRoom ? DigitField(start: start, count: count).decimal : copied { unsafe $0.decimal }
    }
  }

  /// The longest number that fits is one of 19 digits, a point and 18 more.
  private static let longest = 38

  @inline(never)
  private func copied(_ read: (DigitField) -> UInt128?) -> UInt128? {
    guard unsafe (1...Self.longest).contains(count) else { return nil }
    return unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { room in
      guard let base = room.baseAddress else { return nil }
      unsafe base.copyMemory(from: start, byteCount: count)
      return unsafe read(DigitField(start: UnsafeRawPointer(base), count: count))
    }
  }

  /// The number of `0x` and up to 32 digits.
  @inline(never)
  private var hexadecimal: UInt128? {
    guard unsafe (3...34).contains(count), unsafe byte(0) == UInt8(ascii: "0"),
      unsafe byte(1) == UInt8(ascii: "x")
    else { return nil }
    var word: UInt128 = 0
    for place in unsafe 2..<count {
      let byte = unsafe byte(place)
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
      default: return nil
      }
      word = word &<< 4 | UInt128(digit)
    }
    return word
  }

  private func byte(_ place: Int) -> UInt8 {
    unsafe start.load(fromByteOffset: place, as: UInt8.self)
  }
}
