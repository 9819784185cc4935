internal import CGMP

extension Magnitude {
  /// Up to this many digits, adding them 19 at a time is faster than mpn_set_str.
  private static let digitsByWord = 1000

  /// The integer that decimal digits spell; sub-quadratic for long runs.
  init(decimalDigits digits: DecimalDigits, in bytes: Span<UInt8>) {
    self.init(0)
    if digits.count <= Self.digitsByWord {
      becomeByWord(digits, in: bytes)
      return
    }
    unsafe bytes.withUnsafeBufferPointer { text in
      guard let text = text.baseAddress else { return }
      unsafe Self.withBytes(digits.count) { values in
        unsafe Self.copyValues(of: text, digits.whole, to: values)
        unsafe Self.copyValues(of: text, digits.fraction, to: values + digits.whole.count)
        unsafe become(digitValues: values, count: digits.count, base: 10)
      }
    }
  }

  /// Becomes what digits spell by Horner's rule with 10^19; the first word takes what is left over.
  private mutating func becomeByWord(_ digits: DecimalDigits, in bytes: Span<UInt8>) {
    let size = DecimalDigits.wordLimit
    var rest = digits
    let first = rest.removeFirst((digits.count - 1) % size + 1).word(in: bytes)
    let power = UInt(PowersOfTen.word(size))
    unsafe LimbArithmetic.withScratch(digits.count / size + 1) { limbs in
      unsafe limbs[0] = UInt(first)
      var used = 1
      while rest.count > 0 {
        let word = UInt(rest.removeFirst(size).word(in: bytes))
        let carry = unsafe __gmpn_mul_1(limbs, limbs, used, power)
        let overflow = unsafe __gmpn_add_1(limbs, limbs, used, word)
        unsafe limbs[used] = carry &+ overflow
        used += 1
      }
      unsafe become(UnsafePointer(limbs), count: used)
    }
  }

  /// The integer that hexadecimal digits spell, each byte the digit's value.
  init(hexadecimalValues values: [UInt8]) {
    self.init(0)
    unsafe values.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe become(digitValues: start, count: buffer.count, base: 16)
    }
  }

  private mutating func become(
    digitValues values: UnsafePointer<UInt8>, count: Int, base: Int32
  ) {
    // A limb holds 16 hexadecimal or 19 decimal digits; mpn_set_str asks for one limb to spare.
    unsafe overwrite(room: count / 16 + 2) { target in
      unsafe __gmpn_set_str(target, values, count, base)
    }
  }

  /// Turns ASCII digits into their values.
  private static func copyValues(
    of text: UnsafePointer<UInt8>, _ range: Range<Int>, to values: UnsafeMutablePointer<UInt8>
  ) {
    for place in 0..<range.count {
      unsafe values[place] = unsafe text[range.lowerBound + place] &- UInt8(ascii: "0")
    }
  }

  /// Calls `body` with room for `count` bytes, on the stack where they are few.
  static func withBytes<R>(_ count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> R) -> R {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(count, 1)) { scratch in
      guard let start = scratch.baseAddress else {
        preconditionFailure("a temporary allocation without an address")
      }
      return unsafe body(start)
    }
  }
}
