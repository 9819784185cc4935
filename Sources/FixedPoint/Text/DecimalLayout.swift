// Unsafe: digits and text are buffers that are borrowed for the call; `Counts.size` is the number of characters
// that `Counts.write` writes.

internal import Words

/// An integer with the point moved: how its digits become a decimal number, with the sign, the point and the
/// zeros around.
///
/// The one place where the package writes decimals of numbers of any width.
struct DecimalLayout {
  /// Whether a minus sign stands in front.
  var isNegative = false
  /// How many of the digits stand behind the point.
  var places = 0
  /// How many zeros follow them.
  var padding = 0
  /// Whether the zeros that end the fraction are left out.
  var trimsZeros = false

  /// The text of `magnitude / 10^places`.
  func text(of magnitude: Magnitude) -> String {
    unsafe magnitude.withDecimalDigits { digits in
      let counts = unsafe Counts(digits, self)
      return unsafe String(unsafeUninitializedCapacity: counts.size) { bytes in
        unsafe counts.write(digits, to: bytes)
      }
    }
  }

  /// Appends the text of `magnitude / 10^places` in ASCII.
  func append(_ magnitude: Magnitude, to bytes: inout [UInt8]) {
    unsafe magnitude.withDecimalDigits { digits in
      let counts = unsafe Counts(digits, self)
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: counts.size) { text in
        _ = unsafe counts.write(digits, to: text)
        unsafe bytes.append(contentsOf: text)
      }
    }
  }

  /// How many characters of each kind are written, in this order.
  private struct Counts {
    let sign: Int
    let whole: Int
    /// Zeros between the point and the first digit.
    let zeros: Int
    let fraction: Int
    let padding: Int

    @inline(__always)
    init(_ digits: UnsafeBufferPointer<UInt8>, _ layout: DecimalLayout) {
      var end = digits.count
      whole = max(0, digits.count - layout.places)
      if layout.trimsZeros {
        while unsafe end > whole && digits[end - 1] == UInt8(ascii: "0") { end -= 1 }
      }
      fraction = end - whole
      zeros = layout.trimsZeros && fraction == 0 ? 0 : max(0, layout.places - digits.count)
      padding = layout.padding
      sign = layout.isNegative ? 1 : 0
    }

    var decimals: Int { zeros + fraction + padding }

    var size: Int { sign + max(whole, 1) + (decimals > 0 ? decimals + 1 : 0) }

    @inline(__always)
    func write(
      _ digits: UnsafeBufferPointer<UInt8>, to text: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
      var offset = 0
      func put(_ character: UInt8, _ count: Int = 1) {
        unsafe text[offset..<offset + count].update(repeating: character)
        offset += count
      }
      func copy(_ range: Range<Int>) {
        for index in range {
          unsafe text[offset] = unsafe digits[index]
          offset += 1
        }
      }
      put(UInt8(ascii: "-"), sign)
      if whole == 0 { put(UInt8(ascii: "0")) }
      copy(0..<whole)
      if decimals == 0 { return offset }
      put(UInt8(ascii: "."))
      put(UInt8(ascii: "0"), zeros)
      copy(whole..<whole + fraction)
      put(UInt8(ascii: "0"), padding)
      return offset
    }
  }
}

extension Magnitude {
  /// Calls `body` with the decimal digits as characters, most significant first; "0" for zero.
  @inline(__always)
  fileprivate func withDecimalDigits<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    switch self {
    case .word(let word): return unsafe word.withDecimalDigits(body)
    case .wide: return unsafe GMP.decimalDigits(of: self).withUnsafeBufferPointer(body)
    }
  }
}

extension ExactInteger {
  /// This integer divided by a power of ten, exactly, as plain decimals without trailing zeros.
  ///
  /// - Parameter places: how many places the point moves to the left, not negative.
  /// - Returns: for example `0.27` for 27 and 2 places.
  public func decimalText(places: Int) -> String {
    precondition(places >= 0, "the point moves to the left")
    return DecimalLayout(isNegative: isNegative, places: places, trimsZeros: true).text(
      of: unsigned)
  }
}
