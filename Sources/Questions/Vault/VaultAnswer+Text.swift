package import FixedPoint
internal import Yields
internal import Quantities
internal import Text
internal import YieldKernels

// A report as a page for people.

/// How a page for people looks.
package struct TextStyle: Sendable {
  /// Digits after the point of rounded percentages.
  package let precision: Int
  /// Whether the terminal takes colour.
  package let color: Bool

  package init(precision: Int, color: Bool) {
    self.precision = precision
    self.color = color
  }

  /// A heading, bold where the terminal takes it.
  package func heading(_ text: String) -> String {
    color ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// A warning, yellow where the terminal takes it.
  package func warning(_ text: String) -> String {
    color ? "\u{1B}[33m\(text)\u{1B}[0m" : text
  }

  /// A fraction as a percentage rounded half to even, marked as rounded.
  package func percent(_ wad: Wad) -> String {
    "~ " + wad.percentText(fractionDigits: precision, rounding: .halfEven)
  }
}

extension VaultAnswer {
  /// The page: title, figures, staker, dilution, derivation, warnings.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: lines that end in a line feed.
  package func page(_ style: TextStyle) -> String {
    var sections = [style.heading(title), figureTable(style), periodLines]
    if let staker { sections.append(stakerTable(staker, style)) }
    if let dilution { sections.append(dilutionTable(dilution, style)) }
    if let derivation { sections.append(derivationText(derivation, style)) }
    if let sensitivity { sections.append(sensitivity.text(style)) }
    if !report.warnings.isEmpty {
      sections.append(
        report.warnings.map { style.warning("  ! \($0.description)\n") }.joined())
    }
    return sections.joined(separator: "\n")
  }

  private var title: String {
    let names = [report.snapshot.name, report.snapshot.vault].compactMap { $0 }
    let name = names.isEmpty ? "Reward vault" : names.joined(separator: "  ")
    return "\(name)  [\(report.status.name)]"
  }

  private func figureTable(_ style: TextStyle) -> String {
    var table = TextTable([.init(""), .init("", .left), .init("", .right)])
    func row(_ name: String, _ wad: Wad?, _ reason: String) {
      table.append([name, wad?.text() ?? reason, wad.map(style.percent) ?? ""])
    }
    row("APR", report.apr?.wad, "none: nobody stakes")
    let noYield = report.apr == nil ? "none: nobody stakes" : "not stated above an APR of 1e6"
    row("APY, compounded daily", report.apyDaily?.wad, noYield)
    row("APY, continuous", report.apyContinuous?.wad, noYield)
    if let periods = report.convention.compounding {
      row("APY, \(periods) times a year", report.apy?.wad, noYield)
    }
    table.append(["TVL", "\(report.tvl) USD", ""])
    table.append(["rewards a day", "\(report.rewardsPerDay.text()) tokens", ""])
    table.append(["", "\(report.rewardsPerDayUSD) USD", ""])
    table.append(["rewards a year", "\(report.rewardsPerYear.text()) tokens", ""])
    table.append(["", "\(report.rewardsPerYearUSD) USD", ""])
    return table.text(indent: 2)
  }

  private var periodLines: String {
    let convention = report.convention
    let period =
      report.snapshot.periodFinish.map { finish in
        let left = report.secondsLeft.map { " (\($0) s left)" } ?? ""
        return "until \(ISO8601.text(of: finish.seconds))\(report.isActive ? left : ", finished")"
      } ?? "no periodFinish given, taken as active"
    return """
        period   \(period)
        as of    \(ISO8601.text(of: convention.time.seconds)) (\(convention.time)), \
      a year of \(convention.year) s
        figures  exact, rounded down at the 18th decimal (APY half to even); ~ marks a rounded \
      percentage

      """
  }

  private func stakerTable(_ staker: VaultStaker, _ style: TextStyle) -> String {
    var table = TextTable([.init("a staker"), .init("")])
    table.append(["balance", "\(staker.balance.raw) base units"])
    table.append(["share", staker.share.map(style.percent) ?? "none: nobody stakes"])
    table.append(["rewards a day", "\(staker.rewardsPerDay.text()) tokens"])
    table.append([
      "rewards until finish",
      staker.rewardsUntilFinish.map { "\($0.text()) tokens" } ?? "no periodFinish given",
    ])
    return table.text(indent: 2)
  }

  private func dilutionTable(_ dilution: VaultDilution, _ style: TextStyle) -> String {
    var table = TextTable([.init("after a deposit"), .init(""), .init("", .right)])
    table.append(["deposit", "\(dilution.deposit.raw) base units", ""])
    table.append([
      "APR", dilution.apr?.description ?? "none: nobody stakes",
      dilution.apr.map { style.percent($0.wad) } ?? "",
    ])
    return table.text(indent: 2)
  }

  private func derivationText(_ derivation: VaultDerivation, _ style: TextStyle) -> String {
    var inputs = TextTable([
      .init("input"), .init(""), .init("raw", .right), .init("scale"), .init("meaning"),
    ])
    for input in derivation.inputs {
      inputs.append([input.symbol, input.name, input.raw, input.unit, input.meaning])
    }
    let steps = derivation.steps.map { step in
      "  \(step.name) = \(step.formula)\n    = \(step.value)"
        + (step.remark.map { "\n      (\($0))" } ?? "") + "\n"
    }
    return style.heading("  Derivation") + "\n\n" + inputs.text(indent: 2) + "\n"
      + steps.joined()
  }
}
