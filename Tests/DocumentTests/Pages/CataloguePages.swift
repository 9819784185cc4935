import Faults
import Quantities
import Questions
import Text
import Yields

@testable import berayield

/// The pages of the catalogues: figures, inputs, faults and warnings.
enum CataloguePages {
  static var figures: String {
    var page = PageText(
      "Figures", "Every figure of a vault, a pool or an emission, by the one name that it has.")
    for key in FigureKey.allCases {
      page.heading("`\(key.rawValue)`")
      page.paragraph(key.meaning)
      var items = ["Name: \(key.title).", "Unit: \(key.unit.name)."]
      if let absence = key.absence { items.append("Null where \(absence).") }
      if VaultFigure.with(key) != nil { items.append("In the answer of `apr`.") }
      if FigureKey.columns.contains(key) { items.append("Column of `csv`: `\(key.column)`.") }
      if FigureKey.metrics.contains(key) { items.append("Metric of `sweep`: `\(key.rawValue)`.") }
      page.list(items)
    }
    return page.finished
  }

  static var inputs: String {
    var page = PageText(
      "Inputs", "Every input of the calculations, by the one name that it has everywhere.")
    for key in InputKey.allCases {
      page.heading("`\(key.rawValue)`")
      page.paragraph("\(sentence(key.title)); expected: \(key.expectation).")
      var items = ["Option: `\(key.option)`.", "Scale: \(scale(of: key))."]
      if let unit = key.unit { items.append("Read by people in: \(unit).") }
      if let range = key.range { items.append("From \(range.lowerBound) to \(range.upperBound).") }
      items.append("In a cell: \(key.form).")
      if InputKey.ofVault.contains(key) { items.append("Key of a vault's object.") }
      if InputKey.columns.contains(key) {
        items.append(
          "Column of `csv`: `\(key.column)`, \(key.isRequiredColumn ? "required" : "not required")."
        )
      }
      if InputKey.axes.contains(key) { items.append("Axis of `sweep`: `\(key.rawValue)`.") }
      page.list(items)
    }
    return page.finished
  }

  static var faults: String {
    var page = PageText(
      "Errors, notes and exit codes",
      """
      An error is a line on stderr, with a hint on the next one; a note is a line. With `--format \
      json` or `ndjson` both are JSON: [answers for programs](json.md).
      """)
    page.heading("Exit codes")
    page.list(ExitStatus.allCases.map { "`\($0.rawValue)`: \($0.meaning)" })
    page.heading("Codes")
    page.list(Fault.Code.allCases.map { "`\($0.rawValue)`: \($0.meaning)" })
    return page.finished
  }

  static var warnings: String {
    var page = PageText(
      "Warnings",
      """
      Something about the inputs that is probably not what you meant. Nothing is changed or refused \
      because of a warning.
      """)
    for code in WarningCode.allCases {
      page.heading("`\(code.rawValue)`")
      page.paragraph(code.meaning)
      page.paragraph("Given where: \(code.rule)")
    }
    return page.finished
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func scale(of key: InputKey) -> String {
    switch key.scale {
    case .text: "a text"
    case .raw(let decimals):
      decimals.map { "a raw integer, 1e\($0) are one token" }
        ?? "a raw integer, scaled by another input"
    case .decimal: "a decimal, exact to 18 digits behind the point"
    case .time: "unix seconds"
    case .seconds: "seconds"
    case .count: "a whole number"
    case .basisPoints: "basis points"
    }
  }
}
