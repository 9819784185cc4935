internal import Text
package import Contracts
package import Faults
package import FixedPoint
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
  /// The validator's share of all boosts once the operator's BGT boosts it; nil where none is given.
  package let boostsAfter: Wad?

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
    if scenario.holder != nil {
      sheet.append("holder", title: .heading("the holder"), figures: holder(projection))
    }
    if let boostsAfter {
      sheet.append(
        "operator", title: .heading("the operator's BGT"), figures: try boosts(boostsAfter))
    }
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
    var warnings = projection.refusals.map { refusal in
      let text = "\(refusal.event.sentence)".dropFirst("refused: ".count)
      return Warning(.operationRefused, "refused at \(refusal.at.date): \(text)", field: "events")
    }
    warnings += projection.withdrawals.compactMap { made in
      made.exitCause.map {
        Warning(
          .fullExit, "at \(made.requestedAt.date): withdrawal \(made.id): \($0.sentence)",
          field: "events")
      }
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
      .ratio(
        "revenueApr", "per year, on the assets at the start",
        revenueAPR(projection.commission + worth), orNone: "none: no assets"),
    ]
  }

  /// The validator's revenue per year and BERA of the pool at the start.
  private func revenueAPR(_ revenue: ExactInteger) -> ExactRational? {
    let assets = pool.assets.total
    guard !assets.isZero else { return nil }
    let length = scenario.start.seconds(until: scenario.end)
    return ExactRational(
      revenue * ExactInteger(scenario.year.seconds),
      overNonZero: assets * ExactInteger(length.count))
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
    let exit = projection.exit.map { exit -> [Figure] in
      [
        .none("id", "no.", ""), .text("by", "by", "validator"),
        .time("requestedAt", "requested", exit.requestedAt),
        .tokens("amountTokens", "BERA", exit.amount),
        .tokens("sharesTokens", "shares burned", 0),
        .time("readyAt", "ready", exit.readyAt), .flag("fullExit", "full exit", true),
      ]
    }
    let requests = projection.withdrawals.map { request -> [Figure] in
      [
        .count("id", "no.", request.id), .text("by", "by", "holder"),
        .time("requestedAt", "requested", request.requestedAt),
        .tokens("amountTokens", "BERA", request.amount),
        .tokens("sharesTokens", "shares burned", request.shares),
        .time("readyAt", "ready", request.readyAt),
        .flag("fullExit", "full exit", request.triggeredFullExit),
      ]
    }
    let before = projection.withdrawals.prefix { request in
      projection.exit.map { request.requestedAt <= $0.requestedAt } ?? true
    }.count
    let rows = requests.prefix(before) + (exit.map { [$0] } ?? []) + requests.dropFirst(before)
    return Table(
      "withdrawals", "withdrawals", rows: Array(rows),
      columns: Self.answer.columns(of: "withdrawals"))
  }

  private func path(_ projection: PoolProjection) -> Table {
    let points = projection.points
    let rows = RowSource(count: points.count) { index -> [Figure] in
      let point = points[index]
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
      ] + (point.holding.map(Self.figures) ?? []) + [point.events.figure]
    }
    // A page shows the events and a path through them; every point is in JSON and CSV.
    let stride = max(1, rows.count / 24)
    let shown = points.indices.filter {
      $0 % stride == 0 || $0 == rows.count - 1 || points[$0].hasEvent
    }
    return Table("path", "path", rows: rows, shown: shown)
  }
}
