import FixedPoint
import Quantities
import Sheets
import Text

/// Sheets that together have every part a sheet can have; all formats render the same ones.
enum SheetFixtures {
  static let all: [(name: String, sheet: Sheet)] = [
    ("smallest", smallest), ("everything", everything), ("gaps", gaps), ("hostile", hostile),
  ]

  /// Nothing but a title.
  static var smallest: Sheet { Sheet("Nothing to tell") }

  /// Every kind of section, figure and title.
  static var everything: Sheet {
    var sheet = Sheet("Everything  [fixture]")
    sheet.headline = "APR \(plainPercent: half)"
    sheet.append(figures: [
      .raw("rewardRate", "rate", 231_481_481_481_481, "(1e36)"),
      .ratio("apr", "APR", half), .decimal("tvlUsd", "TVL", ExactRational(12), "USD"),
      .count("count", "steps", 3), .flag("atTarget", "at the target", true),
      .text("mode", "mode", "duration"), .time("at", "at", 1_760_000_000),
    ])
    sheet.append(
      "assets", title: .heading("assets"),
      figures: [.tokens("buffer", "in the buffer", 1_500_000_000_000_000_000, "BERA")])
    sheet.append(
      title: .column("after the deposit"), for: .text,
      figures: [Figure("APR", "0.25", "\(percent: half), compounded \(2) times per year")])
    sheet.append(table)
    sheet.append(
      .init(
        .group([
          .init(.figures([.program("min", .string("1"))])), .init(.table(table), key: "inner"),
        ]), key: "nested", for: .json))
    sheet.append(
      .init(
        .cells(
          Cells(
            [.init("check"), .init("value", .right)],
            rows: [["this value", "5"], ["one unit more", "\(percent: half)"]])),
        for: [.text, .html]))
    sheet.append(.init(.statement("  A verdict of \(percent: half)", isBold: true)))
    sheet.append(
      .init(
        .steps([
          Step(name: "APR", formula: "floor(a / b)", value: "5", remark: "THE ONE ROUNDING"),
          Step(name: "TVL", formula: "S * Ps", value: "7"),
        ]), key: "steps"))
    sheet.append(.init(.paragraph("Active until tomorrow", .good), for: .html))
    sheet.append(
      .init(.paragraph("Rounded to \(Phrase.Digits.shown) digits.", .footer), for: .html))
    sheet.append(.warnings)
    sheet.remarks = ["every figure is exact"]
    sheet.warnings = [
      Warning(.dustStake, "the stake is dust", field: "totalSupply"),
      Warning(.commissionCap, "no field"),
    ]
    return sheet
  }

  /// Figures that do not exist, tables without rows.
  static var gaps: Sheet {
    var sheet = Sheet("Gaps")
    sheet.append(figures: [
      .none("apr", "APR", "none: no stake"), .ratio("apy", "APY", nil, orNone: "none"),
      .none("value", "value", "unknown"),
    ])
    sheet.append(Table("rows", "rows", rows: [], columns: ["a", "b"], empty: "none of them"))
    sheet.append(.warnings)
    return sheet
  }

  /// Names from outside that would break markup, records or lines.
  static var hostile: Sheet {
    let name = "<b>\"x\" & 'y', z</b>"
    var sheet = Sheet(Phrase(name))
    sheet.append(figures: [.text("name", "name", name), .text("=cmd", "formula", "=1+1")])
    sheet.append(
      .init(.cells(Cells([.init(name)], rows: [["\(name)"]])), for: [.text, .html]))
    sheet.append(.warnings)
    sheet.warnings = [Warning(.priceScale, name, field: name)]
    return sheet
  }

  private static let half = Wad(raw: 500_204_779_481_316_715)

  private static var table: Table {
    Table(
      "rows", "the rows",
      rows: [
        [.text("name", "name", "first"), .ratio("apr", "APR", half)],
        [.text("name", "name", "second"), .none("apr", "APR", "none")],
        [.text("name", "name", "third"), .ratio("apr", "APR", Wad(1))],
      ], shown: [0, 1])
  }
}
