// Unsafe: as GMP. mpn_get_str destroys its operand, which is therefore a copy, and wants one limb above it.

internal import CGMP

extension GMP {
  /// The decimal digits of a number other than zero as characters, most significant first; sub-quadratic.
  static func decimalDigits(of value: Magnitude) -> [UInt8] {
    unsafe value.withLimbs { limbs in
      let room = unsafe __gmpn_sizeinbase(limbs.baseAddress, limbs.count, 10) + 1
      var scratch = unsafe Array(limbs) + [0]
      return unsafe [UInt8](unsafeUninitializedCapacity: room) { digits, count in
        let written = unsafe __gmpn_get_str(digits.baseAddress, 10, &scratch, limbs.count)
        let zeros = unsafe digits[0] == 0 ? 1 : 0
        count = written - zeros
        for index in 0..<count {
          unsafe digits[index] = digits[index + zeros] + UInt8(ascii: "0")
        }
      }
    }
  }

  /// The number that digits other than none spell, given their values, most significant first; sub-quadratic.
  static func value(ofDecimalDigits digits: [UInt8]) -> Magnitude {
    // A limb holds 19 digits; mpn_set_str asks for one limb to spare.
    unsafe Magnitude(room: digits.count / 19 + 2) { target in
      unsafe Int(__gmpn_set_str(target, digits, digits.count, 10))
    }
  }
}
