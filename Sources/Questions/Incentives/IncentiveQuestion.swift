internal import Text
package import Contracts
package import Faults
package import FixedPoint
package import Quantities
package import Sheets
package import Yields

/// What a vault bids for emission, how long that lasts, and who earns what.
package struct IncentiveQuestion: Sendable {
  /// Something held, with its price.
  package struct Holding: Sendable {
    package let units: ExactInteger
    package let decimals: TokenDecimals
    package let price: Price
  }

  package let market: IncentiveMarket
  package let commission: CommissionTerms
  /// Wei of one notification, for the contract's split.
  package let emission: ExactInteger
  package let queuedAtBlock: UInt64?
  /// BGT that boosts the vault's validators, or all of sWBERA's assets.
  package let holders: Holding?
  /// The vault's stake.
  package let stake: Holding?
  /// The validator's part of the vault's emission.
  package let validatorShare: ExactRational?
  /// The validator's stake, wei of BERA.
  package let validatorStake: ExactInteger?
  /// What a claim of the auction pays, wei of BERA.
  package let auctionPayout: ExactInteger
  /// What claims after the next one pay, wei of BERA; nil for no change.
  package let queuedPayout: ExactInteger?
  /// What a claimer wants to gain, as a part of the payout.
  package let claimMargin: ExactRational?
  /// Who shares the auction's payouts; nil where that is not known.
  package let stakers: AuctionStakers?
  /// Who says how much emission the vault gets; nil where nothing says it.
  package let emissionSource: VaultEmission.Source?
  /// From when on the offers pay.
  package let at: Timestamp
  package let year: YearLength
  package let profile: ProtocolProfile

  /// The market's figures, the contract's split and everyone's earnings.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    var sheet = Sheet("Incentives of a vault, era \(profile.era.rawValue)")
    sheet.append(figures: marketFigures)
    sheet.append(try offers())
    sheet.append(try splits())
    sheet.append(
      "incentivesPerDay", title: .heading("on the next day, as funded"),
      figures: figures(of: market.funded(days: .one)))
    sheet.append("earnings", title: .heading("who earns what"), figures: try earnings())
    if profile.era == .polNext {
      sheet.append("auction", title: .heading("the incentive auction"), figures: try auction())
      if let payouts = try payouts() { sheet.append(payouts) }
    }
    sheet.append(
      "commission", title: .heading("the validator's commission"), figures: try terms())
    sheet.append(.warnings)
    sheet.remarks = [
      "rates are exact, rounded down at the 18th decimal; the split is the contract's own, "
        + "rounded down as on chain",
      "as funded: in the year from now on, at most what remains of each incentive; if refilled: at "
        + "the present rate all year",
    ]
    if profile.era == .polNext {
      sheet.remarks.append(
        "the auction sells the incentives of all vaults together; these figures are of this one's")
    }
    sheet.warnings = warnings
    if profile.era == .polNext, market.feeRate > .zero {
      sheet.warnings.append(
        Warning(
          .feeWithoutEffect,
          "PoL Next charges no fee on incentives; the figures apply the given one",
          field: "feeBps"))
    }
    return sheet
  }

  private var marketFigures: [Figure] {
    let bid = market.shares(of: market.bid)
    return [
      .text("era", "era", profile.era.rawValue),
      .time("evaluatedAt", "as of", at),
      .wei(
        "emissionPerDay", "emission", market.emissionPerDay,
        "\(profile.era.rewardToken.symbol) per day"),
      .emissionSource(emissionSource),
      .usd("emissionPerDayUsd", "", market.emissionUSDPerDay, "USD per day"),
      .decimal("bidPerTokenUsd", "bid", bid.gross, "USD per reward token"),
      .decimal(
        "bidAfterFeePerTokenUsd", "after the fee", bid.gross - bid.fee, "USD per reward token"),
      .decimal(
        "bidNetPerTokenUsd", "after fee and commission", bid.rest, "USD per reward token"),
      market.efficiency.map {
        .decimal("efficiency", "efficiency", $0, "USD of emission per USD of incentives")
      } ?? .none("efficiency", "efficiency", "none: no bid"),
      .bps("feeBps", "incentive fee", market.feeRate),
      .bps("commissionBps", "commission", market.commission),
    ]
  }

  private func offers() throws(Fault) -> Table {
    .init(
      "tokens", "offers",
      rows: try market.offers.map { offer throws(Fault) in
        [
          .text("token", "token", offer.token),
          .scaled(
            "incentiveRate", "paid per reward token", offer.incentiveRate,
            decimals: offer.decimals.count),
          .scaled(
            "amountRemaining", "remaining", offer.amountRemaining, decimals: offer.decimals.count),
          .usd("remainingUsd", "value, USD", offer.usd(of: offer.amountRemaining), ""),
          .decimal("bidPerTokenUsd", "bid, USD", offer.bid),
        ] + (try runway(of: offer))
      })
  }

  /// How long an offer lasts, and until when.
  private func runway(of offer: IncentiveOffer) throws(Fault) -> [Figure] {
    guard let days = try offer.runwayDays(emissionPerDay: market.emissionPerDay),
      let end = end(of: offer)
    else {
      let reason = market.emissionPerDay.isZero ? "no emission" : "nothing is paid"
      return [.none("runwaySeconds", "runway", reason), .program("runwayUntil", .null)]
    }
    let seconds = days * ExactRational(Seconds.day.count)
    let whole = seconds.integer(rounding: .down)
    let hasDate = end < ExactInteger(Timestamp.millisecondsThreshold)
    return [
      Figure(
        "runwaySeconds", "runway", .number(seconds.wad(rounding: .down).text()),
        text: hasDate
          ? "\(Reading.span(whole)), until \(Reading.date(end))" : Phrase(.span(whole))),
      .program("runwayUntil", .whole(end.description)),
    ]
  }

  /// When an offer has run dry, in unix seconds; nil where it never does.
  func end(of offer: IncentiveOffer) -> ExactInteger? {
    let days = (try? offer.runwayDays(emissionPerDay: market.emissionPerDay)) ?? nil
    return days.map {
      ExactInteger(at.seconds)
        + ($0 * ExactRational(Seconds.day.count)).integer(rounding: .down)
    }
  }

  private func splits() throws(Fault) -> Table {
    let splits: [IncentiveSplit]
    do throws(Fault) {
      splits = try IncentiveSplit.all(
        for: emission, offers: market.offers, feeRate: market.feeRate,
        commission: commission, profile: profile)
    } catch {
      // The emission is that of a day unless another is given.
      let isOfDay = error.place == .input("emission") && emission == market.emissionPerDay
      throw isOfDay ? error.at(.input("emissionPerDay")) : error
    }
    let (rest, receiver) = receiver
    return .init(
      "split", "incentives paid for \(number: Wad(raw: emission)) reward tokens",
      rows: splits.map { split in
        func amount(_ key: String, _ label: String, _ units: ExactInteger) -> Figure {
          .scaled(key, label, units, decimals: split.offer.decimals.count)
        }
        return [
          .text("token", "token", split.offer.token), amount("amount", "total", split.amount),
          amount("fee", "fee", split.fee), amount("validator", "validator", split.validator),
          amount(rest, receiver, split.rest),
          amount("amountRemaining", "remaining", split.amountRemaining),
        ]
      })
  }

  private func figures(of shares: IncentiveMarket.Shares) -> [Figure] {
    let (rest, receiver) = receiver
    return [
      .usd("grossUsd", "incentives", shares.gross),
      .usd("feeUsd", "fee", shares.fee),
      .usd("validatorUsd", "validator", shares.validator),
      .usd(rest + "Usd", receiver, shares.rest),
    ]
  }

  /// Who gets what fee and commission leave.
  private var receiver: (key: String, label: String) { profile.era.incentiveReceiver }
}
