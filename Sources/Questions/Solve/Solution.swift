internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

/// What was found, beside the vault as it was given: the figures for programs and the title.
struct Solution: Sendable {
  let question: SolveQuestion
  /// The APR that reaches the target.
  let targetAPR: APR
  let outcome: SolveQuestion.Outcome
  /// The vault as given; stand-ins where something was not.
  let snapshot: VaultSnapshot
  /// The APR of the vault as given, net of the commission; nil where not all inputs are given.
  let presentAPR: APR?
  /// The present value of the unknown, where it is given.
  let presentRaw: ExactInteger?
  /// What attracts the emission, where the market's bid is given.
  let incentive: IncentiveBudget?

  var title: String {
    let commission = question.commission
    let net = commission == .zero ? "" : ", net of \(commission)"
    return "\(snapshot.title): solved for \(question.unknown.rawValue)\(net)"
  }

  func append(to sheet: inout Sheet) {
    sheet.append(for: .programs, figures: figures)
    sheet.append(.init(.warnings, for: .programs))
    sheet.append(for: .text, figures: answerLines)
    sheet.append(.init(.cells(checkCells), for: .text))
    let consequences = consequenceLines
    if !consequences.isEmpty { sheet.append(for: .text, figures: consequences) }
    sheet.remarks = remarks
  }

  private var figures: [Figure] {
    var figures: [Figure] = [
      .program("vault", .text(snapshot.vault)), .program("name", .text(snapshot.name)),
      .program("for", .string(question.unknown.rawValue)),
      .program("targetApr", .string(targetAPR.description)),
      .program("targetAprPercent", .string(targetAPR.percent)),
    ]
    switch question.target {
    case .apr: break
    case .apy(let apy, let periods):
      figures += [
        .program("targetApy", .string(apy.description)),
        .program("compounding", .number(String(periods))),
      ]
    case .continuousAPY(let apy):
      figures += [
        .program("targetApy", .string(apy.description)),
        .program("compounding", .string("continuous")),
      ]
    }
    switch outcome {
    case .input(let solution): figures += self.figures(of: solution)
    case .stake(let solution): figures += self.figures(of: solution)
    case .commission(let solution): figures += self.figures(of: solution)
    }
    return figures + [
      .program("presentValue", .text(presentText)),
      .program("presentApr", .text(presentAPR?.description)),
      .program("commissionBps", .number(String(question.commission.value))),
      .program("yearSeconds", .count(question.year.seconds)),
    ]
  }

  /// The present value in the unit of the answer's: a deposit has none.
  private var presentText: String? {
    switch question.unknown {
    case .tvl: presentRaw.map { _ in snapshot.tvl.description }
    case .deposit: nil
    default: presentRaw?.description
    }
  }

  private func figures(of solution: VaultSolution) -> [Figure] {
    var figures: [Figure] = [
      .program("value", .string(solution.raw.description)),
      .program("valueDecimal", .string(solution.decimalText)),
      .program("unit", .string(solution.unit)),
      .program("exact", .string(solution.exact.description)),
      .program("safeSide", .string(solution.input.safeSide == .up ? "up" : "down")),
      .program("apr", .string(solution.apr.description)),
      .program("aprPercent", .string(solution.apr.percent)),
    ]
    figures += apy(of: solution.apr)
    figures += [
      .program("nextValue", .string(solution.nextRaw.description)),
      .program("nextApr", .text(solution.nextAPR?.description)),
      .program("tvlUsd", .string(solution.tvl.description)),
    ]
    if question.unknown.isEmission {
      let duration = question.duration.count
      figures += [
        .program("durationSeconds", .count(duration)),
        .program(
          "rewardsForDurationTokens",
          .string(Wad(raw: solution.rewards(for: duration)).text())),
      ]
    }
    if let incentive {
      figures += [
        .program("incentiveRate", .string(incentive.incentiveRate.description)),
        .program("incentiveFund", .string(incentive.fund.description)),
        .program("incentiveFundUsd", .string(incentive.fundUSD.wad(rounding: .up).text())),
        .program(
          "incentiveBidPerTokenUsd", .string(incentive.offeredBid.wad(rounding: .up).text())),
      ]
    }
    return figures
  }

  private func figures(of solution: StakeSolution) -> [Figure] {
    guard question.unknown != .tvl else {
      return [
        .program("value", .string(solution.tvl.description)), .program("unit", .string("USD")),
        .program("exact", .string(solution.exactTVL.description)),
        .program("safeSide", .string("down")),
      ]
    }
    return [
      .program("value", .string(solution.deposit.description)),
      .program("valueDecimal", .string(decimalText(solution.deposit))),
      .program("unit", .string("base units, \(snapshot.totalSupply.decimals) decimals")),
      .program("exact", .string(solution.exactDeposit.description)),
      .program("safeSide", .string("down")),
      .program("totalSupply", .string(solution.stake.raw.description)),
      .program("apr", .string(solution.stake.apr.description)),
      .program("aprPercent", .string(solution.stake.apr.percent)),
      .program("nextApr", .text(solution.stake.nextAPR?.description)),
      .program("tvlUsd", .string(solution.tvl.description)),
    ]
  }

  private func figures(of solution: CommissionSolution) -> [Figure] {
    [
      .program("value", .string(String(solution.commission.value))),
      .program("unit", .string("bps")), .program("exact", .string(solution.exact.description)),
      .program("safeSide", .string("down")),
      .program("grossApr", .string(solution.gross.description)),
      .program("apr", .string(solution.net.description)),
      .program("aprPercent", .string(solution.net.percent)),
    ] + apy(of: solution.net) + [.program("nextApr", .text(solution.nextNet?.description))]
  }

  /// What an APR is as the yield that was asked for, where that is an APY.
  private func apy(of apr: APR) -> [Figure] {
    if case .apr = question.target { return [] }
    return [.program("apy", .text(question.target.yield(of: apr)?.text()))]
  }

  /// Base units of the stake token as whole tokens.
  func decimalText(_ units: ExactInteger) -> String {
    units.decimalText(places: snapshot.totalSupply.decimals.count)
  }
}

extension VaultSolution {
  /// The places between the on-chain integer and the unit that people think in.
  var places: Int {
    switch input {
    case .rewardRate, .targetRewardsPerSecond: 36
    case .totalSupply: snapshot.totalSupply.decimals.count
    case .rewardPrice, .stakePrice: 18
    }
  }

  /// The value in the unit that people think in, no digit lost.
  var decimalText: String { raw.decimalText(places: places) }

  /// That unit.
  var decimalUnit: String {
    switch input {
    case .rewardRate, .targetRewardsPerSecond: "tokens per second"
    case .totalSupply: "tokens"
    case .rewardPrice: "USD per reward token"
    case .stakePrice: "USD per stake token"
    }
  }

  /// The scale of the on-chain integer.
  var unit: String {
    switch input {
    case .rewardRate, .targetRewardsPerSecond: "1e36 = 1 token/s"
    case .totalSupply: "base units, \(snapshot.totalSupply.decimals) decimals"
    case .rewardPrice, .stakePrice: "1e18 = 1 USD"
    }
  }
}
