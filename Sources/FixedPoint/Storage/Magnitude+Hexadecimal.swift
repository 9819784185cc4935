internal import Words

extension Magnitude {
  /// The number that hexadecimal digits spell, given their values, most significant first.
  init(hexadecimalDigits digits: [UInt8]) {
    var limbs: Limbs = []
    var end = digits.count
    while end > 0 {
      let start = max(0, end - 16)
      limbs.append(digits[start..<end].reduce(0) { $0 << 4 | UInt($1) })
      end = start
    }
    self.init(limbs: limbs)
  }

  /// The lowercase hexadecimal digits behind `0x`, without leading zeros; "0x0" for zero.
  var hexadecimalText: String {
    switch self {
    case .word(let word): return word.hexadecimal()
    case .wide(let limbs):
      return limbs.reversed().reduce(into: "0x") { text, limb in
        let digits = String(limb, radix: 16)
        let isFirst = text.utf8.count == 2
        text += isFirst ? digits : String(repeating: "0", count: 16 - digits.utf8.count) + digits
      }
    }
  }
}
