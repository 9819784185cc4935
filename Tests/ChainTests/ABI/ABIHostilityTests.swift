import Contracts
import TestSupport
import Testing
import Words

@testable import Chain

@Suite("Replies that anybody may have made")
struct ABIHostilityTests {
  /// Words of 32 bytes, each by its last ones.
  private static func words(_ numbers: UInt64...) -> [UInt8] {
    numbers.flatMap { ABIWriter(UInt256($0)).bytes }
  }

  private static func reason(_ read: () throws -> some Any) -> String? {
    do {
      _ = try read()
      return nil
    } catch {
      return (error as? MalformedReply)?.reason
    }
  }

  @Test func `what is missing is named`() {
    #expect(Self.reason { try ABIReader([]).uint256(at: 0) } == "empty reply")
    #expect(
      Self.reason { try ABIReader(Self.words(1)).uint256(at: 2) }
        == "short reply: 32 bytes, at least 96 expected")
    #expect(
      Self.reason { try ABIReader([UInt8](repeating: 0, count: 31)).bool(at: 0) }
        == "short reply: 31 bytes, at least 32 expected")
  }

  @Test func `numbers keep to the limits of their type`() {
    #expect(
      Self.reason { try ABIReader(Self.words(256)).number(at: 0, upTo: 255) }
        == "a number above 255: 256")
    #expect(Self.reason { try ABIReader(Self.words(2)).bool(at: 0) } == "a number above 1: 2")
    let wide = ABIWriter(UInt256.max).bytes
    #expect(Self.reason { try ABIReader(wide).number(at: 0, upTo: .max) } != nil)
    #expect(
      Self.reason { try ABIReader(wide).address(at: 0) }
        == "no address: a word with its upper bytes set")
  }

  @Test func `offsets and lengths are not believed`() {
    let huge = ABIWriter(UInt256.max).bytes
    for bytes in [huge, Self.words(.max), Self.words(33), huge + Self.words(0)] {
      #expect(
        Self.reason { try ABIReader(bytes).tail(at: 0) }?.hasPrefix("an offset beyond") == true)
    }
    // Right behind the end is nothing, and not out of reach.
    #expect(Self.reason { try ABIReader(Self.words(32)).tail(at: 0).content() } == "empty reply")
    for length in [huge, Self.words(.max), Self.words(1), Self.words(UInt64(Int.max))] {
      #expect(Self.reason { try ABIReader(length).content() } != nil)
      #expect(Self.reason { try ABIReader(length).length(ofElements: 1) } != nil)
      #expect(Self.reason { try ABIReader(length).length(ofElements: 2) } != nil)
    }
    // Two elements of two words each need four.
    let room = Self.words(2, 0, 0, 0)
    #expect(
      Self.reason { try ABIReader(room).length(ofElements: 2) }
        == "an array of 2 elements in room for 1")
  }

  @Test func `texts are short, and UTF-8`() {
    func text(_ content: [UInt8]) -> [UInt8] {
      var writer = ABIWriter()
      writer.append(32)
      writer.append(content)
      return writer.bytes
    }
    let longest = [UInt8](repeating: 0x61, count: ABIReader.longestText)
    #expect(Self.reason { try ABIReader(text(longest)).text() } == nil)
    #expect(Self.reason { try ABIReader(text(longest + [0x61])).text() } == "a text of 1025 bytes")
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      #expect(Self.reason { try ABIReader(text(bytes)).text() } == "a text that is not UTF-8")
    }
    var word = [UInt8](repeating: 0, count: 32)
    #expect(Self.reason { try ABIReader(word).text() } != nil, "an empty bytes32 says nothing")
    word[0] = 0x61
    word[31] = 0x62
    #expect(Self.reason { try ABIReader(word).text() } != nil, "zeros before the end")
    word = [UInt8](repeating: 0xFF, count: 32)
    #expect(Self.reason { try ABIReader(word).text() } == "a text that is not UTF-8")
  }

  @Test func `why a call reverted`() {
    func error(_ selector: [UInt8], _ body: [UInt8] = []) -> String {
      RevertReason.text(of: selector + body)
    }
    let stringError: [UInt8] = [0x08, 0xc3, 0x79, 0xa0]
    let panic: [UInt8] = [0x4e, 0x48, 0x7b, 0x71]
    var said = ABIWriter()
    said.append(32)
    said.append(Array("no stake".utf8))
    #expect(error(stringError, said.bytes) == "execution reverted: no stake")
    #expect(error(panic, Self.words(0x11)) == "execution reverted: Panic(0x11)")
    #expect(error([0xde, 0xad, 0xbe, 0xef]) == "execution reverted: 0xdeadbeef")
    for data: [UInt8] in [
      [], [0x08], stringError, stringError + Self.words(.max), panic,
      stringError + Self.words(32, 9),
    ] {
      #expect(RevertReason.text(of: data) == "execution reverted")
    }
    // A long reason is cut between characters.
    var long = ABIWriter()
    long.append(32)
    long.append(Array(("a" + String(repeating: "é", count: 1000)).utf8))
    #expect(error(stringError, long.bytes).hasPrefix("execution reverted: aé"))
  }

  /// Where all results share one long content, copies of it would take a thousand times the reply.
  @Test func `results that overlap are refused`() {
    let count = 1000
    var writer = ABIWriter()
    writer.append(32)
    writer.append(count)
    for _ in 0..<count { writer.append(32 * count) }
    writer.append(1)
    writer.append(64)
    writer.append([UInt8](repeating: 7, count: 1 << 16))
    #expect(throws: MalformedReply.self) { try Multicall3.outcomes(writer.bytes, count: count) }
  }

  @Test(arguments: 0..<4) func `no bytes end the process`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let small: [UInt64] = [0, 1, 2, 31, 32, 33, 64, 96, 128, .max]
    for _ in 0..<2_000 * TestScale.factor {
      var bytes = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ in
        Self.words(small.randomElement(using: &random) ?? 0)
      }
      if Bool.random(using: &random) { bytes = Array(bytes.dropLast(5)) }
      let reader = ABIReader(bytes)
      for index in 0..<3 {
        _ = try? reader.uint256(at: index)
        _ = try? reader.tail(at: index).text()
        _ = try? reader.tail(at: index).length(ofElements: 2)
      }
      _ = try? reader.text()
      _ = try? Multicall3.outcomes(bytes, count: Int.random(in: 0...4, using: &random))
      _ = RevertReason.text(of: bytes)
      _ = try? ObservedAllocation.weights(in: reader)
    }
  }
}
