package import Quantities
package import Text
internal import FixedPoint

// The block of a chain that an answer is computed from, in the forms of an answer.

extension ObservedBlock {
  /// The block for programs.
  package var json: JSONValue {
    .members([
      "chainId": .number("\(chainID)"), "blockNumber": .whole("\(number)"),
      "blockHash": .string(hash), "blockTime": .number("\(time.seconds)"),
      "era": .string(era ?? "unknown"), "endpoint": .string(endpoint),
    ])
  }

  /// The block on a line for people.
  package var phrase: Phrase {
    "at block \(.number(ExactInteger(number), decimals: 0)) of chain \(String(chainID)), \(time: time), read from \(endpoint)"
  }
}
