internal import FixedPoint
package import Contracts
internal import Yields
package import Quantities

/// `berayield incentives`: what a vault bids for emission, how long it lasts, and who earns what.
package enum IncentiveAnalysis {
  /// Answers with the market's figures, the contract's split and everyone's earnings.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - year: the year of the yields.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the sheet.
  /// - Throws: ``InputError``.
  package static func sheet(
    _ values: InputValues, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try IncentiveInputs(&values, profile: profile, notes: &notes)
    return try values.analyzing {
      var sheet = AnalysisSheet(title: "Incentives of a vault  [\(profile.era.rawValue)]")
      sheet.append(figures: try marketFigures(inputs, profile))
      sheet.append(try offers(inputs))
      sheet.append(try splits(inputs, profile))
      sheet.append(
        "usdPerDay", title: "USD a day while all offers last",
        figures: try shares(inputs.market.incentiveUSDPerDay, profile.era))
      sheet.append(
        "earnings", title: "who earns what", figures: try earnings(inputs, year, profile.era))
      sheet.append(
        "commission", title: "the validator's commission", figures: try terms(inputs, profile))
      sheet.remarks = [
        "rates are exact, rounded down at the 18th decimal; the split is the contract's, floors included"
      ]
      if profile.era == .polNext, inputs.market.feeRate > .zero {
        sheet.warnings.append("since PoL Next no fee comes off incentives, yet one is given")
      }
      return sheet
    }
  }

  private static func marketFigures(
    _ inputs: IncentiveInputs, _ profile: ProtocolProfile
  ) throws -> [AnalysisSheet.Figure] {
    let market = inputs.market
    let bid = market.shares(of: market.bid)
    return [
      .text("era", "era", profile.era.rawValue),
      .raw("emissionPerDay", "emission", market.emissionPerDay, "wei a day"),
      .decimal("emissionUsdPerDay", "", market.emissionUSDPerDay, "USD a day"),
      .decimal("bidUsdPerToken", "bid", bid.gross, "USD per reward token"),
      .decimal(
        "bidAfterFeeUsdPerToken", "after the fee", bid.gross - bid.fee, "USD per reward token"),
      .decimal(
        "bidNetUsdPerToken", "after fee and commission", bid.rest, "USD per reward token"),
      market.efficiency.map {
        .decimal("efficiency", "efficiency", $0, "USD of emission per USD of incentives")
      } ?? .none("efficiency", "efficiency", "none: nothing is bid"),
      .bps("feeBps", "incentive fee", market.feeRate),
      .bps("commissionBps", "commission", market.commission),
    ]
  }

  private static func offers(_ inputs: IncentiveInputs) throws -> AnalysisSheet.Table {
    .init(
      "tokens", "offers",
      rows: try inputs.market.offers.map { offer in
        let days = try offer.runwayDays(emissionPerDay: inputs.market.emissionPerDay)
        return [
          .text("token", "token", offer.token),
          .raw("incentiveRate", "rate (base units per 1e18)", offer.incentiveRate),
          .raw("amountRemaining", "remaining (base units)", offer.amountRemaining),
          .decimal("remainingUsd", "remaining USD", offer.usd(of: offer.amountRemaining), ""),
          .decimal("bidUsdPerToken", "bid USD", offer.bid, ""),
          days.map { .decimal("runwayDays", "runway, days", $0, "") }
            ?? .none("runwayDays", "runway, days", "never dry"),
        ]
      })
  }

  private static func splits(
    _ inputs: IncentiveInputs, _ profile: ProtocolProfile
  ) throws -> AnalysisSheet.Table {
    let splits = try IncentiveSplit.all(
      for: inputs.emission, offers: inputs.market.offers, feeRate: inputs.market.feeRate,
      commission: inputs.commission, profile: profile)
    let (rest, receiver) = receiver(profile.era)
    return .init(
      "split", "what \(Wad(raw: inputs.emission).text()) reward tokens at once pay, base units",
      rows: splits.map { split in
        [
          .text("token", "token", split.offer.token), .raw("amount", "in all", split.amount),
          .raw("fee", "fee", split.fee), .raw("validator", "validator", split.validator),
          .raw(rest, receiver, split.rest),
          .raw("amountRemaining", "remaining", split.amountRemaining),
        ]
      })
  }

  private static func shares(
    _ shares: IncentiveMarket.Shares, _ era: ProtocolProfile.Era
  ) throws -> [AnalysisSheet.Figure] {
    let (rest, receiver) = receiver(era)
    return [
      .decimal("gross", "incentives", shares.gross, "USD"),
      .decimal("fee", "fee", shares.fee, "USD"),
      .decimal("validator", "validator", shares.validator, "USD"),
      .decimal(rest, receiver, shares.rest, "USD"),
    ]
  }

  /// Who gets what fee and commission leave.
  private static func receiver(_ era: ProtocolProfile.Era) -> (key: String, label: String) {
    switch era {
    case .bgt: ("boosters", "boosters")
    case .polNext: ("auction", "auction (sWBERA)")
    }
  }
}

