internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

/// What was found, beside the vault as it was given: the figures for programs and the title.
struct Solution: Sendable {
  let question: SolveQuestion
  /// The APR that reaches the target.
  let targetAPR: APR
  let outcome: SolveQuestion.Outcome
  /// The vault as given; stand-ins where something was not.
  let snapshot: VaultSnapshot
  /// The status of that vault.
  let status: VaultStatus
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
    if !checkCells.rows.isEmpty { sheet.append(.init(.cells(checkCells), for: .text)) }
    let consequences = consequenceLines
    if !consequences.isEmpty { sheet.append(for: .text, figures: consequences) }
    sheet.remarks = remarks
  }

  private var figures: [Figure] {
    var figures: [Figure] = [
      .program("vault", .text(snapshot.vault)), .program("name", .text(snapshot.name)),
      .program("status", .string(status.name)),
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
    case .input(let solution): figures += self.figures(of: solution, for: solution.input)
    case .stake(let solution): figures += self.figures(of: solution)
    case .commission(let solution): figures += self.figures(of: solution)
    case .noStake(let input?): figures += self.figures(of: nil, for: input)
    case .noStake(nil): figures += self.figures(of: nil)
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

  /// The figures of an input that was solved for; null where there is no solution.
  private func figures(of solution: VaultSolution?, for input: SolvableInput) -> [Figure] {
    var figures: [Figure] = [
      .program("value", .text(solution?.raw.description)),
      .program("valueDecimal", .text(solution?.decimalText)),
      .program("unit", .string(input.unit(snapshot.totalSupply.decimals))),
      .program("exact", .text(solution?.exact.description)),
      .program("safeSide", .string(input.safeSide == .up ? "up" : "down")),
      .program("apr", .text(solution?.apr.description)),
      .program("aprPercent", .text(solution?.apr.percent)),
    ]
    figures += apy(of: solution?.apr)
    figures += [
      .program("nextValue", .text(solution?.nextRaw.description)),
      .program("nextApr", .text(solution?.nextAPR?.description)),
      .program("tvlUsd", .string((solution?.tvl ?? snapshot.tvl).description)),
    ]
    if question.unknown.isEmission {
      let duration = question.duration.count
      figures += [
        .program("durationSeconds", .count(duration)),
        .program(
          "rewardsForDurationTokens",
          .text(solution.map { Wad(raw: $0.rewards(for: duration)).text() })),
      ]
    }
    if question.market != nil {
      figures += [
        .program("incentiveRate", .text(incentive?.incentiveRate.description)),
        .program("incentiveFund", .text(incentive?.fund.description)),
        .program("incentiveFundUsd", .text(incentive?.fundUSD.wad(rounding: .up).text())),
        .program(
          "incentiveBidPerTokenUsd", .text(incentive?.offeredBid.wad(rounding: .up).text())),
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

  /// The figures of a commission that was solved for; null where there is no solution.
  private func figures(of solution: CommissionSolution?) -> [Figure] {
    [
      .program("value", .text(solution.map { String($0.commission.value) })),
      .program("unit", .string("bps")), .program("exact", .text(solution?.exact.description)),
      .program("safeSide", .string("down")),
      .program("grossApr", .text(solution?.gross.description)),
      .program("apr", .text(solution?.net.description)),
      .program("aprPercent", .text(solution?.net.percent)),
    ] + apy(of: solution?.net) + [.program("nextApr", .text(solution?.nextNet?.description))]
  }

  /// What an APR is as the yield that was asked for, where that is an APY.
  private func apy(of apr: APR?) -> [Figure] {
    if case .apr = question.target { return [] }
    return [.program("apy", .text(apr.flatMap(question.target.yield)?.text()))]
  }

  /// Base units of the stake token as whole tokens.
  func decimalText(_ units: ExactInteger) -> String {
    units.decimalText(places: snapshot.totalSupply.decimals.count)
  }
}

extension VaultSolution {
  /// The places between the on-chain integer and the unit that people think in.
  var places: Int { input.places(snapshot.totalSupply.decimals) }

  /// The value in the unit that people think in, no digit lost.
  var decimalText: String { raw.decimalText(places: places) }
}

// How an input of the identity is written; `stake` has the decimals of the stake token.
extension SolvableInput {
  /// The places between the on-chain integer and the unit that people think in.
  func places(_ stake: TokenDecimals) -> Int {
    switch self {
    case .rewardRate, .targetRewardsPerSecond: 36
    case .totalSupply: stake.count
    case .rewardPrice, .stakePrice: 18
    }
  }

  /// That unit.
  var decimalUnit: String {
    switch self {
    case .rewardRate, .targetRewardsPerSecond: "tokens per second"
    case .totalSupply: "tokens"
    case .rewardPrice: "USD per reward token"
    case .stakePrice: "USD per stake token"
    }
  }

  /// The scale of the on-chain integer.
  func unit(_ stake: TokenDecimals) -> String {
    switch self {
    case .rewardRate, .targetRewardsPerSecond: "1e36 = 1 token/s"
    case .totalSupply: "base units, \(stake) decimals"
    case .rewardPrice, .stakePrice: "1e18 = 1 USD"
    }
  }
}
