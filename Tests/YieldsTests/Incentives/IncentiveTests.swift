import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Contracts
@testable import Yields
@testable import Faults

@Suite struct IncentiveTests {
  @Test(arguments: try AnalyticsVector.cases("incentives", kind: "split"))
  func `A split and its market figures are Python's`(vector: VectorCase) throws {
    let (input, output) = (vector.input, vector.output)
    let offer = try IncentiveOffer(
      token: "T", decimals: try TokenDecimals(try input.int("decimals")),
      price: try input.price("tokenPrice"), incentiveRate: try input.integer("incentiveRate"),
      amountRemaining: try input.integer("amountRemaining"))
    let emission = try input.integer("emittedPerDay")
    let terms = try CommissionTerms(
      stored: UInt64(try input.int("commissionBps")), rules: .deployed)
    let split = try #require(
      try IncentiveSplit.all(
        for: emission, offers: [offer], feeRate: try input.bps("feeBps"), commission: terms,
        profile: .polNext
      ).first)
    #expect(split.amount == (try output.integer("amount")))
    #expect(split.fee == (try output.integer("fee")))
    #expect(split.validator == (try output.integer("validator")))
    #expect(split.rest == (try output.integer("rest")))
    #expect(split.amountRemaining == (try output.integer("remaining")))
    #expect(split.fee + split.validator + split.rest == split.amount)

