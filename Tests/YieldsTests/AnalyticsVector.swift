import FixedPoint
import Quantities
import Text
import TestSupport
import Testing

@testable import Yields

/// One case of `Tests/Vectors/analytics_*.json`: reference answers from Python integers and fractions.
struct AnalyticsVector: Sendable, CustomTestStringConvertible {
  let number: Int
  let input: JSONNode
  let output: JSONNode

  var testDescription: String { "case \(number)" }

  /// The cases of a file, of one kind where the file has several.
  static func cases(_ file: String, kind: String? = nil) throws -> [AnalyticsVector] {
    let root = try JSONReader.parse(try VectorFile.bytes("analytics_\(file).json"))
    let all = (root["cases"]?.elements ?? []).enumerated().compactMap { number, node in
      node["in"].flatMap { input in
        node["out"].map { AnalyticsVector(number: number, input: input, output: $0) }
      }
    }
    let wanted = all.filter { kind == nil || $0.input["kind"]?.string == kind }
    // An empty file would let every test pass.
    guard !wanted.isEmpty else { throw Missing(what: "cases of \(file)") }
    return wanted
  }

  struct Missing: Error { let what: String }
}

extension JSONNode {
  func text(_ key: String) throws -> String {
    guard let text = self[key]?.scalarText else { throw AnalyticsVector.Missing(what: key) }
    return text
  }

  func integer(_ key: String) throws -> ExactInteger { try ExactInteger(parsing: text(key)) }

  func wad(_ key: String) throws -> Wad { try Wad(parsing: text(key)) }

  func int(_ key: String) throws -> Int {
    guard let value = Int(try text(key)) else { throw AnalyticsVector.Missing(what: key) }
    return value
  }

  func seconds(_ key: String) throws -> Seconds { Seconds(UInt64(try int(key))) }

  func bps(_ key: String) throws -> BasisPoints { try BasisPoints(try int(key)) }

  func price(_ key: String) throws -> Price { try Price(try wad(key)) }

  func node(_ key: String) throws -> JSONNode {
    guard let node = self[key] else { throw AnalyticsVector.Missing(what: key) }
    return node
  }
}

extension ExactInteger {
  /// A random integer below `limit` > 0, from words of the generator.
  static func random(below limit: ExactInteger, using generator: inout SeededGenerator)
    -> ExactInteger
  {
    var value: ExactInteger = 0
    for _ in 0...(limit.bitWidth / 64) {
      value = value * 0x1_0000_0000_0000_0000 + ExactInteger(generator.next())
    }
    return (try? value.quotientAndRemainder(dividingBy: limit).remainder) ?? 0
  }
}
