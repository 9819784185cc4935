/// A number as its text says it, by school rules on decimal digits: no code of the engine is in it.
struct PlainNumber: Equatable {
  /// Whether a minus stands in front.
  var isNegative = false
  /// The digits' values, most significant first, without zeros in front; none for 0.
  var digits: [UInt8] = []
  /// What power of ten the digits are multiplied by.
  var exponent = 0

  var isZero: Bool { digits.isEmpty }

  /// Decimals behind the point, zeros at the end not counted.
  var decimals: Int {
    guard !isZero else { return 0 }
    return max(0, -exponent - digits.reversed().prefix { $0 == 0 }.count)
  }

  /// `-? [0-9]+` or `-? 0[xX] [0-9a-fA-F]+`.
  init?(integer text: String) {
    var rest = Array(text.utf8)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let isHexadecimal =
      rest.count > 2 && rest.first == UInt8(ascii: "0")
      && rest[rest.startIndex + 1] | 0x20 == UInt8(ascii: "x")
    let base = isHexadecimal ? 16 : 10
    if isHexadecimal { rest = rest.dropFirst(2) }
    guard !rest.isEmpty else { return nil }
    var values: [UInt8] = []
    for byte in rest {
      guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, value < base, byte < 0x80
      else { return nil }
      values.append(UInt8(value))
    }
    digits = base == 10 ? Array(values.drop { $0 == 0 }) : Self.decimal(ofHexadecimal: values)
  }

  /// `-? [0-9]+ (\. [0-9]+)? ([eE] [+-]? [0-9]+)?`, exponents of at most a million.
  init?(decimal text: String) {
    var rest = Array(text.utf8)[...]
    func digits(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
      let run = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.isEmpty ? nil : run.map { $0 - 0x30 }
    }
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard var all = digits(&rest) else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard let fraction = digits(&rest) else { return nil }
      all += fraction
      exponent = -fraction.count
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
      if sign < 0 || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard let power = digits(&rest) else { return nil }
      let significant = power.drop { $0 == 0 }
      guard significant.count <= 7 else { return nil }
      let size = significant.reduce(0) { $0 * 10 + Int($1) }
      guard size <= 1_000_000 else { return nil }
      exponent += sign * size
    }
    guard rest.isEmpty else { return nil }
    self.digits = Array(all.drop { $0 == 0 })
  }

  /// A whole number that is less than ten to the power of `places`, times so much, rounded half to
  /// even; nil where it is larger.
  func scaled(by places: Int, below limit: Int) -> [UInt8]? {
    let shift = exponent + places
    guard !isZero else { return [] }
    guard digits.count + shift <= limit else { return nil }
    guard shift < 0 else { return digits + Array(repeating: 0, count: shift) }
    guard -shift <= digits.count else { return [] }
    let kept = Array(digits.prefix(digits.count + shift))
    let dropped = digits.suffix(-shift)
    let isOdd = (kept.last ?? 0) % 2 == 1
    let isUp =
      dropped.first.map { first in
        first > 5 || (first == 5 && (isOdd || dropped.dropFirst().contains { $0 != 0 }))
      } ?? false
    let rounded = isUp ? Self.next(after: kept) : kept
    return rounded.count <= limit ? rounded : nil
  }

  /// Whether the digits are a number of at most these.
  static func isAtMost(_ digits: [UInt8], _ most: String) -> Bool {
    let most = most.utf8.map { $0 - 0x30 }
    return digits.count == most.count
      ? !most.lexicographicallyPrecedes(digits) : digits.count < most.count
  }

  /// The digits as text.
  static func text(_ digits: [UInt8]) -> String {
    digits.isEmpty ? "0" : digits.map { String($0) }.joined()
  }

  /// The digits as text, with a minus in front of what is below zero.
  static func text(_ digits: [UInt8], isNegative: Bool) -> String {
    (isNegative && !digits.isEmpty ? "-" : "") + text(digits)
  }

  /// The next number's digits.
  static func next(after digits: [UInt8]) -> [UInt8] {
    var next = digits
    var place = next.count - 1
    while place >= 0, next[place] == 9 {
      next[place] = 0
      place -= 1
    }
    if place < 0 { return [1] + next }
    next[place] += 1
    return next
  }

  /// Multiplies by 16 and adds, digit after digit.
  private static func decimal(ofHexadecimal values: [UInt8]) -> [UInt8] {
    var reversed: [UInt8] = []
    for value in values.drop(while: { $0 == 0 }) {
      var carry = UInt16(value)
      for place in reversed.indices {
        carry += UInt16(reversed[place]) * 16
        reversed[place] = UInt8(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        reversed.append(UInt8(carry % 10))
        carry /= 10
      }
    }
    return reversed.reversed()
  }
}
