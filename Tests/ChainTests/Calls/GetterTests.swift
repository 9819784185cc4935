import Foundation
import TestSupport
import Testing

@testable import Chain

@Suite("Selectors against keccak-256")
struct GetterTests {
  private static let source = CommandLineTool.packageRoot
    .appendingPathComponent("Sources/Chain/Calls/Getter.swift").path

  /// Every getter that the source has: a list beside it could lack one.
  private static func written() throws -> [(signature: String, selector: String)] {
    try TextFile.read(source).matches(of: /Getter\(\s*"([^"]+)",\s*0x([0-9a-f_]+)\)/).map {
      (String($0.1), String($0.2).replacing("_", with: ""))
    }
  }

  @Test func `every getter has the selector of its signature, and no other is known`() throws {
    let rows = try VectorRow.all(in: "getter_selectors.csv")
    let expected = try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0.text("signature"), try $0.text("selector")) })
    let written = try Self.written()
    for getter in written { #expect(expected[getter.signature] == getter.selector, "\(getter)") }
    #expect(Set(written.map(\.signature)) == Set(expected.keys))
    #expect(written.count == rows.count, "a getter stands twice")
  }

  @Test func `the pattern misses no getter`() throws {
    let count = try TextFile.read(Self.source).matches(of: /static let \w+ = Getter\(/).count
    #expect(try Self.written().count == count)
  }

  @Test func `what is written is what is sent`() {
    #expect(
      [Getter.rewardRate, .incentives, .getPoolTokens].map {
        "\($0.signature) \(String($0.selector, radix: 16))"
      }
        == [
          "rewardRate() 7b0a47ee", "incentives(address) 774e900b",
          "getPoolTokens(bytes32) f94d4668",
        ])
  }
}
