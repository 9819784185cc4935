package import FixedPoint
package import Quantities

// Prices, and the decimals that make an amount worth what it is.

extension Plausibility {
  /// A price that is a raw integer: feeds have 6, 8 or 10 decimals, contracts 18.
  package static func price(_ price: Price, _ field: InputKey) -> Warning? {
    self.price(
      price, field.rawValue, limit: field == .stakePrice ? stakePriceLimit : priceLimit)
  }

  /// A price under a key that is no vault's.
  package static func price(
    _ price: Price, _ field: String, limit: ExactInteger = priceLimit
  ) -> Warning? {
    guard price.wad.rawValue >= limit else { return nil }
    let value = ExactRational(price.wad)
    let readings = feedScales.compactMap { scale -> String? in
      let meant = value * .powerOfTen(-scale)
      guard meant >= .powerOfTen(-4), meant <= .powerOfTen(6) else { return nil }
      return "\(meant.shortText(significantDigits: 8)) (raw 1e\(scale))"
    }
    return Warning(
      .priceScale,
      "\(field) looks like a raw integer: as given, one token costs \(value.shortText()) USD; "
        + "prices are decimal text"
        + (readings.isEmpty ? "" : ", here perhaps " + readings.joined(separator: " or ")),
      field: field)
  }

  /// The decimals of a stake token, by what the stake is worth.
  package static func stake(_ stake: TokenAmount, _ price: Price) -> Warning? {
    guard !stake.raw.isZero else { return nil }
    let unit = ExactRational(price.wad)
    let value = stake.tokens * unit
    guard value < leastStake || value > greatestStake else { return nil }
    let given =
      "with \(stake.decimals) decimals \(stake.tokens.shortText()) tokens worth "
      + "\(value.shortText()) USD are staked"
    func reading(_ count: Int) -> String? {
      let tokens = ExactRational(stake.raw) * .powerOfTen(-count)
      guard tokens * unit > leastLikelyStake, tokens * unit < greatestLikelyStake else {
        return nil
      }
      let how = count == 0 ? "in whole tokens" : "with \(count) decimals"
      return
        "\(how) it would be \(tokens.shortText(significantDigits: count == 0 ? 6 : 2)) tokens worth "
        + "\((tokens * unit).shortText()) USD"
    }
    let readings = otherDecimals(than: stake.decimals).compactMap(reading)
    // Without decimals the amount is one of whole tokens, which nobody made base units of.
    let whole = stake.decimals.count == 0 ? nil : reading(0)
    guard readings.isEmpty else {
      return Warning(
        .stakeDecimals,
        "stakeDecimals may be wrong: "
          + ([given] + readings + [whole].compactMap(\.self)).joined(separator: "; "),
        field: .stakeDecimals)
    }
    if let whole {
      return Warning(
        .amountScale,
        "totalSupply looks like whole tokens: \(given); \(whole) (multiply by "
          + "1e\(stake.decimals))", field: .totalSupply)
    }
    guard value < leastStake else {
      let meant = stake.tokens * .powerOfTen(-18)
      return Warning(
        .amountScale,
        "totalSupply looks scaled once too often: \(given), more than any vault holds; divided by "
          + "1e18 it would be \(meant.shortText()) tokens worth \((meant * unit).shortText()) USD",
        field: .totalSupply)
    }
    return Warning(
      .dustStake, "the stake is dust: \(given); any deposit dilutes the APR", field: .totalSupply)
  }

  /// A commission that the protocol would not take whole.
  package static func commission(
    _ rate: BasisPoints, cap: UInt64, _ field: String, of name: String = ""
  ) -> Warning? {
    guard UInt64(rate.value) > cap else { return nil }
    return Warning(
      .commissionCap,
      "the commission\(name.isEmpty ? "" : " on \(name)") is \(rate), above the protocol's cap of "
        + "\(cap) bps", field: field)
  }

  /// The decimals of an incentive token, by what an offer bids for a reward token.
  package static func offer(_ offer: IncentiveOffer) -> Warning? {
    let bid = offer.usd(of: offer.incentiveRate)
    guard !bid.isZero, bid < .powerOfTen(-6) || bid > .powerOfTen(6) else { return nil }
    let whole = ExactRational(offer.incentiveRate) * ExactRational(offer.price.wad)
    let readings = otherDecimals(than: offer.decimals).compactMap { count -> String? in
      let meant = whole * .powerOfTen(-count)
      guard meant >= .powerOfTen(-4), meant <= .powerOfTen(4) else { return nil }
      return "with \(count) decimals it would be \(meant.shortText()) USD"
    }
    guard !readings.isEmpty else { return nil }
    let given =
      "with \(offer.decimals) decimals \(offer.token) bids \(bid.shortText()) USD for a reward token"
    return Warning(
      .tokenDecimals, "tokenDecimals may be wrong: " + ([given] + readings).joined(separator: "; "),
      field: "tokenDecimals")
  }

  /// What decimals there usually are, the nearest first: they change the amount least.
  private static func otherDecimals(than given: TokenDecimals) -> [Int] {
    usualDecimals.filter { $0 != given.count }
      .sorted { abs($0 - given.count) < abs($1 - given.count) }
  }
}
