import FixedPoint
import Quantities
import TestSupport

/// The cases of `Tests/Vectors/analytics_*.json`: reference answers from Python integers and fractions.
enum AnalyticsVector {
  /// The cases of a file, of one kind where the file has several.
  static func cases(_ file: String, kind: String? = nil) throws -> [VectorCase] {
    try VectorCase.all(in: "analytics_\(file).json") { kind == nil || $0["kind"]?.text == kind }
  }
}

extension VectorValue {
  func integer(_ key: String? = nil) throws -> ExactInteger {
    try value(key) { try ExactInteger(parsing: $0) }
  }

  func wad(_ key: String? = nil) throws -> Wad { try value(key) { try Wad(parsing: $0) } }

  func int(_ key: String) throws -> Int { try value(key) { Int($0) } }

  func seconds(_ key: String) throws -> Seconds { Seconds(UInt64(try int(key))) }

  func bps(_ key: String) throws -> BasisPoints { try BasisPoints(try int(key)) }

  func price(_ key: String) throws -> Price { try Price(try wad(key)) }
}

extension ExactInteger {
  /// A random integer below `limit` > 0, from words of the generator.
  static func random(
    below limit: ExactInteger, using generator: inout SeededGenerator
  ) throws -> ExactInteger {
    var value: ExactInteger = 0
    for _ in 0...(limit.bitWidth / 64) {
      value = value * 0x1_0000_0000_0000_0000 + ExactInteger(generator.next())
    }
    return try value.quotientAndRemainder(dividingBy: limit).remainder
  }
}
