internal import Bulk

// Floating point: a producer's own values, each taken as the decimal that it prints, which is the shortest
// that reads back as the same value. No result is computed from them.

extension ArrowColumn {
  /// Reads the floats that are whole numbers; the others are left to their texts.
  func floats(
    _ rows: Range<Int>, _ decimals: Int, _ words: inout MutableSpan<UInt128>,
    _ marks: inout MutableSpan<UInt8>
  ) {
    // Whole numbers that every float of this size prints with all their digits.
    let limit = type == .float(bits: 64) ? 0x1p53 : 0x1p24
    let scale: UInt128 = decimals == 0 ? 1 : 1_000_000_000_000_000_000
    for (index, row) in rows.enumerated() {
      let value = float(row)
      if value >= 0, value < limit, value == value.rounded(.towardZero) {
        words[index] = UInt128(UInt64(value)) &* scale
      } else {
        marks[index] = VaultBlock.Marks.careful.rawValue
      }
    }
  }

  private func float(_ row: Int) -> Double {
    type == .float(bits: 64)
      ? value(row, of: Double.self) : Double(value(row, of: Float.self))
  }

  /// The text of a float: as it prints, with the sign and the exponent that it has.
  func floatText(_ row: Int) -> String {
    type == .float(bits: 64)
      ? value(row, of: Double.self).description : value(row, of: Float.self).description
  }
}
