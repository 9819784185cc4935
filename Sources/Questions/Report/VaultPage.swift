internal import FixedPoint
internal import Sheets
package import Contracts
internal import Yields
internal import Quantities
internal import YieldKernels

/// One vault as one HTML page: figures, warnings, what-if curves, sensitivity, inputs, derivation.
///
/// The page is whole in itself: no script, no font, no picture and no address outside of it, and a
/// content security policy that says so. The same vault gives the same bytes.
package struct VaultPage: Sendable {
  private let report: VaultReport
  private let sensitivity: SensitivityAnswer
  private let whatIf: WhatIf
  private let style: TextStyle

  /// Prepares the page of a vault.
  ///
  /// - Parameters:
  ///   - answer: the vault's report; its derivation is made here.
  ///   - profile: the protocol's rules.
  ///   - precision: digits after the point of rounded percentages.
  package init(of answer: VaultAnswer, profile: ProtocolProfile, precision: Int) {
    report = answer.report
    sensitivity =
      answer.sensitivity
      ?? SensitivityAnswer(
        of: answer.report.snapshot, year: answer.report.convention.year, hurdle: nil,
        profile: profile)
    whatIf = WhatIf(answer.report, profile: profile)
    style = TextStyle(precision: precision, color: false)
  }

  /// The page.
  package var html: String {
    var page = HTMLText()
    page.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(MarkupText.escaped("\(name): \(headline)"))</title>
      <style>
      \(ReportStyle.css)</style>
      </head>
      <body>
      <main>

      """)
    header(&page)
    for warning in report.warnings {
      page.element("p", warning.description, style: "warning")
    }
    plots(&page)
    sensitivityTables(&page)
    inputs(&page)
    derivation(&page)
    footer(&page)
    page.markup("</main>\n</body>\n</html>\n")
    return page.text
  }

  private var name: String {
    report.snapshot.name ?? report.snapshot.vault ?? "Reward vault"
  }

  private var headline: String {
    report.apr.map { "APR \(percent($0.wad))" } ?? "no APR"
  }

  private func percent(_ wad: Wad) -> String {
    wad.percentText(fractionDigits: style.precision, rounding: .halfEven)
  }

  private func header(_ page: inout HTMLText) {
    page.element("h1", name)
    if let vault = report.snapshot.vault, vault != name {
      page.element("p", vault, style: "mono mut")
    }
    let isRunning = report.status == .active
    page.element("p", statusSentence, style: isRunning ? "status" : "status off")
    page.section("div", style: "cards") { cards in
      card("APR", report.apr?.wad, &cards)
      card("APY, compounded daily", report.apyDaily?.wad, &cards)
      card("APY, continuous", report.apyContinuous?.wad, &cards)
      card("TVL, USD", rounded(report.tvl.wad), report.tvl.description, &cards)
      card(
        "Rewards a day, tokens", rounded(report.rewardsPerDay), report.rewardsPerDay.text(), &cards)
      card(
        "Rewards a day, USD", rounded(report.rewardsPerDayUSD.wad),
        report.rewardsPerDayUSD.description, &cards)
    }
  }

  private var statusSentence: String {
    let time = "as of \(ISO8601.text(of: report.convention.time.seconds))"
    switch report.status {
    case .active:
      guard let finish = report.snapshot.periodFinish, let left = report.secondsLeft else {
        return "Taken as active \(time): no periodFinish is given"
      }
      return "Active \(time), until \(ISO8601.text(of: finish.seconds)) (\(left) s left)"
    case .expired: return "The period has finished \(time): nothing is emitted any more"
    case .noStake: return "Nobody stakes \(time): no APR exists"
    case .zeroStakePrice: return "The stake token has no price: no APR exists"
    }
  }

  private func card(_ name: String, _ wad: Wad?, _ page: inout HTMLText) {
    card(name, wad.map(percent) ?? "none", wad?.text() ?? report.status.name, &page)
  }

  private func card(_ name: String, _ big: String, _ exact: String, _ page: inout HTMLText) {
    page.section("div", style: "card") { card in
      card.element("div", name, style: "name")
      card.element("div", big, style: "big")
      card.element("div", exact, style: "value")
    }
  }

  /// An amount with two decimals, for the eye; the exact one stands below.
  private func rounded(_ wad: Wad) -> String {
    wad < .one ? wad.text() : wad.text(fractionDigits: 2, rounding: .halfEven)
  }

  private func plots(_ page: inout HTMLText) {
    let elements = whatIf.elements
    guard !elements.isEmpty else { return }
    page.element("h2", "What if")
    page.element(
      "p",
      "One input changes, the others stay; every point is computed as the APR above is, as if the "
        + "period ran.", style: "mut")
    page.section("div", style: "plots") { plots in
      for element in elements { plots.markup("<div>\n\(element)</div>\n") }
    }
  }

  private func footer(_ page: inout HTMLText) {
    page.section("footer") { footer in
      footer.element(
        "p",
        "Figures are exact and rounded down at the 18th decimal (APYs to the nearest, ties to even); "
          + "percentages in large print are rounded to \(style.precision) digits. A year has "
          + "\(report.convention.year) seconds. APR = R · Y · Pr · 10^d / (1e18 · S · Ps), one "
          + "division. Made with berayield report.", style: "mut")
    }
  }
}

extension VaultPage {
  private func sensitivityTables(_ page: inout HTMLText) {
    if let rows = sensitivity.sensitivity?.rows {
      page.element("h2", "Sensitivity")
      page.table(
        [
          "input", "elasticity", "of the daily APY", "APR after +1 %", "APR after −1 %", "one unit",
          "changes the APR by",
        ],
        rows.map { row in
          [
            row.input.rawValue, String(row.elasticity), row.apyElasticity?.text() ?? "none",
            percent(row.aprAfterRise.wad(rounding: .halfEven)),
            percent(row.aprAfterFall.wad(rounding: .halfEven)), row.unit,
            row.unitEffect.wad(rounding: .halfEven).text(),
          ]
        }, style: "numbers")
    }
    guard let hurdle = sensitivity.hurdle else { return }
    page.element("h2", "Break-even net of commission")
    page.element(
      "p", "What keeps stakers at \(percent(hurdle.wad)) net.", style: "mut")
    page.table(
      ["commission", "net APR", "net APY, daily", "reward price from, USD", "TVL up to, USD"],
      sensitivity.breakEvens.map { row in
        [
          "\(row.commission)", row.netAPR.map { percent($0.wad) } ?? "none",
          row.netAPYDaily.map { percent($0.wad) } ?? "none",
          row.rewardPrice?.description ?? "none", row.tvl?.description ?? "none",
        ]
      }, style: "numbers")
  }

  private func inputs(_ page: inout HTMLText) {
    page.element("h2", "Inputs")
    page.table(
      ["input", "name", "raw", "scale", "meaning"],
      report.derivation.inputs.map { [$0.symbol, $0.name, $0.raw, $0.unit, $0.meaning] },
      style: "inputs")
  }

  private func derivation(_ page: inout HTMLText) {
    page.element("h2", "Derivation")
    page.section("ol", style: "steps") { list in
      for step in report.derivation.steps {
        list.section("li") { item in
          item.element("div", "\(step.name) = \(step.formula)", style: "formula")
          item.element("div", step.value, style: "mono digits")
          if let remark = step.remark { item.element("div", remark, style: "mut") }
        }
      }
    }
  }
}
