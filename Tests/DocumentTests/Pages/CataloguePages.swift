import ArgumentParser
import Contracts
import Faults
import Inputs
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
      if FigureKey.comparison.contains(key) {
        items.append("Column of `csv --emit diff`: `\(key.column)`.")
      }
      if FigureKey.metrics.contains(key) { items.append("Metric of `sweep`: `\(key.rawValue)`.") }
      page.list(items)
    }
    return page.finished
  }

  static var inputs: String {
    var page = PageText(
      "Inputs",
      """
      The inputs of the calculations, by the one name that each has as a key in JSON, an option, a \
      column or an axis; and the keys of every file that a command reads.
      """)
    appendVaultFile(to: &page)
    for key in InputKey.allCases {
      page.heading("`\(key.rawValue)`")
      page.paragraph("\(sentence(key.title)); expected: \(key.expectation).")
      var items = options.contains(key.option) ? ["Option: `\(key.option)`."] : []
      items.append("Scale: \(scale(of: key)).")
      if let unit = key.unit { items.append("Read by people in: \(unit).") }
      if let range = key.range { items.append("From \(range.lowerBound) to \(range.upperBound).") }
      items.append("In a cell: \(key.form)" + (key.form.hasSuffix("...") ? "" : "."))
      if InputKey.ofVault.contains(key) { items.append("Key of a vault's object.") }
      if InputKey.columns.contains(key) {
        items.append(
          "Column of `csv`: `\(key.column)`, \(key.isRequiredColumn ? "required" : "not required")."
        )
      }
      if InputKey.comparisonColumns.contains(key) {
        items.append(
          "Column of `csv --emit diff`: `\(key.column)`, "
            + "\(key.isRequiredColumn ? "required" : "not required"); a cell may be empty.")
      }
      if InputKey.axes.contains(key) { items.append("Axis of `sweep`: `\(key.rawValue)`.") }
      page.list(items)
    }
    for file in files {
      page.heading("The file of `\(file.of)`")
      page.paragraph("`" + file.keys.paths.joined(separator: "`, `") + "`")
    }
    return page.finished
  }

  private static func appendVaultFile(to page: inout PageText) {
    page.heading("A vault's file")
    page.paragraph(
      """
      One object, an array of them, or NDJSON: objects that begin on a line each. `rewardRate`, \
      `periodFinish`, `totalSupply`, `rewardPrice` and `stakePrice` are needed; `periodFinish` is null where it is not known, and the period is then \
      assumed active, with a warning. Numbers may be strings, and none loses a digit; raw integers go up \
      to 2^256 - 1, with or without --strict, as a contract's words do. A vault \
      can also have, for `diff`, `\(DiffQuestion.vaultKeys.joined(separator: "`, `"))`, and for `apr` and \
      `report` `\(VaultSnapshot.streamsKey)`, further rewards beside the vault's own, each with \
      `\(RewardStream.keys.paths.joined(separator: "`, `"))`; other commands note these keys and do not \
      use them. \
      A stream's `rewardRate` is on the vault's scale, base units per second times 1e18: 1e36 is one \
      whole token per second of 18 decimals (`rewardDecimals`, the default), 1e24 of 6.
      """)
    page.code(
      "json",
      """
      {
        "vault": "0x1111111111111111111111111111111111111111",
        "name": "a vault",
        "rewardRate": "272490527103681170793308992914391673",
        "periodFinish": 1767600000,
        "totalSupply": "598626940947001140289",
        "stakeDecimals": 18,
        "rewardPrice": "7.8",
        "stakePrice": "223845.58"
      }
      """)
  }

  /// The other documents that commands read.
  private static let files: [(of: String, keys: KeyTree)] = [
    ("allocation", AllocationQuestion.keys), ("block-reward", BlockRewardQuestion.keys),
    ("emission", EmissionQuestion.keys), ("incentives", IncentiveQuestion.keys),
    ("pool price", PoolPriceQuestion.keys), ("pool preview", PoolPreviewQuestion.keys),
    ("pool project", PoolProjectionQuestion.keys), ("sweep", GridQuestion.keys),
    ("--profile", ProtocolProfile.overrideKeys),
  ]

  /// Every option that a command has.
  private static let options: Set<String> = options(of: BeraYieldCommand.self, [])

  private static func options(
    of command: any ParsableCommand.Type, _ words: [String]
  ) -> Set<String> {
    command.configuration.subcommands.reduce(into: Set(RawArguments(words).options)) { all, inner in
      all.formUnion(options(of: inner, words + [inner.configuration.commandName ?? ""]))
    }
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
      because of a warning. The numbers in its sentence are rounded to a few digits, without a mark; \
      those of the answer are not touched.
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
    case .decimal where key == .published:
      "a decimal, exact to \(Field.maximumDecimals) digits behind the point"
    case .decimal: "a decimal, exact to 18 digits behind the point"
    case .time: "unix seconds"
    case .seconds: "seconds"
    case .count: "a whole number"
    case .basisPoints: "basis points"
    }
  }
}
