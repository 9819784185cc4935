package import Bulk
internal import FixedPoint
internal import Words

/// A column of figures on its way out, filled block by block, by several threads at once.
package final class FigureArray: Sendable {
  package let type: FigureType
  private let length: Int
  private let validity: ArrowMemory
  private let values: ArrowMemory?
  /// The texts of blocks, where the column has texts.
  private let texts = TextBlocks()

  /// Makes room for figures, of which none is there yet.
  ///
  /// - Throws: `ArrowFault` where there is no memory.
  package init(_ type: FigureType, length: Int) throws(ArrowFault) {
    self.type = type
    self.length = length
    let bits = (length + 63) / 64
    validity = try ArrowMemory(bits, width: 8, zeroed: true)
    values =
      switch type {
      case .decimal(let bytes, _): try ArrowMemory(length, width: bytes)
      case .integer: try ArrowMemory(length, width: 8)
      case .flag: try ArrowMemory(bits, width: 8, zeroed: true)
      case .status: try ArrowMemory(length, width: 1)
      case .text: nil
      }
  }

  /// The largest number that the column can have, of one word; nil where it has all.
  private static let largest128: UInt128 = 99_999_999_999_999_999_999_999_999_999_999_999_999
  private static let largest256 = ExactInteger.powerOfTen(76)

  /// Writes the figures of rows.
  ///
  /// - Parameters:
  ///   - figures: a word or an exception for each row.
  ///   - first: the row of the first; a multiple of 64 where several threads write.
  ///   - count: how many.
  /// - Returns: the rows, from `first`, whose figures the type cannot hold, and are null.
  package func write(_ figures: FigureColumn, from first: Int, count: Int) -> [Int] {
    var beyond: [Int] = []
    switch type {
    case .decimal(bytes: 16, _): writeNarrow(figures, first, count, &beyond)
    case .decimal: writeWide(figures, first, count, &beyond)
    case .integer:
      values?.with(Int64.self, first..<first + count) { values in
        writeValid(first, count) { row in
          let word = figures.words[row]
          guard word <= UInt128(Int64.max) else {
            values[row] = 0
            if figures[row] != nil { beyond.append(row) }
            return false
          }
          values[row] = Int64(truncatingIfNeeded: word)
          return true
        }
      }
    case .flag:
      values?.with(UInt64.self, first / 64..<(first + count + 63) / 64) { bits in
        writeValid(first, count) { row in
          let word = figures.words[row]
          let place = first % 64 + row
          if word == 1 { bits[place / 64] |= (1 &<< UInt64(place % 64)).littleEndian }
          return word != FigureColumn.exceptional
        }
      }
    case .text:
      texts.add(first, (0..<count).map { figures[$0] == nil ? nil : figures.text($0) })
    case .status: preconditionFailure("a status is no figure")
    }
    return beyond
  }

  /// Writes flags as texts.
  package func write(flags figures: FigureColumn, from first: Int, count: Int) {
    texts.add(
      first, (0..<count).map { figures[$0].map { $0.isZero ? "false" : "true" } })
  }

  /// Writes the statuses of rows.
  package func write(_ statuses: [RowStatus], from first: Int, count: Int) {
    guard let values else {
      return texts.add(first, statuses[..<count].map(\.name))
    }
    let span = statuses.span
    values.with(UInt8.self, first..<first + count) { values in
      writeValid(first, count) { row in
        let isThere = span[row] != .rejected
        values[row] = isThere ? span[row].rawValue : 0
        return isThere
      }
    }
  }

  /// Writes the texts of rows.
  package func write(_ texts: [Int: String], from first: Int, count: Int) {
    self.texts.add(first, (0..<count).map { texts[$0] })
  }

  private func writeNarrow(
    _ figures: FigureColumn, _ first: Int, _ count: Int, _ beyond: inout [Int]
  ) {
    let words = figures.words.span
    values?.with(UInt128.self, first..<first + count) { values in
      writeValid(first, count) { row in
        let word = words[row]
        guard word <= Self.largest128 else {
          values[row] = 0
          if figures[row] != nil { beyond.append(row) }
          return false
        }
        values[row] = word.littleEndian
        return true
      }
    }
  }

  private func writeWide(
    _ figures: FigureColumn, _ first: Int, _ count: Int, _ beyond: inout [Int]
  ) {
    values?.with(UInt128.self, 2 * first..<2 * (first + count)) { values in
      writeValid(first, count) { row in
        var word = UInt256(high: 0, low: figures.words[row])
        if word.low == FigureColumn.exceptional {
          let exact = figures[row]
          guard let exact, exact < Self.largest256, let wide = UInt256(exactly: exact) else {
            values[2 * row] = 0
            values[2 * row + 1] = 0
            if exact != nil { beyond.append(row) }
            return false
          }
          word = wide
        }
        values[2 * row] = word.low.littleEndian
        values[2 * row + 1] = word.high.littleEndian
        return true
      }
    }
  }

  /// Sets the bits of the rows that are there; from a multiple of 64 on by several threads at once.
  @inline(__always)
  private func writeValid(_ first: Int, _ count: Int, _ isThere: (Int) -> Bool) {
    validity.with(UInt64.self, first / 64..<(first + count + 63) / 64) { bits in
      let shift = first % 64
      var row = 0
      while row < count {
        let place = row &+ shift
        let end = min(row &+ 64 &- place % 64, count)
        var word: UInt64 = 0
        while row < end {
          word |= (isThere(row) ? 1 : 0) &<< UInt64(truncatingIfNeeded: (row &+ shift) & 63)
          row &+= 1
        }
        bits[place / 64] |= word.littleEndian
      }
    }
  }

  /// The column as it leaves.
  ///
  /// - Throws: `ArrowFault` where texts are longer together than a column can be.
  package func finish() throws(ArrowFault) -> OutgoingArray {
    guard let values else { return try texts.array(length) }
    let nulls = length - validity.setBits(length)
    return OutgoingArray(
      length: length, nullCount: nulls, buffers: [nulls == 0 ? nil : validity, values],
      dictionary: type == .status ? try TextBlocks.array(RowStatus.names) : nil)
  }
}
