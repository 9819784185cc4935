internal import CGMP

extension Magnitude {
  /// The value of digits in base 10 or 16, most significant first.
  ///
  /// Each byte is the digit's value, not its character. Sub-quadratic for long runs.
  init(digits: [UInt8], base: Int32) {
    if digits.isEmpty {
      self = .zero
      return
    }
    // 3.33 bits a decimal digit and 4 a hexadecimal one; GMP asks for one limb to spare.
    let count = digits.count / 16 + 2
    let buffer = LimbBuffer(capacity: count)
    let used = unsafe digits.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe __gmpn_set_str(buffer.limbs, start, bytes.count, base)
    }
    self.init(adopting: buffer, count: used, capacity: count)
  }

  /// The ASCII decimal digits, most significant first; "0" for zero.
  ///
  /// Sub-quadratic for wide values.
  func decimalDigits() -> [UInt8] {
    if isInline && high == 0 { return Self.decimalDigits(of: low) }
    var digits = digitValues(base: 10)
    for index in digits.indices { digits[index] += UInt8(ascii: "0") }
    return digits
  }

  /// The ASCII lowercase hexadecimal digits, most significant first; "0" for zero.
  func hexadecimalDigits() -> [UInt8] {
    if isZero { return [UInt8(ascii: "0")] }
    var digits = digitValues(base: 16)
    for index in digits.indices {
      let value = digits[index]
      digits[index] = value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
    }
    return digits
  }

  private static func decimalDigits(of value: UInt128) -> [UInt8] {
    if value == 0 { return [UInt8(ascii: "0")] }
    var digits: [UInt8] = []
    digits.reserveCapacity(39)
    var rest = value
    while rest != 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits.append(UInt8(truncatingIfNeeded: digit) + UInt8(ascii: "0"))
      rest = quotient
    }
    digits.reverse()
    return digits
  }

  /// Digit values without leading zeros, for a value that is not zero.
  private func digitValues(base: Int32) -> [UInt8] {
    unsafe withLimbs { limbs, count in
      // mpn_get_str destroys its operand and wants one limb above it.
      let scratch = LimbBuffer(capacity: count + 1)
      unsafe scratch.limbs.initialize(from: limbs, count: count)
      let size = unsafe __gmpn_sizeinbase(limbs, count, base) + 1
      var digits = unsafe [UInt8](unsafeUninitializedCapacity: size) { bytes, written in
        guard let start = bytes.baseAddress else { return }
        written = unsafe Int(__gmpn_get_str(start, base, scratch.limbs, count))
      }
      if let first = digits.firstIndex(where: { $0 != 0 }), first > 0 {
        digits.removeFirst(first)
      }
      return digits
    }
  }
}
