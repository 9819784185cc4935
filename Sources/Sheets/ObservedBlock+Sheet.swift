package import Quantities
package import Text
internal import FixedPoint

// The block of a chain that an answer is computed from, in the forms of an answer.

extension ObservedBlock {
  /// The block for programs.
  package var figures: [Figure] {
    [
      .program("chainId", .number("\(chainID)")), .program("blockNumber", .whole("\(number)")),
      .program("blockHash", .string(hash)), .program("blockTime", .number("\(time.seconds)")),
      .program("era", .string(era ?? "unknown")), .program("endpoint", .string(endpoint)),
    ]
  }

  /// The same as one object.
  package var json: JSONValue {
    .object(figures.map { JSONMember(key: $0.key, value: $0.value) })
  }

  /// The block on a line for people.
  package var phrase: Phrase {
    "at block \(.number(ExactInteger(number), decimals: 0)) of chain \(String(chainID)), \(time: time), read from \(endpoint)"
  }
}
