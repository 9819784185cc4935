import Faults
import FixedPoint
import Foundation
import Inputs
import Quantities
import Sheets
import TestSupport
import Testing

@testable import Questions

/// What `apr` and `report` answer, without a process.
@Suite struct VaultQuestionTests {
  /// Each figure's key, and the column of Python's figure.
  private static let figures = [
    "status": "status", "apr": "apr", "apyDaily": "apyDaily", "apyContinuous": "apyContinuous",
    "apy": "apy", "tvlUsd": "tvl", "rewardsPerDay": "perDay", "rewardsPerYear": "perYear",
    "rewardsPerDayUsd": "perDayUsd", "rewardsPerYearUsd": "perYearUsd",
    "staker.rewardsUntilFinish": "stakerUntilFinish", "staker.rewardsPerDay": "stakerPerDay",
    "dilution.apr": "dilutedApr",
  ]

  /// The APR's one division with 95 % of it, then (1 + r/365)^365 - 1 by mpmath.
  @Test func `a commission comes off the APR before the rest compounds`() throws {
    let net = try QuestionRun.vault(QuestionRun.documentation, options: ["commission": "500"])
    #expect(net.value("netApr") == "0.475194540507250879")
    #expect(net.value("netApy") == "0.607830058499660795")
    #expect(net.value("commissionBps") == "500")
    #expect(net.text(TextStyle()).contains("  net APR, after 500 bps     ~ 47.5195%\n"))
    let monthly = try QuestionRun.vault(
      QuestionRun.documentation, options: ["commission": "5%", "compounding": "12"])
    #expect(monthly.value("netApy") == "0.593650081325787575")
    let gross = try QuestionRun.vault(QuestionRun.documentation)
    #expect(gross.value("netApr") == nil && gross.value("commissionBps") == nil)
    let capped = try QuestionRun.vault(QuestionRun.documentation, options: ["commission": "2001"])
    #expect(capped.warnings.map(\.code).contains(.commissionCap))
  }

  /// By `Tests/Vectors/generators/vault_reports.py`.
  @Test func `every figure is Python's, also those beside the vault`() throws {
    for row in try VectorRow.all(in: "vault_reports.csv") {
      let options = try QuestionRun.vaultOptions(row)
      var beside = ["compounding": try row.text("periods"), "balance": try row.text("balance")]
      for key in ["deposit", "rewardPrice", "stakePrice"] { beside[key] = try row.text(key) }
      let sheet = try QuestionRun.vault(
        InputObject(options: options.merging(beside.filter { !$0.value.isEmpty }) { $1 }),
        at: try row.value("time") { UInt64($0) },
        year: try YearLength(seconds: try row.value("year") { UInt64($0) }))
      for (key, column) in Self.figures {
        let expected = try row.text(column)
        #expect(sheet.value(key) == (expected.isEmpty ? nil : expected), "\(key) of \(row)")
      }
    }
  }

  @Test func `the sheet says where its inputs come from`() throws {
    let sheet = try QuestionRun.vault(QuestionRun.documentation)
    #expect(
      sheet.provenance == Provenance(source: .file("case.json"), statement: "the documentation"))
    let options = InputObject(options: [
      "rewardRate": "1", "totalSupply": "1", "rewardPrice": "1", "stakePrice": "1",
      "timestamp": "1760000000",
    ])
    #expect(
      try QuestionRun.vault(options).provenance
        == Provenance(source: .options, time: try Timestamp(1_760_000_000)))
  }

  /// By Python's fractions: the APR with one input changed, and what a commission leaves.
  @Test func `sensitivities and break-evens are Python's`() throws {
    let sheet = try QuestionRun.vault(QuestionRun.documentation, options: ["hurdle": "0.4"])
    #expect(
      sheet.cells("sensitivity.inputs", ["input", "aprAfter1PercentRise", "aprAfter1PercentFall"])
        == [
          ["rewardRate", "0.505206827276129883", "0.495202731686503548"],
          ["rewardPrice", "0.505206827276129883", "0.495202731686503548"],
          ["totalSupply", "0.495252256912194768", "0.505257353011431026"],
          ["stakePrice", "0.495252256912194768", "0.505257353011431026"],
        ])
    let breakEvens = sheet.cells(
      "sensitivity.breakEven",
      ["commissionBps", "netApr", "rewardPrice", "rewardRate", "totalSupply"])
    #expect(breakEvens.count == 5)
    #expect(
      breakEvens.prefix(2) + breakEvens.suffix(1) == [
        [
          "0", "0.500204779481316715", "6.237445398333175996",
          "217903177483620216713910309455046898", "748590142469924772879",
        ],
        [
          "500", "0.475194540507250879", "6.565731998245448417",
          "229371765772231807067274009952680946", "711160635346428534235",
        ],
        [
          "2000", "0.400163823585053372", "7.796806747916469995",
          "272378971854525270892387886818808623", "598872113975939818303",
        ],
      ])
  }

  @Test(arguments: [
    (["rewardRate": "-1"], "case.json:1:16: $.rewardRate: found \"-1\""),
    (["stakePrice": "0"], "--stake-price: found \"0\""),
    (["balance": "598626940947001140290"], "--balance: found 598626940947001140290"),
    (["deposit": "1.5"], "--deposit: found \"1.5\""),
    (["compounding": "0"], "--compounding: found \"0\""),
    (["hurdle": "none"], "--hurdle: found \"none\""),
  ])
  func `a value that cannot be is named with its place`(
    options: [String: String], beginning: String
  ) throws {
    let isInFile = options["rewardRate"] != nil
    let fault = #expect(throws: Fault.self) {
      try QuestionRun.vault(
        isInFile
          ? #"{"rewardRate": "-1", "periodFinish": null, "totalSupply": "1", "rewardPrice": "1", "#
            + #""stakePrice": "1"}"#
          : QuestionRun.documentation, options: isInFile ? [:] : options)
    }
    #expect(fault?.description.hasPrefix(beginning) == true, "\(fault?.description ?? "")")
  }

  @Test func `the page has the figures, the warnings, the plots and the derivation`() throws {
    let sheet = try QuestionRun.vault(QuestionRun.documentation, isPage: true)
    let page = sheet.html(TextStyle(precision: 4, color: false))
    for text in [
      "<title>Documentation example: APR 50.0205%", "0.648494333188796396", "periodAssumedActive",
      "Sensitivity", "Break-even net of commission", "floor(",
      "272490527103681170793308992914391673",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(page.split(separator: "<svg ").count - 1 == 4)
    // Two rings that are one mark on the map, and a line on each of two curves.
    #expect(page.components(separatedBy: ">now</text>").count == 4)
    #expect(page.contains("class=\"by-ring\""))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("href="))
  }

  @Test func `a page says why a figure does not exist`() throws {
    func page(_ options: [String: String]) throws -> String {
      try QuestionRun.vault(QuestionRun.documentation, options: options, isPage: true)
        .html(TextStyle(precision: 4, color: false))
    }
    let above = try page(["rewardPrice": "223845.58", "stakePrice": "0.0001"])
    let reason = "above an APR of 100"
    #expect(above.components(separatedBy: "<div class=\"value\">\(reason)</div>").count == 3)
    #expect(above.contains("none: \(reason)</td>"))
    #expect(!above.contains(">active<") && !above.contains(">none</td>"))
    let empty = try page(["totalSupply": "0"])
    #expect(empty.components(separatedBy: "<div class=\"value\">no stake</div>").count == 4)
    #expect(!empty.contains(reason))
  }
}
