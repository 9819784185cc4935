internal import Text
package import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
package import Sheets
package import Yields

/// The path of a pool's share price under a scenario.
package struct PoolProjectionQuestion: Sendable {
  package let pool: StakingPool
  package let scenario: PoolScenario
  package let profile: ProtocolProfile
  /// Whether the pool's total assets are given, not their parts.
  package let givesTotal: Bool

  /// The course of the pool.
  ///
  /// - Throws: a `Fault` for amounts beyond what the contract's words hold.
  package func projection() throws(Fault) -> PoolProjection {
    try PoolProjection(pool: pool, scenario: scenario)
  }

  /// The yields, the validator's revenue and the path.
  ///
  /// - Throws: a `Fault` for values whose result cannot be stated.
  package func sheet(of projection: PoolProjection) throws(Fault) -> Sheet {
    var sheet = Sheet("Projection of a staking pool")
    sheet.append(figures: try yields(projection))
    sheet.append(
      "validator", title: .heading("validator's revenue"), figures: revenue(projection))
    sheet.append("end", title: .heading("at the end"), figures: end(projection))
    sheet.append(withdrawals(projection))
    sheet.append(path(projection))
    sheet.append(.warnings)
    sheet.csvTable = "path"
    sheet.remarks = [
      "amounts are whole wei, rounded down as on chain; yields are rounded once"
    ]
    sheet.warnings =
      doubts(about: projection) + warnings(projection) + (try unstatedYields(projection))
    return sheet
  }

  private func warnings(_ projection: PoolProjection) -> [Warning] {
    let cap = profile.commission.maxRate
    var warnings = projection.refusals.map {
      Warning(.operationRefused, "refused \($0)", field: "events")
    }
    warnings += scenario.sources.compactMap {
      Plausibility.commission($0.commission, cap: cap, "commissionBps", of: $0.name)
    }
    if pool.phase == .collecting {
      warnings.append(
        Warning(
          .poolCollecting,
          "the pool starts below its active threshold and earns nothing until it reaches it"))
    }
    return warnings
  }

  private func yields(_ projection: PoolProjection) throws(Fault) -> [Figure] {
    let net = try scenario.netYield(of: pool)
    let steps = Int(clamping: scenario.year.seconds / scenario.step.count)
    let periods = min(max(1, steps), Compounding.maximumPeriodsPerYear)
    let apy = Self.apy(of: net, periods)
    let tooLarge = "none: \(NoYield.aboveLimit)"
    let realized = projection.realized(year: scenario.year)
    let noPath = projection.points.count > 1 ? "none: no shares" : "none: the path is one moment"
    return [
      .time("start", "from", scenario.start),
      .time("endTime", "to", projection.points.last?.at ?? scenario.end),
      .ratio("grossApr", "gross APR at the start", net.grossAPR),
      .ratio("commissionApr", "commission, per year", net.commissionAPR),
      .ratio("feeApr", "protocol fee, per year", net.feeAPR),
      .ratio("netApr", "net APR at the start", net.netAPR),
      apy.map { .ratio("netApy", "net APY, compounded at each step", $0.wad) }
        ?? .none("netApy", "net APY, compounded at each step", tooLarge),
      .count("compounding", "compoundings per year", periods),
      .ratio("realizedApr", "APR of the path", realized?.apr, orNone: noPath),
      realized?.apy(rounding: .halfEven).map {
        .ratio("realizedApy", "APY of the path", $0.wad)
      } ?? .none("realizedApy", "APY of the path", realized == nil ? noPath : tooLarge),
    ]
  }

  /// APRs so high that no APY is stated for them.
  private func unstatedYields(_ projection: PoolProjection) throws(Fault) -> [Warning] {
    let net = Plausibility.statedAPR(try scenario.netYield(of: pool).netAPR, "a net APR")
    let path = projection.realized(year: scenario.year)
      .flatMap { Plausibility.statedAPR($0.apr, "an APR of the path") }
    return [net, path].compactMap(\.self)
  }

  private static func apy(of net: PoolNetYield, _ periodsPerYear: Int) -> APY? {
    do throws(ArithmeticError) {
      return try net.netAPY(periodsPerYear: periodsPerYear, rounding: .halfEven)
    } catch {
      preconditionFailure("the periods are kept within what compounding takes")
    }
  }

  private func revenue(_ projection: PoolProjection) -> [Figure] {
    let pool = projection.finalPool
    let price = pool.sharePrice.ratio ?? .zero
    let worth = (ExactRational(projection.feeShares) * price).integer(rounding: .down)
    return [
      .tokens("commissionTokens", "commission", projection.commission, "BERA"),
      .tokens("feesTokens", "protocol fee", projection.fees, "BERA"),
      .tokens("feeSharesTokens", "paid as", projection.feeShares, "shares"),
      .tokens("feeSharesWorthTokens", "worth at the end", worth, "BERA"),
      .tokens("revenueTokens", "total", projection.commission + worth, "BERA"),
    ]
  }

  private func end(_ projection: PoolProjection) -> [Figure] {
    let pool = projection.finalPool
    return PoolUnits.staking.figures(pool.sharePrice) + [
      .wei("totalAssets", "total assets", pool.assets.total, "BERA"),
      .wei("totalSupply", "total supply", pool.totalSupply, "shares"),
      .text("phase", "validator", pool.phase.rawValue),
    ]
  }

  private func withdrawals(_ projection: PoolProjection) -> Table {
    Table(
      "withdrawals", "withdrawals",
      rows: projection.withdrawals.map { request in
        [
          .count("id", "no.", request.id),
          .time("requestedAt", "requested", request.requestedAt),
          .tokens("amountTokens", "BERA", request.amount),
          .tokens("sharesTokens", "shares burned", request.shares),
          .time("readyAt", "ready", request.readyAt),
          .flag("fullExit", "full exit", request.triggeredFullExit),
        ]
      }, columns: Self.answer.columns(of: "withdrawals"))
  }

  private func path(_ projection: PoolProjection) -> Table {
    let rows = projection.points.map { point -> [Figure] in
      let price = point.sharePrice
      return [
        .time("timestamp", "at", point.at),
        .wei("totalAssets", "assets, BERA", point.totalAssets),
        .program("totalSupply", .string(point.totalSupply.description)),
        price.ratio.map { .decimal("sharePrice", "share price", $0) }
          ?? .none("sharePrice", "share price", "no shares"),
        .program("conversionSharePrice", .string(price.conversion.wad(rounding: .down).text())),
        .wei("rewards", "rewards, BERA", point.rewards),
        .text("phase", "validator", point.phase.rawValue),
        .text("events", "events", point.notes.joined(separator: "; ")),
      ]
    }
    // A page shows the events and a path through them; every point is in JSON and CSV.
    let stride = max(1, rows.count / 24)
    let shown = projection.points.indices.filter {
      $0 % stride == 0 || $0 == rows.count - 1 || projection.points[$0].hasEvent
    }
    return Table("path", "path", rows: rows, shown: shown)
  }
}