    let market = try IncentiveMarket(
      offers: [offer], emissionPerDay: emission, rewardPrice: try input.price("rewardPrice"),
      feeRate: try input.bps("feeBps"), commission: try terms.effective())
    #expect(market.bid.wad(rounding: .down) == (try output.wad("bid")))
    let shares = market.shares(of: market.bid)
    #expect((shares.gross - shares.fee).wad(rounding: .down) == (try output.wad("bidAfterFee")))
    #expect(shares.fee + shares.validator + shares.rest == shares.gross)
    #expect(market.efficiency?.wad(rounding: .down) == (try output.wad("efficiency")))
    let runway = try #require(try offer.runwayDays(emissionPerDay: emission))
    #expect(
      (runway * ExactRational(86_400)).wad(rounding: .down) == (try output.wad("runwaySeconds")))
  }

  @Test(arguments: try AnalyticsVector.cases("incentives", kind: "budget"))
  func `A manager's budget is Python's, and meets the market`(vector: VectorCase) throws {
    let (input, output) = (vector.input, vector.output)
    let bid = try input.price("marketBid")
    let budget = try IncentiveBudget(
      emissionPerDay: try input.integer("emissionPerDay"), days: try input.int("days"),
      marketBid: bid, tokenPrice: try input.price("tokenPrice"),
      decimals: try TokenDecimals(try input.int("decimals")), rules: .deployed)
    #expect(budget.incentiveRate == (try output.integer("incentiveRate")))
    #expect(budget.fund == (try output.integer("fund")))
    #expect(budget.offeredBid.wad(rounding: .down) == (try output.wad("offeredBid")))
    #expect(budget.fundUSD.wad(rounding: .down) == (try output.wad("fundUsd")))
    #expect(budget.offeredBid >= ExactRational(bid.wad))
    let wanted = try input.integer("emissionPerDay") * ExactInteger(try input.int("days"))
    #expect(budget.emissionCovered >= ExactRational(wanted))
  }

  @Test func `Commission: default when never set, explicit 0 counts, cap above it`() throws {
    let rules = ProtocolProfile.CommissionRules.deployed
    for (stored, effective) in [(nil, 500), (0, 0), (500, 500), (2000, 2000), (9999, 2000)]
      as [(UInt64?, Int)]
    {
      let terms = try CommissionTerms(stored: stored, rules: rules)
      #expect(try terms.effective().value == effective)
    }
    let terms = try CommissionTerms(stored: nil, rules: rules)
    #expect(terms.activationBlock(queuedAt: 100) == 16_482)
    #expect(
      terms.changeSeconds(blockTime: ProtocolProfile.ValidatorSet.documented.blockSeconds)
        == ExactRational(32_764))
    #expect(throws: Fault.self) {
      try CommissionTerms(stored: nil, changeDelay: 16_383, rules: rules)
    }
  }

  @Test func `An empty offer bids nothing, and a rate of 0 never runs dry`() throws {
    func offer(rate: ExactInteger, left: ExactInteger) throws -> IncentiveOffer {
      try IncentiveOffer(
        token: "T", decimals: .eighteen, price: try Price(Wad.one), incentiveRate: rate,
        amountRemaining: left)
    }
    #expect(try offer(rate: 10, left: 0).bid == .zero)
    #expect(try offer(rate: 0, left: 10).runwayDays(emissionPerDay: 1) == nil)
    #expect(try offer(rate: 0, left: 0).runwayDays(emissionPerDay: 1) == .zero)
  }

  @Test func `A third token is refused since PoL Next, and taken before`() throws {
    let offer = try IncentiveOffer(
      token: "T", decimals: .eighteen, price: try Price(Wad.one), incentiveRate: 10,
      amountRemaining: 1000)
    let three = [offer, offer, offer]
    let terms = try CommissionTerms(stored: nil, rules: .deployed)
    #expect(throws: Fault.self) {
      try IncentiveSplit.all(
        for: 1, offers: three, feeRate: .zero, commission: terms, profile: .polNext)
    }
    #expect(
      try IncentiveSplit.all(
        for: 1, offers: three, feeRate: .zero, commission: terms, profile: .bgt
      ).count == 3)
  }

  @Test func `Earnings by hand: 10 tokens a day at 2 USD on 1000 tokens of 5 USD`() throws {
    let offer = try IncentiveOffer(
      token: "T", decimals: .eighteen, price: try Price(Wad(2)), incentiveRate: Wad.scale,
      amountRemaining: 1000 * Wad.scale)
    let market = try IncentiveMarket(
      offers: [offer], emissionPerDay: 10 * Wad.scale, rewardPrice: try Price(Wad(5)),
      feeRate: .zero, commission: try BasisPoints(500))
    let earnings = IncentiveEarnings(market: market, year: .days365, isRefilled: true)
    let yield = try #require(
      try earnings.holderYield(held: 1000 * Wad.scale, price: try Price(Wad(5))))
    // 20 USD a day, 7300 a year, on 5000 USD.
    #expect(yield.gross == (try ExactRational(146, 100)))
    #expect(yield.net == (try ExactRational(1387, 1000)))
    let validator = try earnings.validatorUSDPerYear(share: try ExactRational(1, 2))
    #expect(validator.net == (try ExactRational(365, 2)))
    #expect(
      try earnings.stakerYield(
        staked: 3650 * Wad.scale, decimals: .eighteen, price: try Price(Wad.one))
        == ExactRational(5))
    #expect(try earnings.holderYield(held: 0, price: try Price(Wad.one)) == nil)
    // 1000 tokens of 2 USD remain: 2000 USD in a year, not 7300.
    let funded = IncentiveEarnings(market: market, year: .days365)
    #expect(
      try funded.holderYield(held: 1000 * Wad.scale, price: try Price(Wad(5)))?.gross
        == (try ExactRational(2, 5)))
    #expect(
      try funded.validatorUSDPerYear(share: try ExactRational(1, 2)).net == ExactRational(50))
  }

  @Test(arguments: try AnalyticsVector.cases("incentives", kind: "funded"))
  func `What is funded, and what the auction makes of it, is Python's`(vector: VectorCase) throws {
    let (input, output) = (vector.input, vector.output)
    let offers = try ["A", "B"].map { name in
      try IncentiveOffer(
        token: name, decimals: try TokenDecimals(try input.int("decimals\(name)")),
        price: try input.price("tokenPrice\(name)"),
        incentiveRate: try input.integer("incentiveRate\(name)"),
        amountRemaining: try input.integer("amountRemaining\(name)"))
    }
    let market = try IncentiveMarket(
      offers: offers, emissionPerDay: try input.integer("emissionPerDay"),
      rewardPrice: try input.price("rewardPrice"), feeRate: try input.bps("feeBps"),
      commission: try input.bps("commissionBps"))
    for (shares, suffix) in [
      (market.funded(days: .one), "Day"),
      (IncentiveEarnings(market: market, year: .days365).incentivesPerYear, "Year"),
      (market.remaining, "Remaining"),
    ] {
      #expect(shares.gross.wad(rounding: .down) == (try output.wad("gross" + suffix)))
      #expect(shares.validator.wad(rounding: .down) == (try output.wad("validator" + suffix)))
      #expect(shares.rest.wad(rounding: .down) == (try output.wad("rest" + suffix)))
    }
    let auction = try AuctionEconomics(
      usdPerDay: market.incentiveUSDPerDay.rest, beraPrice: market.rewardPrice,
      payout: try input.integer("payout"), claimMargin: ExactRational(try input.wad("claimMargin")))
    #expect(auction.interval?.wad(rounding: .down) == (try output.wad("interval")))
    #expect(
      auction.bera(for: market.remaining.rest).wad(rounding: .down) == (try output.wad("bera")))
  }
}
