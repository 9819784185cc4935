internal import FixedPoint
internal import Yields
internal import Quantities
package import Text

// One list of figures, in one order, feeds JSON, NDJSON and CSV.

extension SolveAnswer: AnswerRecord {
  private typealias Figure = (key: String, value: JSONValue)

  package var json: JSONValue {
    var members = figures.map { JSONMember(key: $0.key, value: $0.value) }
    members.append(JSONMember(key: "warnings", value: .elements(warnings.map { .string($0) })))
    return .object(members)
  }

  package var csvHeader: [String] { figures.map(\.key) + ["warnings"] }

  package var csvRecords: [[String?]] {
    [figures.map { $0.value.cell } + [warnings.joined(separator: "; ")]]
  }

  private var figures: [Figure] {
    var figures: [Figure] = [
      ("vault", .text(snapshot.vault)), ("name", .text(snapshot.name)),
      ("for", .string(unknown.rawValue)), ("targetApr", .string(targetAPR.description)),
      ("targetAprPercent", .string(targetAPR.percent)),
    ]
    switch target {
    case .apr: break
    case .apy(let apy, let periods):
      figures += [
        ("targetApy", .string(apy.description)), ("compounding", .string(String(periods))),
      ]
    case .continuousAPY(let apy):
      figures += [("targetApy", .string(apy.description)), ("compounding", .string("continuous"))]
    }
    switch outcome {
    case .input(let solution): figures += self.figures(of: solution)
    case .stake(let solution): figures += self.figures(of: solution)
    case .commission(let solution): figures += self.figures(of: solution)
    }
    figures += [
      ("presentValue", .text(presentRaw.map(\.description))),
      ("presentApr", .text(presentAPR?.description)),
      ("commissionBps", .number(String(commission.value))),
      ("yearSeconds", .count(year.seconds)),
    ]
    return figures
  }

  private func figures(of solution: VaultSolution) -> [Figure] {
    var figures: [Figure] = [
      ("value", .string(solution.raw.description)),
      ("valueDecimal", .string(solution.decimalText)), ("unit", .string(solution.unit)),
      ("exact", .string(solution.exact.description)),
      ("safeSide", .string(solution.input.safeSide == .up ? "up" : "down")),
      ("apr", .string(solution.apr.description)),
      ("aprPercent", .string(solution.apr.percent)),
    ]
    if case .apr = target {
    } else {
      figures.append(("apy", .text(target.yield(of: solution.apr)?.text())))
    }
    figures += [
      ("nextValue", .string(solution.nextRaw.description)),
      ("nextApr", .text(solution.nextAPR?.description)),
      ("tvlUsd", .string(solution.tvl.description)),
    ]
    if unknown.isEmission {
      figures += [
        ("durationSeconds", .count(duration.count)),
        ("rewardsForDuration", .string(solution.rewards(for: duration.count).description)),
      ]
    }
    if let incentive {
      figures += [
        ("incentiveRate", .string(incentive.incentiveRate.description)),
        ("incentiveFund", .string(incentive.fund.description)),
        ("incentiveFundUsd", .string(incentive.fundUSD.wad(rounding: .up).text())),
        ("incentiveBidUsd", .string(incentive.offeredBid.wad(rounding: .up).text())),
      ]
    }
    return figures
  }

  private func figures(of solution: StakeSolution) -> [Figure] {
    var figures: [Figure] = []
    if unknown == .tvl {
      figures += [
        ("value", .string(solution.tvl.description)), ("unit", .string("USD")),
        ("exact", .string(solution.exactTVL.description)), ("safeSide", .string("down")),
      ]
    } else {
      figures += [
        ("value", .string(solution.deposit.description)),
        ("valueDecimal", .string(decimalText(solution.deposit))),
        ("unit", .string("base units, \(snapshot.totalSupply.decimals) decimals")),
        ("exact", .string(solution.exactDeposit.description)), ("safeSide", .string("down")),
        ("totalSupply", .string(solution.stake.raw.description)),
        ("apr", .string(solution.stake.apr.description)),
        ("aprPercent", .string(solution.stake.apr.percent)),
        ("nextApr", .text(solution.stake.nextAPR?.description)),
        ("tvlUsd", .string(solution.tvl.description)),
      ]
    }
    return figures
  }

  private func figures(of solution: CommissionSolution) -> [Figure] {
    [
      ("value", .string(String(solution.commission.value))), ("unit", .string("bps")),
      ("exact", .string(solution.exact.description)), ("safeSide", .string("down")),
      ("grossApr", .string(solution.gross.description)),
      ("apr", .string(solution.net.description)), ("aprPercent", .string(solution.net.percent)),
      ("apy", .text(target.yield(of: solution.net)?.text())),
      ("nextApr", .text(solution.nextNet?.description)),
    ]
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
    case .rewardRate, .targetRewardsPerSecond: "tokens a second"
    case .totalSupply: "tokens"
    case .rewardPrice: "USD a reward token"
    case .stakePrice: "USD a stake token"
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
