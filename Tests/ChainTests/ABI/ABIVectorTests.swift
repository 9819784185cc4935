import Contracts
import TestSupport
import Testing
import Words

@testable import Chain

@Suite("The ABI against eth_abi")
struct ABIVectorTests {
  /// A row of `abi_values.csv`.
  struct Row: CustomStringConvertible {
    let value: String
    let encoded: [UInt8]
    let description: String

    static func all(_ kind: String) throws -> [Row] {
      let rows = try VectorRow.all(in: "abi_values.csv").filter { try $0.text("kind") == kind }
      try #require(!rows.isEmpty, "no row of \(kind)")
      return try rows.map {
        Row(
          value: try $0.text("value"), encoded: try $0.value("encoded", Self.bytes),
          description: $0.description)
      }
    }

    static func bytes(_ digits: String) -> [UInt8]? { HexText.bytes(of: "0x" + digits) }

    /// The elements of a list, each of two parts.
    var pairs: [(first: String, second: [UInt8])] {
      get throws {
        try value.split(separator: " ").map { element in
          let parts = element.split(separator: ":", omittingEmptySubsequences: false)
          return (String(parts[0]), try #require(Self.bytes(String(parts[1]))))
        }
      }
    }
  }

  @Test func `words are read and written`() throws {
    for row in try Row.all("uint256") {
      let word = try ABIReader(row.encoded).uint256(at: 0)
      #expect(word.description == row.value)
      #expect(ABIWriter(word).bytes == row.encoded)
    }
  }

  @Test func `addresses are read and written`() throws {
    for row in try Row.all("address") {
      let address = try ABIReader(row.encoded).address(at: 0)
      #expect(address.description == row.value)
      #expect(ABIWriter(address).bytes == row.encoded)
    }
  }

  @Test func `truth values are read`() throws {
    for row in try Row.all("bool") {
      #expect(try ABIReader(row.encoded).bool(at: 0) == (row.value == "1"))
    }
  }

  @Test(arguments: ["string", "bytes32"]) func `texts of either form are read`(kind: String) throws
  {
    for row in try Row.all(kind) {
      let text = String(decoding: try #require(Row.bytes(row.value)), as: UTF8.self)
      #expect(try ABIReader(row.encoded).text() == text, "\(row)")
    }
  }

  @Test func `bytes are read and written`() throws {
    for row in try Row.all("bytes") {
      let content = try #require(Row.bytes(row.value))
      #expect(try ABIReader(row.encoded).tail(at: 0).content() == content)
      var writer = ABIWriter()
      writer.append(32)
      writer.append(content)
      #expect(writer.bytes == row.encoded)
    }
  }

  @Test func `a public key is written as bytes`() throws {
    let row = try #require(try Row.all("bytes").first { $0.value.count == 96 })
    let key = ValidatorKey(bytes: try #require(Row.bytes(row.value)))
    #expect(ABIWriter(key).bytes == row.encoded)
  }

  @Test func `lists of addresses are read`() throws {
    for row in try Row.all("address[]") {
      let array = try ABIReader(row.encoded).tail(at: 0)
      let addresses = try (0..<array.length(ofElements: 1)).map { try array.address(at: $0 + 1) }
      #expect(addresses.map(\.description).joined(separator: " ") == row.value)
    }
  }

  @Test func `calls of Multicall3 are written`() throws {
    for row in try Row.all("calls") {
      let calls = try row.pairs.map { try Self.call(of: Address($0.first), data: $0.second) }
      let calldata = Multicall3.calldata(calls)
      #expect(Array(calldata.prefix(4)) == [0x82, 0xad, 0x56, 0xcb])
      #expect(Array(calldata.dropFirst(4)) == row.encoded, "\(row)")
      #expect(calldata.count == calls.reduce(4 + 64) { $0 + Multicall3.size(of: $1) })
    }
  }

  /// The call of a getter that a selector belongs to.
  private static func call(of target: Address, data: [UInt8]) throws -> ChainCall {
    let getter = try #require(
      [Getter.rewardRate, .incentives, .getOperator].first {
        ABIWriter.bytes(of: $0.selector) == Array(data.prefix(4))
      })
    var arguments = ABIWriter()
    let words = ABIReader(Array(data.dropFirst(4)))
    for index in 0..<words.count / 32 { arguments.append(try words.uint256(at: index)) }
    return ChainCall(getter, of: target, arguments)
  }

  @Test func `results of Multicall3 are read`() throws {
    for row in try Row.all("results") {
      let results = try row.pairs
      let outcomes = try Multicall3.outcomes(row.encoded, count: results.count)
      for ((flag, data), outcome) in zip(results, outcomes) {
        switch outcome {
        case .returned(let bytes):
          #expect(flag == "1")
          #expect(bytes == data)
        case .reverted: #expect(flag == "0")
        }
      }
      for count in [results.count + 1, results.count - 1] where count >= 0 {
        #expect(throws: MalformedReply.self) { try Multicall3.outcomes(row.encoded, count: count) }
      }
    }
  }
}
