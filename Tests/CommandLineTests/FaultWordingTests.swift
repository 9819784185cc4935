import Foundation
import TestSupport
import Testing

/// The words of a fault: by the input alone, whatever it was read from.
@Suite struct FaultWordingTests {
  /// The same fault of the same input has the same words, wherever it stands.
  @Test(arguments: [
    ("rewardRate", "-1"), ("rewardRate", "x"), ("rewardRate", "1.5"), ("rewardRate", "2.72e+35"),
    ("rewardRate", ""), ("totalSupply", "-0x5"), ("rewardPrice", "-1e-30"), ("rewardPrice", "7,8"),
    ("stakePrice", "0"), ("periodFinish", "1768000000000"), ("periodFinish", "noon"),
    ("stakeDecimals", "256"), ("timestamp", "-0"),
  ])
  func `one fault has one wording`(key: String, value: String) throws {
    let good = [
      ("rewardRate", "1"), ("periodFinish", "1"), ("totalSupply", "1"), ("stakeDecimals", "18"),
      ("rewardPrice", "1"), ("stakePrice", "1"), ("timestamp", "1"),
    ].map { ($0.0, $0.0 == key ? value : $0.1) }
    func words(_ errors: String, _ member: String) -> String? {
      errors.split(separator: "\n").first { $0.contains("\(member): found") }.map { line in
        String(line[(line.range(of: "\(member): ")?.upperBound ?? line.startIndex)...])
      }
    }
    let document = "{" + good.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}"
    let json = try CommandLineTool.run(["apr", "-"], input: document)
    let table =
      good.map(\.0).joined(separator: ",") + "\n"
      + good.map { "\"\($0.1)\"" }.joined(separator: ",") + "\n"
    let csv = try CommandLineTool.run(["csv", "-"], input: table)
    let (one, other) = (words(json.errors, "$.\(key)"), words(csv.errors, key))
    #expect(one != nil && one == other, "\(json.errors)\(csv.errors)")
  }
}
