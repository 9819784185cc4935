internal import Synchronization

/// Names by number, for the whole process: addresses and keys are compared, hashed and copied by the
/// million, their letters are read when they come in and when they are shown.
///
/// A name stays for good, so the table grows with the number of different names that ever came in.
enum NameTable {
  private struct Contents {
    var names: [String] = []
    var numbers: [String: UInt32] = [:]

    mutating func number(of name: String) -> UInt32 {
      if let known = numbers[name] { return known }
      let number = UInt32(names.count)
      names.append(name)
      numbers[name] = number
      return number
    }
  }

  private static let contents: Mutex<Contents> = {
    var first = Contents()
    _ = first.number(of: zeroName)
    return Mutex(first)
  }()

  /// The name with the number 0: `address(0)`.
  static let zeroName = "zero"

  /// The number of a name, always the same one.
  static func number(of name: String) -> UInt32 {
    contents.withLock { $0.number(of: name) }
  }

  /// The name that got a number.
  static func name(_ number: UInt32) -> String {
    contents.withLock { $0.names[Int(number)] }
  }

  /// Where a number belongs in a table: numbers are dense, so their product with 2^64 over the golden
  /// ratio spreads them evenly (Knuth, The Art of Computer Programming, volume 3, 6.4).
  static func hash(_ number: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9e37_79b9_7f4a_7c15) &>> 32)
  }
}
