internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// A vault's figures: the list that programs read, and the lines that people do.

extension VaultReport {
  /// The figures for programs, all of the catalogue: what is divided is a string, what is counted a
  /// number.
  var figures: [Figure] {
    VaultFigure.all(under: convention).map { figure in
      .program(figure.key.rawValue, figure.value(self)?.json ?? .null)
    }
  }

  /// Yields, stake and flows for people.
  var lines: [Figure] {
    func yield(_ name: String, _ wad: Wad?, _ reason: String) -> Figure {
      Figure(name, wad.map { Phrase(.share($0)) } ?? Phrase(reason))
    }
    let noYield = apr == nil ? "none: \(NoYield.nobodyStakes)" : "none: \(NoYield.aboveLimit)"
    var lines = [
      yield("APR", apr?.wad, "none: \(NoYield.nobodyStakes)"),
      yield("APY, compounded daily", apyDaily?.wad, noYield),
      yield("APY, continuous", apyContinuous?.wad, noYield),
    ]
    if let periods = convention.compounding {
      lines.append(yield("APY, \(periods) times per year", apy?.wad, noYield))
    }
    if let commission = convention.commission {
      let periods = convention.compounding.map { "\($0) times per year" } ?? "daily"
      lines += [
        yield("net APR, after \(commission)", netAPR?.wad, "none: \(NoYield.nobodyStakes)"),
        yield("net APY, compounded \(periods)", netAPY?.wad, noYield),
      ]
    }
    let tokens = convention.rewardToken?.symbol ?? "tokens"
    return lines + [
      Figure("TVL", "\(usd: tvl.wad) USD"),
      Figure("rewards per day", "\(number: rewardsPerDay) \(tokens)"),
      Figure("", "\(usd: rewardsPerDayUSD.wad) USD"),
      Figure("rewards per year", "\(number: rewardsPerYear) \(tokens)"),
      Figure("", "\(usd: rewardsPerYearUSD.wad) USD"),
    ]
  }

  /// What the figures hold for: the period, the time, the year.
  var periodLines: [Figure] {
    [
      Figure("period", period),
      Figure(
        "as of", "\(time: convention.time), a year of \(span: Seconds(convention.year.seconds))"),
    ]
  }

  private var period: Phrase {
    guard let finish = snapshot.periodFinish else {
      return "no periodFinish given, assumed active"
    }
    if status == .neverNotified { return "no reward was ever notified" }
    guard isActive, let left = secondsLeft else { return "finished at \(time: finish)" }
    return "\(span: left) left, until \(time: finish)"
  }
}

// Rewards that are in the vault and in no figure: the next notification spreads them.
extension VaultSnapshot {
  static let waitingKeys = ["undistributedRewards", "undistributedRewardsTokens"]

  /// The raw value and its tokens for programs.
  var waiting: [Figure] {
    zip(Self.waitingKeys, [undistributedRewards?.description, undistributedRewards?.rateTokens])
      .map { .program($0, .text($1)) }
  }

  /// The tokens for people, where they are known.
  var waitingLines: [Figure] {
    guard let undistributedRewards else { return [] }
    return [
      Figure(
        "undistributed", Phrase(.number(undistributedRewards, decimals: 36), "tokens"),
        "wait for the next notification")
    ]
  }
}

extension Figure {
  /// What rewards are paid in, for programs.
  static func rewardToken(_ token: RewardToken?) -> Figure {
    .program("rewardToken", .text(token?.symbol))
  }
}

extension ExactInteger {
  /// Whole tokens of an integer of scale 1e36, all digits.
  fileprivate var rateTokens: String { decimalText(places: 36) }
}

extension FigureValue {
  var json: JSONValue {
    switch self {
    case .decimal, .text: .string(text)
    case .integer, .count: .number(text)
    case .flag(let flag): .bool(flag)
    }
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
      title: .column("staker"), for: .text,
      figures: [
        Figure("balance", tokens(balance)),
        Figure("share", share.map { Phrase(.percent($0)) } ?? "none: \(NoYield.nobodyStakes)"),
        Figure("rewards per day", "\(number: rewardsPerDay) tokens"),
        Figure(
          "rewards until finish",
          rewardsUntilFinish.map { "\(number: $0) tokens" } ?? "no periodFinish given"),
      ])
  }
}

/// An amount in whole tokens.
private func tokens(_ amount: TokenAmount) -> Phrase {
  let isOne = amount.decimals.tokens(amount.raw) == ExactRational(1)
  return Phrase(
    .number(amount.raw, decimals: amount.decimals.count), isOne ? "token" : "tokens")
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
      title: .column("after the deposit"), for: .text,
      figures: [
        Figure("deposit", tokens(deposit)),
        Figure("APR", apr.map { Phrase(.share($0.wad)) } ?? "none: \(NoYield.nobodyStakes)"),
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
          .program("getter", .text(input.getter)),
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
