package import Words

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
        Magnitude(limbs: value.magnitude.words.map { UInt($0) }), isNegative: value < 0)
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

  /// The value of a 256-bit word.
  ///
  /// - Parameter word: the word; its value is kept exactly.
  package init(_ word: UInt256) {
    self.init(.word(word), isNegative: false)
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
    self.init(Magnitude(limbs: words), isNegative: isNegative)
  }
}

extension UInt256 {
  /// The same value as a 256-bit word, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  package init?(exactly value: ExactInteger) {
    guard !value.negative, let word = value.unsigned.word else { return nil }
    self = word
  }
}

extension UInt128 {
  /// The same value as a 128-bit unsigned integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard !value.negative, let word = value.unsigned.halfWord else { return nil }
    self = word
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
    guard let word = UInt128(exactly: value) else { return nil }
    self.init(exactly: word)
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The same value as a native signed integer, or nil where it does not fit.
  ///
  /// - Parameter value: the exact integer.
  public init?(exactly value: ExactInteger) {
    guard let word = value.unsigned.halfWord else { return nil }
    // Up to 2^127 below zero fits: the sign of the result tells.
    let bits = Int128(truncatingIfNeeded: word)
    let signed = value.negative ? 0 &- bits : bits
    guard (signed < 0) == value.negative || word == 0 else { return nil }
    self.init(exactly: signed)
  }
}
