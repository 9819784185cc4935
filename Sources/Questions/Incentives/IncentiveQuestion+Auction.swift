internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields
internal import Faults

// The auction since PoL Next: when it is claimed, what it pays, and who shares that.

extension IncentiveQuestion {
  private static let noPrice = "none: BERA has no price"

  /// How often the auction is claimed, and the BERA that it pays to stakers or a pool.
  func auction() throws(Fault) -> [Figure] {
    let payout = Figure.wei("payout", "payout", auctionPayout, "BERA")
    let next = try economics(of: auctionPayout)
    let first = next.flatMap { market.days(untilRest: $0.usdPerClaim) }
    var figures = [payout, after(first, next, "claimEverySeconds", "a claim pays after")]
    if let queuedPayout {
      let later = try economics(of: queuedPayout)
      figures += [
        .wei("queuedPayout", "payout after the next claim", queuedPayout, "BERA"),
        after(
          second(next, later).flatMap { second in first.map { second - $0 } }, later,
          "laterClaimEverySeconds", "the one after it pays after another"),
      ]
    }
    return figures + [
      paid(next, false, "beraPerYearTokens", "BERA for stakers, as funded", "BERA in a year"),
      paid(next, true, "beraPerYearIfRefilledTokens", "if refilled", "BERA per year"),
    ]
  }

  /// Who gets which part of the payouts; nil where that is not known.
  func payouts() throws(Fault) -> Table? {
    guard let stakers, let auction = try economics(of: auctionPayout) else { return nil }
    return Table(
      "stakers", "who shares a payout, and earns in a year",
      rows: try parts(of: stakers).map { part in
        let share = ExactRational(part.amount, overNonZero: auctionPayout)
        func yearly(_ label: String, _ suffix: String, refilled isRefilled: Bool) -> [Figure] {
          let bera = auction.bera(for: restPerYear(isRefilled)) * share
          let stake = part.stake.isZero ? nil : ExactRational(Wad(raw: part.stake))
          return [
            .program(
              "beraPerYear\(suffix)Tokens", .string(bera.wad(rounding: .down).text())),
            .ratio(
              "apr" + suffix, label, stake.map { bera.divided(byNonZero: $0) },
              orNone: "none: no stake"),
          ]
        }
        return [
          .text("staker", "stakers of", part.name),
          .wei("stake", "stake, BERA", part.stake),
          .ratio("share", "share", share),
          .wei("amount", "of a payout, BERA", part.amount),
          .program("received", .string(part.received.description)),
        ] + yearly("APR as funded", "", refilled: false)
          + yearly("APR if refilled", "IfRefilled", refilled: true)
      })
  }

  /// What each of those who share a payout gets of it.
  func parts(of stakers: AuctionStakers) throws(Fault) -> [AuctionStakers.Part] {
    do throws(Fault) {
      return try stakers.parts(of: auctionPayout)
    } catch {
      throw error.place == .input("payout") ? error.at(.input("auctionPayout")) : error
    }
  }

  /// The auction with a payout; nil where BERA has no price.
  private func economics(
    of payout: ExactInteger
  ) throws(Fault) -> AuctionEconomics? {
    guard market.rewardPrice > .zero else { return nil }
    return try AuctionEconomics(
      usdPerDay: market.incentiveUSDPerDay.rest, beraPrice: market.rewardPrice, payout: payout,
      claimMargin: claimMargin ?? .zero)
  }

  /// Days until the claim after the next one pays.
  private func second(
    _ next: AuctionEconomics?, _ later: AuctionEconomics?
  ) -> ExactRational? {
    guard let next, let later else { return nil }
    return market.days(untilRest: next.usdPerClaim + later.usdPerClaim)
  }

  private func after(
    _ days: ExactRational?, _ auction: AuctionEconomics?, _ key: String, _ label: String
  ) -> Figure {
    guard auction != nil else { return .none(key, label, Self.noPrice) }
    return days.map { .duration(key, label, $0 * ExactRational(Seconds.day.count)) }
      ?? .none(key, label, "none: less than a payout reaches it")
  }

  private func paid(
    _ auction: AuctionEconomics?, _ isRefilled: Bool, _ key: String, _ label: String,
    _ unit: String
  ) -> Figure {
    auction.map { .decimal(key, label, $0.bera(for: restPerYear(isRefilled)), unit) }
      ?? .none(key, label, Self.noPrice)
  }

  /// USD of incentives that reach the auction in a year.
  private func restPerYear(_ isRefilled: Bool) -> ExactRational {
    IncentiveEarnings(market: market, year: year, isRefilled: isRefilled).incentivesPerYear.rest
  }
}
