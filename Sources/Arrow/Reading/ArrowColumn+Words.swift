internal import Bulk
internal import CBeraYield

// Unsafe: the cells of texts stand in the column's buffers, which outlive the call; `TextCell` reads them.

// A column's values as words: whole numbers, or prices scaled by 1e18. What a word does not hold is marked, and
// `ArrowColumn+Text` has it.

extension ArrowColumn {
  /// Reads rows.
  ///
  /// - Parameters:
  ///   - rows: as many as there are words.
  ///   - decimals: 18 for prices, 0 for whole numbers.
  ///   - words: receives the values.
  ///   - marks: receives what is null, and what has no word.
  /// - Throws: `ArrowFault` where offsets or views lead out of their buffers.
  func read(
    _ rows: Range<Int>, decimals: Int, into words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) throws(ArrowFault) {
    switch type {
    case .nulls, .rows: break
    case .integer(bits: 8, isSigned: true): integers(Int8.self, rows, decimals, &words, &marks)
    case .integer(bits: 8, _): integers(UInt8.self, rows, decimals, &words, &marks)
    case .integer(bits: 16, isSigned: true): integers(Int16.self, rows, decimals, &words, &marks)
    case .integer(bits: 16, _): integers(UInt16.self, rows, decimals, &words, &marks)
    case .integer(bits: 32, isSigned: true): integers(Int32.self, rows, decimals, &words, &marks)
    case .integer(bits: 32, _): integers(UInt32.self, rows, decimals, &words, &marks)
    case .integer(_, isSigned: true): integers(Int64.self, rows, decimals, &words, &marks)
    case .integer: integers(UInt64.self, rows, decimals, &words, &marks)
    case .decimal(bits: 32, let scale):
      integers(Int32.self, rows, decimals - scale, &words, &marks)
    case .decimal(bits: 64, let scale):
      integers(Int64.self, rows, decimals - scale, &words, &marks)
    case .decimal(bits: 128, let scale): halves(rows, .single, decimals - scale, &words, &marks)
    case .decimal(_, let scale): halves(rows, .lowFirst, decimals - scale, &words, &marks)
    case .words(bytes: 16): halves(rows, .unsigned, decimals, &words, &marks)
    case .words: halves(rows, .highFirst, decimals, &words, &marks)
    case .times(let perSecond): times(rows, perSecond, decimals, &words, &marks)
    case .float: floats(rows, decimals, &words, &marks)
    case .text, .views: try texts(rows, decimals, &words, &marks)
    }
    guard mayHaveNulls else { return }
    for (index, row) in rows.enumerated() where isNull(row) {
      words[index] = 0
      marks[index] = VaultBlock.Marks.missing.rawValue
    }
  }

  private static var careful: UInt8 { VaultBlock.Marks.careful.rawValue }

  /// 10^n as a word; nil where it is none.
  private static func power(_ n: Int) -> UInt128? {
    guard (0...38).contains(n) else { return nil }
    return (0..<n).reduce(1) { power, _ in power * 10 }
  }

  private func integers<Value: FixedWidthInteger & BitwiseCopyable>(
    _: Value.Type, _ rows: Range<Int>, _ shift: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) {
    let power = Self.power(shift)
    withValues(rows) { values in
      for index in 0..<rows.count {
        let value = unsafe values.unsafeLoadUnaligned(
          fromByteOffset: index &* MemoryLayout<Value>.size, as: Value.self)
        let word = UInt128(truncatingIfNeeded: value)
        guard value >= 0, let power else {
          marks[index] = Self.careful
          continue
        }
        let (scaled, overflows) = word.multipliedReportingOverflow(by: power)
        words[index] = scaled
        if overflows { marks[index] = Self.careful }
      }
    }
  }

  /// How a value of 16 or 32 bytes stands in memory.
  private enum Layout {
    /// 16 bytes with a sign.
    case single
    /// 16 bytes without.
    case unsigned
    /// 32 bytes with a sign, the lower half first.
    case lowFirst
    /// 32 bytes without, the highest byte first.
    case highFirst
  }

