internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// A vault in a line among others.

extension VaultSnapshot {
  /// What names the vault, to programs.
  var subject: [Figure] { [.program("vault", .text(vault)), .program("name", .text(name))] }

  /// What names the vault, to people: its name before its address.
  var nameFigure: Figure {
    Figure("name", "vault", .text(name ?? vault), text: Phrase(name ?? vault ?? "unnamed"))
  }
}

extension VaultReport {
  /// What a line has where nobody chooses.
  static func summaryColumns(under convention: YieldConvention) -> [String] {
    let asked =
      (convention.compounding == nil ? [] : ["apy"])
      + (convention.commission == nil ? [] : ["netApr", "netApy"])
    return ["name", "status", "apr", "apyDaily"] + asked + ["tvlUsd", "warnings"]
  }

  /// Every figure of the catalogue, and the warnings' codes.
  var summary: [Figure] {
    VaultFigure.all(under: convention).map(column) + [
      Figure(
        "warnings", "warnings", .string(warnings.codes.joined(separator: ";")),
        text: warnings.isEmpty ? "none" : Phrase(warnings.codes.joined(separator: ", ")))
    ]
  }

  private func column(_ figure: VaultFigure) -> Figure {
    if figure.key == .name { return snapshot.nameFigure }
    let value = figure.value(self)
    let text: Phrase =
      switch value {
      case .text(let text): Phrase(text)
      case .flag(let flag): flag ? "yes" : "no"
      case .decimal, .integer, .count:
        value?.raw.map { Phrase(figure.key.unit.reading($0)) } ?? "none"
      case nil: "none"
      }
    let isUnitTold = figure.key.unit != .usd || figure.key.title.hasSuffix("USD")
    return Figure(
      figure.key.rawValue, figure.key.title + (isUnitTold ? "" : ", USD"), value?.json ?? .null,
      text: text)
  }
}
