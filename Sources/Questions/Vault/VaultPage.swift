internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import YieldKernels
internal import Yields
internal import Text

// The page of a vault: cards, warnings, what-if curves, sensitivity, inputs, derivation.

extension Sheet {
  /// Adds the parts that only a page has.
  mutating func appendPage(
    of report: VaultReport, _ sensitivity: SensitivityAnswer, history: [LineChart],
    profile: ProtocolProfile
  ) {
    let snapshot = report.snapshot
    let name = snapshot.name ?? snapshot.vault ?? "Reward vault"
    pageTitle = name
    headline = report.apr.map { "APR \(plainPercent: $0.wad)" } ?? "no APR"
    if let vault = snapshot.vault, vault != name {
      append(.init(.paragraph(Phrase(vault), .identifier), for: .html))
    }
    append(
      .init(
        .paragraph(Phrase(report.statusSentence), report.isSurelyActive ? .good : .doubtful),
        for: .html))
    append(for: .html, figures: report.cards)
    if let yields = report.streamYields { append(yields.table, for: .html) }
    append(.init(.warnings, for: .html))
    appendHistory(history)
    let curves = WhatIf(report, profile: profile).elements
    if !curves.isEmpty {
      append(.init(.statement("What if", isBold: true), for: .html))
      append(
        .init(
          .paragraph(
            """
            Each chart varies one or two inputs and keeps the others. Every point is exact, computed \
            as if the period were running.
            """,
            .muted), for: .html))
      append(.init(.plots(curves), for: .html))
    }
    sensitivity.appendPage(to: &self)
    append(.init(.statement("Inputs", isBold: true), for: .html))
    append(
      .init(
        .cells(report.derivation.inputCells(rawAlignment: .left, isPage: true)), for: .html))
    append(.init(.statement("Derivation", isBold: true), for: .html))
    append(.init(.steps(report.derivation.lines), for: .html))
    append(
      .init(
        .paragraph(
          """
          Figures are exact and rounded down at the 18th decimal (APYs to the nearest, ties to even); \
          those marked ~ are rounded to \(Phrase.Digits.shown) digits. A year has \
          \(report.convention.year) seconds. APR = R · Y · Pr · 10^d / (1e18 · S · Ps), one \
          division. Made with berayield report.
          """, .footer), for: .html))
  }

  /// Adds a vault's figures over time, if there are any.
  mutating func appendHistory(_ curves: [LineChart]) {
    guard !curves.isEmpty else { return }
    append(.init(.statement("Over time", isBold: true), for: .html))
    append(
      .init(
        .plots(curves.map { PlotDocument(title: $0.title, panels: [$0], size: .column).element }),
        for: .html))
  }
}

extension VaultReport {
  /// Whether nothing about the status is a guess or a reason for no yield.
  fileprivate var isSurelyActive: Bool { status == .active && snapshot.periodFinish != nil }

  fileprivate var statusSentence: String {
    let time = "as of \(convention.time.date)"
    switch status {
    case .active:
      guard let finish = snapshot.periodFinish, let left = secondsLeft else {
        return "Assumed active \(time): no periodFinish given"
      }
      return "Active \(time), until \(finish.date) (\(left.span) left)"
    case .expired: return "The period is over \(time): no more emission"
    case .neverNotified: return "No reward was ever notified: there is no emission"
    case .noStake: return "Nothing is staked \(time): there is no APR"
    case .zeroStakePrice: return "The stake token has no price: there is no APR"
    }
  }

  /// The figures in large print: rounded, with the exact one below.
  fileprivate var cards: [Figure] {
    func card(_ name: String, _ wad: Wad?, _ reason: String) -> Figure {
      Figure(name, wad.map { Phrase(.share($0)) } ?? "none", wad == nil ? Phrase(reason) : "")
    }
    let noAPR = status == .zeroStakePrice ? NoYield.noPrice : NoYield.nobodyStakes
    let noAPY = apr == nil ? noAPR : NoYield.aboveLimit
    func card(_ name: String, usd: USD) -> Figure { Figure(name, Phrase(.usd(usd.wad))) }
    return [
      card("APR", apr?.wad, noAPR), card("APY, compounded daily", apyDaily?.wad, noAPY),
      card("APY, continuous", apyContinuous?.wad, noAPY), card("TVL, USD", usd: tvl),
      Figure("Rewards per day, tokens", "\(number: rewardsPerDay)"),
      card("Rewards per day, USD", usd: rewardsPerDayUSD),
    ]
  }
}