  private func halves(
    _ rows: Range<Int>, _ layout: Layout, _ shift: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) {
    switch layout {
    case .single:
      scaled(rows, shift, &words, &marks) { values, index in
        let word = unsafe values.unsafeLoadUnaligned(fromByteOffset: 16 &* index, as: UInt128.self)
        return (word, word >> 127 == 0 ? 0 : .max)
      }
    case .unsigned:
      scaled(rows, shift, &words, &marks) { values, index in
        (
          unsafe values.unsafeLoadUnaligned(fromByteOffset: 16 &* index, as: UInt128.self)
            .littleEndian, 0
        )
      }
    case .lowFirst:
      scaled(rows, shift, &words, &marks) { values, index in
        let low = unsafe values.unsafeLoadUnaligned(fromByteOffset: 32 &* index, as: UInt128.self)
        return (
          low,
          unsafe values.unsafeLoadUnaligned(fromByteOffset: 32 &* index &+ 16, as: UInt128.self)
        )
      }
    case .highFirst:
      scaled(rows, shift, &words, &marks) { values, index in
        let low = unsafe values.unsafeLoadUnaligned(
          fromByteOffset: 32 &* index &+ 16, as: UInt128.self)
        return (
          low.bigEndian,
          unsafe values.unsafeLoadUnaligned(fromByteOffset: 32 &* index, as: UInt128.self)
        )
      }
    }
  }

  /// Moves the point; `load` gives the lower half of a value, and the upper one, which is the largest where
  /// the value has a sign.
  @inline(__always)
  private func scaled(
    _ rows: Range<Int>, _ shift: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>, _ load: (RawSpan, Int) -> (UInt128, UInt128)
  ) {
    let (power, divisor) = (Self.power(shift) ?? 0, Self.power(-shift) ?? 0)
    withValues(rows) { values in
      if power == 1 {
        for index in 0..<rows.count {
          let (word, rest) = load(values, index)
          words[index] = word
          if rest != 0 { marks[index] = Self.careful }
        }
      } else if let small = UInt64(exactly: power), small > 0 {
        for index in 0..<rows.count {
          let (word, rest) = load(values, index)
          // Prices and the like are short: one product, and nothing to carry.
          let isShort = word >> 64 == 0
          words[index] = UInt128(UInt64(truncatingIfNeeded: word)) &* UInt128(small)
          if rest != 0 || !isShort {
            let (product, overflows) = word.multipliedReportingOverflow(by: power)
            words[index] = product
            if rest != 0 || overflows { marks[index] = Self.careful }
          }
        }
      } else {
        for index in 0..<rows.count {
          let (word, rest) = load(values, index)
          var isWord = rest == 0
          if power > 0 {
            let (product, overflows) = word.multipliedReportingOverflow(by: power)
            words[index] = product
            isWord = isWord && !overflows
          } else if rest < divisor {
            let (quotient, remainder) = divisor.dividingFullWidth((rest, word))
            words[index] = quotient
            isWord = remainder == 0
          } else {
            isWord = false
          }
          if !isWord { marks[index] = Self.careful }
        }
      }
    }
  }

  private func times(
    _ rows: Range<Int>, _ perSecond: Int64, _ decimals: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) {
    withValues(rows) { values in
      for index in 0..<rows.count {
        let value = unsafe values.unsafeLoadUnaligned(fromByteOffset: 8 &* index, as: Int64.self)
        let (seconds, rest) = value.quotientAndRemainder(dividingBy: perSecond)
        if value < 0 || rest != 0 || decimals != 0 {
          marks[index] = Self.careful
        } else {
          words[index] = UInt128(truncatingIfNeeded: seconds)
        }
      }
    }
  }

  private func texts(
    _ rows: Range<Int>, _ decimals: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) throws(ArrowFault) {
    var badRow: Int?
    let empty: StaticString = ""
    unsafe withUnsafeTemporaryAllocation(of: TextCell.self, capacity: rows.count) { cells in
      for (index, row) in rows.enumerated() {
        var cell = unsafe TextCell(start: empty.utf8Start, count: 0, hasRoom: false)
        if mayHaveNulls && isNull(row) {
          // What stands in a null's place means nothing.
        } else if let found = unsafe self.cell(row) {
          if let start = found.baseAddress {
            unsafe cell = TextCell(
              start: start, count: found.count, hasRoom: hasRoom(behind: found))
          }
        } else if badRow == nil {
          badRow = row
        }
        unsafe cells.initializeElement(at: index, to: cell)
      }
      if badRow == nil {
        unsafe TextCell.read(
          UnsafeBufferPointer(cells), isDecimal: decimals != 0, into: &words, &marks)
      }
    }
    if let badRow {
      throw .malformed(
        name, "a text in row \(badRow) whose place falls, or leads out of its buffer",
        expected: "offsets and views within the buffers")
    }
  }
}
