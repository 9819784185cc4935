extension ExactInteger {
  /// The value of a native integer of any width.
  ///
  /// - Parameter value: the integer; its value is kept exactly.
  public init(_ value: some BinaryInteger) {
    if let word = UInt64(exactly: value) {
      self.init(Magnitude(UInt128(word)), isNegative: false)
    } else if let word = Int64(exactly: value) {
      self.init(Magnitude(UInt128(word.magnitude)), isNegative: word < 0)
    } else {
      self.init(
        Magnitude(words: value.magnitude.words.map { UInt($0) }), isNegative: value < 0)
    }
  }

  // The widths of the kernels and of on-chain words convert without the witness tables that the
  // generic forms go through: 2 ns against 100.

  /// The value of a 128-bit unsigned integer.
  ///
  /// - Parameter value: the integer; its value is kept exactly.
  public init(_ value: UInt128) {
    self.init(Magnitude(value), isNegative: false)
  }

  /// The value of a 64-bit unsigned integer.
  ///
  /// - Parameter value: the integer; its value is kept exactly.
  public init(_ value: UInt64) {
    self.init(Magnitude(UInt128(value)), isNegative: false)
  }

  /// The value of a native signed integer.
  ///
  /// - Parameter value: the integer; its value is kept exactly.
  public init(_ value: Int) {
    self.init(Magnitude(UInt128(value.magnitude)), isNegative: value < 0)
  }

  /// The value of up to four words of magnitude, least significant first, and a sign.
  package init(
    words: (UInt64, UInt64, UInt64, UInt64), isNegative: Bool = false
  ) {
    self.init(
      Magnitude(
        low: UInt128(words.1) << 64 | UInt128(words.0),
        high: UInt128(words.3) << 64 | UInt128(words.2)),
      isNegative: isNegative)
  }

  /// The four words of the magnitude, least significant first; nil beyond 256 bits.
  package var words: (UInt64, UInt64, UInt64, UInt64)? {
    guard unsigned.isInline else { return nil }
    return (
      UInt64(truncatingIfNeeded: unsigned.low), UInt64(truncatingIfNeeded: unsigned.low >> 64),
      UInt64(truncatingIfNeeded: unsigned.high), UInt64(truncatingIfNeeded: unsigned.high >> 64)
    )
  }

  /// The value as a signed 128-bit integer; nil where it does not fit.
  var asInt128: Int128? {
    guard unsigned.isInline, unsigned.high == 0 else { return nil }
    if negative {
      return unsigned.low <= Int128.min.magnitude
        ? 0 &- Int128(truncatingIfNeeded: unsigned.low)
        : nil
    }
    return Int128(exactly: unsigned.low)
  }
}

extension ExactInteger: ExpressibleByIntegerLiteral {
  /// The value of an integer literal of any length.
  ///
  /// - Parameter value: the literal, which the compiler may hand over with any number of words.
  public init(integerLiteral value: StaticBigInt) {
    let count = value.bitWidth / UInt.bitWidth + 1
    let isNegative = value.signum() < 0
    var words: [UInt] = []
    words.reserveCapacity(count)
    var carry = isNegative
    for index in 0..<count {
      // Two's complement of a negative literal becomes its magnitude: invert and add one.
      let (word, overflow) = (isNegative ? ~value[index] : value[index])
        .addingReportingOverflow(carry ? 1 : 0)
      words.append(word)
      carry = overflow
    }
    self.init(Magnitude(words: words), isNegative: isNegative)
  }
}

extension UInt128 {
  /// The same value as a 128-bit unsigned integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard !value.negative, value.unsigned.isInline, value.unsigned.high == 0 else { return nil }
    self = value.unsigned.low
  }
}

extension UInt64 {
  /// The same value as a 64-bit unsigned integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard let wide = UInt128(exactly: value), wide >> 64 == 0 else { return nil }
    self.init(truncatingIfNeeded: wide)
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// The same value as a native unsigned integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard !value.negative, value.unsigned.isInline, value.unsigned.high == 0 else { return nil }
    self.init(exactly: value.unsigned.low)
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The same value as a native signed integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard let narrow = value.asInt128 else { return nil }
    self.init(exactly: narrow)
  }
}
