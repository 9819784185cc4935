/// How the digits of an integer become a decimal number: the sign, the point and the zeros around.
struct DecimalLayout {
  /// Whether a minus sign stands in front.
  var isNegative = false
  /// How many of the digits stand behind the point.
  var fractionDigits = 0
  /// How many zeros follow them.
  var padding = 0
  /// Whether the zeros that end the fraction are left out.
  var trimsZeros = false

  /// The text of `magnitude / 10^fractionDigits`.
  func text(of magnitude: Magnitude) -> String {
    unsafe magnitude.withDecimalDigits { digits in
      let plan = unsafe plan(for: digits)
      return unsafe String(unsafeUninitializedCapacity: plan.size) { bytes in
        unsafe plan.write(digits, to: bytes)
        return plan.size
      }
    }
  }

  /// Appends the text of `magnitude / 10^fractionDigits` in ASCII.
  func append(_ magnitude: Magnitude, to bytes: inout [UInt8]) {
    unsafe magnitude.withDecimalDigits { digits in
      let plan = unsafe plan(for: digits)
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: plan.size) { target in
        unsafe plan.write(digits, to: target)
        unsafe bytes.append(contentsOf: target)
      }
    }
  }

  /// The counts of everything that is written, for digits that are known.
  private struct Plan {
    var sign: Int
    var whole: Int
    var zeros: Int
    var fraction: Int
    var padding: Int

    @inline(__always)
    var places: Int { zeros + fraction + padding }

    @inline(__always)
    var size: Int { sign + max(whole, 1) + (places > 0 ? places + 1 : 0) }

    @inline(__always)
    func write(
      _ digits: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutableBufferPointer<UInt8>
    ) {
      guard var target = bytes.baseAddress, let digits = digits.baseAddress else { return }
      func put(_ byte: UInt8, _ count: Int = 1) {
        unsafe target.update(repeating: byte, count: count)
        unsafe target += count
      }
      if sign > 0 { put(UInt8(ascii: "-")) }
      if whole == 0 { put(UInt8(ascii: "0")) }
      unsafe target.update(from: digits, count: whole)
      unsafe target += whole
      if places == 0 { return }
      put(UInt8(ascii: "."))
      put(UInt8(ascii: "0"), zeros)
      unsafe target.update(from: digits + whole, count: fraction)
      unsafe target += fraction
      put(UInt8(ascii: "0"), padding)
    }
  }

  @inline(__always)
  private func plan(for digits: UnsafeBufferPointer<UInt8>) -> Plan {
    let whole = max(0, digits.count - fractionDigits)
    let zeros = max(0, fractionDigits - digits.count)
    var fraction = digits.count - whole
    if !trimsZeros {
      return Plan(
        sign: isNegative ? 1 : 0, whole: whole, zeros: zeros, fraction: fraction,
        padding: padding)
    }
    while unsafe fraction > 0 && digits[whole + fraction - 1] == UInt8(ascii: "0") {
      fraction -= 1
    }
    return Plan(
      sign: isNegative ? 1 : 0, whole: whole, zeros: fraction > 0 ? zeros : 0,
      fraction: fraction, padding: 0)
  }
}

extension Magnitude {
  /// The lowercase hexadecimal digits, most significant first; "0" for zero.
  var hexadecimalText: String {
    unsafe withHexadecimalDigits { digits in unsafe String(decoding: digits, as: UTF8.self) }
  }
}
