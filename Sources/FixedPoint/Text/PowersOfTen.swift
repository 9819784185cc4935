/// The powers of ten that decimal text and decimal scaling ask for again and again.
enum PowersOfTen {
  /// 10^`exponent` for 0...19, all that fit 64 bits.
  @inline(__always)
  static func word(_ exponent: Int) -> UInt64 { words[exponent] }

  /// 10^0 to 10^77, all that fit 256 bits.
  static let inline: [ExactInteger] = {
    var powers: [ExactInteger] = [1]
    for exponent in 1...77 { powers.append(powers[exponent - 1] * 10) }
    return powers
  }()

  private static let words: [UInt64] = {
    var powers: [UInt64] = [1]
    for exponent in 1...19 { powers.append(powers[exponent - 1] * 10) }
    return powers
  }()
}
