internal import Platform

/// Texts of blocks of rows, put together in order at the end.
final class TextBlocks: Sendable {
  private let blocks = Monitor<[Int: [String?]]>([:])

  /// Takes the texts of the rows from `first` on.
  func add(_ first: Int, _ texts: [String?]) {
    blocks.withLock { $0[first] = texts }
  }

  /// The texts of all rows as a column; rows of no block have none.
  func array(_ length: Int) throws(ArrowFault) -> OutgoingArray {
    let blocks = blocks.withLock { $0 }
    var texts = [String?](repeating: nil, count: length)
    for (first, block) in blocks {
      for (index, text) in block.enumerated() { texts[first + index] = text }
    }
    return try Self.array(texts)
  }

  /// A column of texts.
  ///
  /// - Throws: `ArrowFault` where they are longer together than 2 GiB, or there is no memory.
  static func array(_ texts: [String?]) throws(ArrowFault) -> OutgoingArray {
    var bytes: [UInt8] = []
    let offsets = try ArrowMemory(texts.count + 1, width: 4)
    let validity = try ArrowMemory((texts.count + 63) / 64, width: 8, zeroed: true)
    var nulls = 0
    for text in texts { bytes.append(contentsOf: (text ?? "").utf8) }
    guard bytes.count <= Int(Int32.max) else {
      throw .malformed(nil, "\(bytes.count) bytes of text", expected: "smaller batches")
    }
    offsets.with(Int32.self, 0..<texts.count + 1) { offsets in
      validity.with(UInt64.self, 0..<(texts.count + 63) / 64) { bits in
        var end: Int32 = 0
        offsets[0] = 0
        for (row, text) in texts.enumerated() {
          if let text {
            end += Int32(text.utf8.count)
            bits[row / 64] |= (1 &<< UInt64(row % 64)).littleEndian
          } else {
            nulls += 1
          }
          offsets[row + 1] = end
        }
      }
    }
    return OutgoingArray(
      length: texts.count, nullCount: nulls,
      buffers: [nulls == 0 ? nil : validity, offsets, try ArrowMemory(bytes)])
  }
}
