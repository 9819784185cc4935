internal import Words

/// One synthetic row: it depends on the seed and its index alone.
struct SampleRow {
  private let index: Int
  private let text: [UInt8]

  /// 126 bytes: 42 for the name, then numbers of 35, 10, 21, 4 and 8.
  static let length = 126

  /// The usual row with an index, its line end included.
  init(_ index: Int, seed: UInt64) {
    self.index = index
    var random = SampleGenerator(seed: seed, row: index)
    var text: [UInt8] = []
    text.reserveCapacity(Self.length)
    func append(_ number: UInt64, digits count: Int = 8) {
      let characters = EightDigits.characters(of: number) >> UInt64(64 - 8 * count)
      for place in 0..<count {
        text.append(UInt8(truncatingIfNeeded: characters >> UInt64(8 * place)))
      }
    }
    /// So many times eight digits of any kind.
    func appendDrawn(_ count: Int) {
      for _ in 0..<count { append(random.next(below: EightDigits.limit)) }
    }
    func append(_ separator: Unicode.Scalar) { text.append(UInt8(ascii: separator)) }

    text += Array("synthetic-".utf8)
    appendDrawn(2)
    append(UInt64(index) / EightDigits.limit)
    append(UInt64(index) % EightDigits.limit)
    append(",")
    append(100 + random.next(below: 900), digits: 3)
    appendDrawn(4)
    append(",")
    // Behind the time of evaluation for one distance in twenty, else ahead of it, up to a week.
    let distance = 1 + random.next(below: 604_800)
    let finish =
      distance % 20 == 0
      ? SampleCSV.evaluationTime - distance : SampleCSV.evaluationTime + distance
    append(finish / EightDigits.limit, digits: 2)
    append(finish % EightDigits.limit)
    append(",")
    append(10_000 + random.next(below: 90_000), digits: 5)
    appendDrawn(2)
    append(",")
    append(1 + random.next(below: 9), digits: 1)
    append(".")
    append(random.next(below: 100), digits: 2)
    append(",")
    append(10_000 + random.next(below: 90_000), digits: 5)
    append(".")
    append(random.next(below: 100), digits: 2)
    append("\n")
    self.text = text
  }

  /// The row's bytes, made unusual where the settings ask for it.
  func bytes(as sample: SampleCSV) -> [UInt8] {
    if sample.dirtyEvery == 0 && !sample.isQuoted { return text }
    var fields = String(decoding: text.dropLast(), as: UTF8.self).split(separator: ",")
      .map(String.init)
    if sample.isQuoted {
      fields[0] = "\"Vault \"\"\(fields[0].suffix(8))\"\", synthetic\""
      fields[3] = "\"\(fields[3])\""
    }
    if sample.dirtyEvery > 0, index % sample.dirtyEvery == sample.dirtyEvery - 1 {
      switch index / sample.dirtyEvery % 5 {
      case 0: fields[1] = "-" + fields[1]
      case 1: fields[5] = "0"
      case 2: fields[3] = "12x4"
      case 3: fields.removeLast()
      default: fields[0] = "stray\"quote"
      }
    }
    return Array((fields.joined(separator: ",") + "\n").utf8)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014), started from seed and row; two numbers take the halves of one
/// output, the upper first.
private struct SampleGenerator {
  private var state: UInt64
  private var lowerHalf: UInt64?

  init(seed: UInt64, row: Int) {
    state = Self.mixed(seed &+ UInt64(row) &* 0xD134_2543_DE82_EF95)
  }

  /// A number below `bound`, which is below 2^32.
  mutating func next(below bound: UInt64) -> UInt64 {
    if let half = lowerHalf {
      lowerHalf = nil
      return (half * bound) >> 32
    }
    state &+= 0x9E37_79B9_7F4A_7C15
    let output = Self.mixed(state)
    lowerHalf = output & 0xFFFF_FFFF
    return ((output >> 32) * bound) >> 32
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
