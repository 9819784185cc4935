/// The classes of bytes that the scanners ask for.
extension UInt8 {
  /// `0` to `9`.
  package var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// `a` to `z` and `A` to `Z`.
  package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
