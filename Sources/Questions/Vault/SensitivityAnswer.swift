internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

/// The sensitivities of a vault and its break-evens net of commission.
struct SensitivityAnswer: Sendable {
  /// Nil where no APR above 0 exists.
  let sensitivity: VaultSensitivity?
  /// The net APR that the break-evens are for; nil without one and without an APR.
  let hurdle: APR?
  let breakEvens: [BreakEven]

  /// Takes the net APR that stakers ask for; nil is the vault's present gross APR.
  init(of snapshot: VaultSnapshot, year: YearLength, hurdle: APR?, profile: ProtocolProfile) {
    sensitivity = VaultSensitivity(of: snapshot, year: year)
    // The vault's own APR before its rounding, or its present price would miss it.
    let exact = hurdle.map { ExactRational($0.wad) } ?? sensitivity?.apr
    self.hurdle = exact.map { APR($0.wad(rounding: .down)) }
    breakEvens = BreakEven.table(
      of: VaultEquation(snapshot: snapshot, year: year), hurdle: exact ?? .zero,
      rules: profile.commission)
  }

  /// Adds the sensitivities: an object for programs, tables for people.
  func append(to sheet: inout Sheet) {
    sheet.append(
      .init(
        .group([
          .init(.table(inputTable), key: "inputs"),
          .init(.figures([.program("hurdleApr", .text(hurdle?.description))])),
          .init(.table(breakEvenTable), key: "breakEven"),
        ]), key: "sensitivity", for: .programs))
    guard sensitivity != nil else {
      sheet.append(
        .init(
          .statement("  Sensitivity: none, because the APR is not above 0", isBold: true),
          for: .text))
      return appendBreakEvens(to: &sheet)
    }
    sheet.append(
      .init(
        .statement("  Sensitivity of the APR while the period runs", isBold: true), for: .text))
    sheet.append(
      .init(
        .cells(
          Cells(
            [
              .init("input"), .init("elasticity of APR", .decimal),
              .init("of APY, daily", .decimal), .init("APR after +1%", .decimal),
              .init("APR after -1%", .decimal), .init("APR change"),
            ],
            rows: effects { "\(percent: $0)" })), for: .text))
    appendBreakEvens(to: &sheet)
  }

  private func appendBreakEvens(to sheet: inout Sheet) {
    guard let hurdle else { return }
    sheet.append(
      .init(
        .statement("  Break-even for stakers who want \(percent: hurdle.wad) net", isBold: true),
        for: .text))
    sheet.append(
      .init(
        .cells(
          Cells(
            [
              .init("commission", .decimal), .init("net APR", .decimal),
              .init("net APY, daily", .decimal), .init("min. reward price, USD", .decimal),
              .init("max. TVL, USD", .decimal),
            ],
            rows: breakEvenRows { "\(percent: $0)" })), for: .text))
  }

  /// Adds the tables of a page.
  func appendPage(to sheet: inout Sheet) {
    if sensitivity != nil {
      sheet.append(.init(.statement("Sensitivity", isBold: true), for: .html))
      sheet.append(
        .init(
          .cells(
            Cells(
              [
                .init("input"), .init("elasticity of the APR", .right),
                .init("of the daily APY", .right), .init("APR after +1 %", .right),
                .init("APR after −1 %", .right), .init("APR change", .right),
              ],
              rows: effects(isPage: true) { "\(plainPercent: $0)" })), for: .html))
    }
    guard let hurdle else { return }
    sheet.append(.init(.statement("Break-even net of commission", isBold: true), for: .html))
    sheet.append(
      .init(
        .paragraph("Stakers still earn \(plainPercent: hurdle.wad) net at these values.", .muted),
        for: .html))
    sheet.append(
      .init(
        .cells(
          Cells(
            [
              .init("commission"), .init("net APR", .right), .init("net APY, daily", .right),
              .init("min. reward price, USD", .right), .init("max. TVL, USD", .right),
            ],
            rows: breakEvenRows(isPage: true) { "\(plainPercent: $0)" })), for: .html))
  }
}

// Rows.
extension SensitivityAnswer {
  private func effects(
    isPage: Bool = false, _ percent: (Wad) -> Phrase
  ) -> [[Phrase]] {
    (sensitivity?.rows ?? []).map { row in
      let change = row.unitEffect.wad(rounding: .halfEven)
      return [
        Phrase(row.input.rawValue), Phrase(String(row.elasticity)),
        row.apyElasticity.map { "\(number: $0)" } ?? Phrase(none(NoYield.aboveLimit, isPage)),
        percent(row.aprAfterRise.wad(rounding: .halfEven)),
        percent(row.aprAfterFall.wad(rounding: .halfEven)),
        "\(percent: change) for \(row.unit) more",
      ]
    }
  }

  private func breakEvenRows(
    isPage: Bool = false, _ percent: (Wad) -> Phrase
  ) -> [[Phrase]] {
    breakEvens.map { row in
      let noAPY = row.netAPR == nil ? NoYield.nobodyStakes : NoYield.aboveLimit
      let unreached = Phrase(none(NoYield.unreached, isPage))
      return [
        "\(percent: row.commission.wad)",
        row.netAPR.map { percent($0.wad) } ?? Phrase(none(NoYield.nobodyStakes, isPage)),
        row.netAPYDaily.map { percent($0.wad) } ?? Phrase(none(noAPY, isPage)),
        row.rewardPrice.map { "\(number: $0.wad)" } ?? unreached,
        row.tvl.map { "\(usd: $0.wad)" } ?? unreached,
      ]
    }
  }

  /// A page says why there is nothing.
  private func none(_ reason: String, _ isPage: Bool) -> String {
    isPage ? "none: \(reason)" : "none"
  }

  private var inputTable: Table {
    Table(
      "inputs",
      rows: (sensitivity?.rows ?? []).map { row in
        [
          .program("input", .string(row.input.rawValue)),
          .program("value", .string(row.raw.description)),
          .program("elasticity", .string(String(row.elasticity))),
          .program("apyDailyElasticity", .text(row.apyElasticity?.text())),
          .program("aprAfter1PercentRise", .string(plain(row.aprAfterRise))),
          .program("aprAfter1PercentFall", .string(plain(row.aprAfterFall))),
          .program("unit", .string(row.unit)),
          .program("aprChangePerUnit", .string(plain(row.unitEffect))),
          .program("aprChangePerStep", .string(text(ofChange: row.stepEffect))),
        ]
      }, columns: VaultQuestion.answer.columns(of: "sensitivity.inputs"))
  }

  private var breakEvenTable: Table {
    Table(
      "breakEven",
      rows: breakEvens.map { row in
        [
          .program("commissionBps", .number(String(row.commission.value))),
          .program("netApr", .text(row.netAPR?.description)),
          .program("netApyDaily", .text(row.netAPYDaily?.description)),
          .program("rewardPrice", .text(row.rewardPrice?.description)),
          .program("rewardRate", .text(row.rewardRate?.description)),
          .program("totalSupply", .text(row.totalSupply?.description)),
          .program("stakePrice", .text(row.stakePrice?.description)),
          .program("tvlUsd", .text(row.tvl?.description)),
        ]
      })
  }

  private func plain(_ value: ExactRational) -> String { value.wad(rounding: .halfEven).text() }

  /// A change of the APR as plain decimals: all 18, and as many more as a tiny one needs.
  private func text(ofChange change: ExactRational) -> String {
    let places = 54
    return (change * .powerOfTen(places)).integer(rounding: .halfEven).decimalText(places: places)
  }
}