// Earnings and commission.
extension IncentiveAnalysis {
  private static func earnings(
    _ inputs: IncentiveInputs, _ year: YearLength, _ era: ProtocolProfile.Era
  ) throws -> [AnalysisSheet.Figure] {
    let earnings = IncentiveEarnings(market: inputs.market, year: year)
    let holder =
      switch era {
      case .bgt: "booster"
      case .polNext: "sWBERA holder"
      }
    let yield = try inputs.holders.flatMap {
      try earnings.holderYield(held: $0.units, price: $0.price)
    }
    let missing = inputs.holders == nil ? "needs holders" : "none: nobody holds"
    let staker = try inputs.stake.flatMap {
      try earnings.stakerYield(staked: $0.units, decimals: $0.decimals, price: $0.price)
    }
    let noStake = inputs.stake == nil ? "needs totalSupply and stakePrice" : "none: nobody stakes"
    let validator = try earnings.validatorUSDPerYear(share: inputs.validatorShare ?? .one)
    return [
      .ratio("holderAprGross", "\(holder)'s APR, gross", yield?.gross, orNone: missing),
      .ratio("holderAprNet", "\(holder)'s APR, net", yield?.net, orNone: missing),
      .ratio("stakerApr", "vault staker's APR, gross and net", staker, orNone: noStake),
      .ratio("validatorShare", "validator's part of the emission", inputs.validatorShare ?? .one),
      .decimal("validatorUsdPerYearGross", "incentives it draws", validator.gross, "USD a year"),
      .decimal("validatorUsdPerYear", "commission it keeps", validator.net, "USD a year"),
    ]
  }

  private static func terms(
    _ inputs: IncentiveInputs, _ profile: ProtocolProfile
  ) throws -> [AnalysisSheet.Figure] {
    let terms = inputs.commission
    let blockTime = profile.validatorSet.blockSeconds
    var figures: [AnalysisSheet.Figure] = [
      terms.stored.map { .count("storedBps", "stored", $0, "bps") }
        ?? .none("storedBps", "stored", "never set: the default counts"),
      .bps("effectiveBps", "counts", try terms.effective()),
      .count("defaultBps", "default", terms.rules.defaultRate, "bps"),
      .count("capBps", "cap", terms.rules.maxRate, "bps"),
      .count("changeDelayBlocks", "a change takes", terms.changeDelay, "blocks"),
      .decimal("changeDelaySeconds", "", terms.changeSeconds(blockTime: blockTime), "s"),
      .decimal("blockTime", "at", blockTime, "s a block"),
    ]
    if let block = inputs.queuedAtBlock {
      figures.append(
        .raw(
          "activationBlock", "can be activated from block", terms.activationBlock(queuedAt: block)))
    }
    return figures
  }
}
