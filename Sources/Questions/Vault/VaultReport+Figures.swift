internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// A vault's figures: the list that programs read, and the lines that people do.

extension VaultReport {
  /// The figures for programs; money, ratios and raw integers are strings, times are numbers.
  var figures: [Figure] {
    var figures: [Figure] = [
      .program("vault", .text(snapshot.vault)), .program("name", .text(snapshot.name)),
      .program("status", .string(status.name)), .program("active", .bool(isActive)),
      .program("apr", .text(apr?.description)), .program("aprPercent", .text(apr?.percent)),
      .program("apyDaily", .text(apyDaily?.description)),
      .program("apyContinuous", .text(apyContinuous?.description)),
    ]
    if let periods = convention.compounding {
      figures.append(.program("apy", .text(apy?.description)))
      figures.append(.program("compounding", .number(String(periods))))
    }
    return figures + [
      .program("tvlUsd", .string(tvl.description)),
      .program("rewardsPerDay", .string(rewardsPerDay.text())),
      .program("rewardsPerYear", .string(rewardsPerYear.text())),
      .program("rewardsPerDayUsd", .string(rewardsPerDayUSD.description)),
      .program("rewardsPerYearUsd", .string(rewardsPerYearUSD.description)),
      .program("periodFinish", .count(snapshot.periodFinish?.seconds)),
      .program("secondsLeft", .count(secondsLeft?.count)),
      .program("evaluatedAt", .count(convention.time.seconds)),
      .program("yearSeconds", .count(convention.year.seconds)),
    ]
  }

  /// Yields, stake and flows for people.
  var lines: [Figure] {
    func line(_ name: String, _ wad: Wad?, _ reason: String) -> Figure {
      Figure(name, wad?.text() ?? reason, .percent(wad))
    }
    let noYield = apr == nil ? "none: nobody stakes" : "not stated above an APR of 1e6"
    var lines = [
      line("APR", apr?.wad, "none: nobody stakes"),
      line("APY, compounded daily", apyDaily?.wad, noYield),
      line("APY, continuous", apyContinuous?.wad, noYield),
    ]
    if let periods = convention.compounding {
      lines.append(line("APY, \(periods) times a year", apy?.wad, noYield))
    }
    return lines + [
      Figure("TVL", "\(tvl) USD"),
      Figure("rewards a day", "\(rewardsPerDay.text()) tokens"),
      Figure("", "\(rewardsPerDayUSD) USD"),
      Figure("rewards a year", "\(rewardsPerYear.text()) tokens"),
      Figure("", "\(rewardsPerYearUSD) USD"),
    ]
  }

  /// What the figures hold for: the period, the time, the year, the rounding.
  var periodLines: [Figure] {
    let period =
      snapshot.periodFinish.map { finish in
        let left = secondsLeft.map { " (\($0) s left)" } ?? ""
        return "until \(ISO8601.text(of: finish.seconds))\(isActive ? left : ", finished")"
      } ?? "no periodFinish given, taken as active"
    return [
      Figure("period", period),
      Figure(
        "as of",
        "\(ISO8601.text(of: convention.time.seconds)) (\(convention.time)), "
          + "a year of \(convention.year) s"),
      Figure(
        "figures",
        "exact, rounded down at the 18th decimal (APY half to even); ~ marks a rounded percentage"),
    ]
  }
}

extension VaultStaker {
  /// Adds the staker's part: figures for programs, lines for people.
  func append(to sheet: inout Sheet) {
    sheet.append(
      "staker", for: .programs,
      figures: [
        .program("balance", .string(balance.raw.description)),
        .program("sharePercent", .text(share.map { APR(unchecked: $0).percent })),
        .program("rewardsUntilFinish", .text(rewardsUntilFinish?.text())),
        .program("rewardsPerDay", .string(rewardsPerDay.text())),
      ])
    sheet.append(
      .init(
        .cells(
          Cells(
            [.init("a staker"), .init("")],
            rows: [
              ["balance", "\(balance.raw) base units"],
              ["share", share.map { "\(percent: $0)" } ?? "none: nobody stakes"],
              ["rewards a day", "\(rewardsPerDay.text()) tokens"],
              [
                "rewards until finish",
                rewardsUntilFinish.map { "\($0.text()) tokens" } ?? "no periodFinish given",
              ],
            ])), for: .text))
  }
}

extension VaultDilution {
  /// Adds the APR after a deposit: figures for programs, lines for people.
  func append(to sheet: inout Sheet) {
    sheet.append(
      "dilution", for: .programs,
      figures: [
        .program("deposit", .string(deposit.raw.description)),
        .program("totalSupply", .string(snapshot.totalSupply.raw.description)),
        .program("apr", .text(apr?.description)), .program("aprPercent", .text(apr?.percent)),
      ])
    sheet.append(
      title: .column("after a deposit"), for: .text,
      figures: [
        Figure("deposit", "\(deposit.raw) base units"),
        Figure("APR", apr?.description ?? "none: nobody stakes", .percent(apr?.wad)),
      ])
  }
}

extension VaultDerivation {
  /// Adds the derivation: an object for programs, inputs and steps for people.
  func append(to sheet: inout Sheet) {
    let inputTable = Table(
      "inputs",
      rows: inputs.map { input in
        [
          .program("symbol", .string(input.symbol)), .program("name", .string(input.name)),
          .program("raw", .string(input.raw)), .program("unit", .string(input.unit)),
          .program("meaning", .string(input.meaning)),
        ]
      })
    sheet.append(
      .init(
        .group([.init(.table(inputTable), key: "inputs"), .init(.steps(lines), key: "steps")]),
        key: "derivation", for: .json))
    sheet.append(.init(.statement("  Derivation", isBold: true), for: .text))
    sheet.append(.init(.cells(inputCells(rawAlignment: .right)), for: .text))
    sheet.append(.init(.steps(lines), for: .text))
  }

  /// The steps as a sheet has them.
  var lines: [Sheets.Step] {
    steps.map { step in
      Sheets.Step(name: step.name, formula: step.formula, value: step.value, remark: step.remark)
    }
  }

  /// The inputs as people read them.
  func inputCells(rawAlignment: TextTable.Alignment, isPage: Bool = false) -> Cells {
    Cells(
      [
        .init("input"), .init(isPage ? "name" : ""), .init("raw", rawAlignment), .init("scale"),
        .init("meaning"),
      ],
      rows: inputs.map { input in
        [input.symbol, input.name, input.raw, input.unit, input.meaning].map { Phrase($0) }
      })
  }
}
