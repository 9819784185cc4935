/// Looks at byte after byte: for inputs that fit in memory.
package struct CSVByteScan: CSVSpecials {
  private var place: Int

  package init(from place: Int = 0) {
    self.place = place
  }

  package mutating func next(in bytes: Span<UInt8>) -> Int? {
    while place < bytes.count {
      defer { place += 1 }
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"): return place
      default: continue
      }
    }
    return nil
  }

  package mutating func move(to place: Int) {
    self.place = place
  }
}
