import Contracts
import Inputs
import Quantities
import Sheets
import TestSupport
import Testing

@testable import Questions
@testable import Text

/// What `diff` answers, without a process.
@Suite struct DiffQuestionTests {
  /// By `Tests/Vectors/generators/diff.py`: figures under one known convention.
  @Test func `planted conventions are among the explanations`() throws {
    // Each answer tries all pairs of conventions: some rows are enough here.
    let rows = try VectorRow.all(in: "diff.csv").enumerated().filter { index, row in
      try index % 100 == 0 && !row.text("conventions").contains("+")
    }.map(\.element)
    var first = 0
    for row in rows {
      var options = try QuestionRun.vaultOptions(row)
      for key in [
        "rewardPrice", "stakePrice", "commission", "tokenSupply", "published", "otherRewardPrice",
      ] {
        let text = try row.text(key)
        if !text.isEmpty { options[key] = text }
      }
      options["limit"] = "1000"
      let sheet = try QuestionRun.diff(
        InputObject(options: options.mapValues { $0 }),
        era: try row.valueIfPresent("era") { ProtocolProfile.Era(rawValue: $0) },
        at: try Timestamp(try row.value("at") { UInt64($0) }))
      let conventions = sheet.rows("explanations").map { explanation in
        (explanation["conventions"]?.elements ?? []).compactMap(\.string).joined(separator: "+")
      }
      let planted = try row.text("conventions")
      #expect(conventions.contains(planted), "\(row): \(conventions)")
      let figures = sheet.rows("explanations").map { $0["figure"]?.string }
      let place = conventions.firstIndex(of: planted)
      if place.map({ figures[$0] }) == figures.first { first += 1 }
    }
    #expect(rows.count == 11)
    #expect(first >= 10, "ranked first in \(first) of 11")
  }

  @Test func `the figure itself agrees with no convention`() throws {
    let options = [
      "rewardRate": "272490527103681170793308992914391673", "totalSupply": "598626940947001140289",
      "rewardPrice": "7.8", "stakePrice": "223845.58", "published": "50.02%",
    ]
    let sheet = try QuestionRun.diff(
      InputObject(options: options.mapValues { $0 }), at: try QuestionRun.now.get())
    #expect(sheet.value("agrees") == "true")
    #expect(sheet.value("apr") == "0.500204779481316715")
    #expect(sheet.rows("explanations").first?["conventions"]?.elements?.isEmpty == true)
  }
}
