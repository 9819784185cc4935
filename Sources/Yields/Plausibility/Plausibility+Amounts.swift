package import FixedPoint
package import Quantities

// Raw integers: the scale of rates, wei or whole tokens, and what no word of a contract holds.

extension Plausibility {
  /// A raw integer that no `uint256` holds.
  package static func word(_ raw: ExactInteger, _ field: String) -> Warning? {
    guard raw > largestWord else { return nil }
    return Warning(
      .beyondUint256,
      "\(field) has \(raw.bitWidth) bits: no uint256 holds it, so no contract can have returned it; "
        + "the figures are a hypothetical", field: field)
  }

  /// The scale of a reward rate, 1e36 for a token a second.
  package static func rate(_ rate: RewardRate, _ field: InputKey) -> Warning? {
    guard !rate.raw.isZero, rate.raw < leastRate || rate.raw > greatestRate else { return nil }
    let tokens = rate.tokensPerSecond
    // Scales lie 1e18 apart, so that at most one of them makes the rate likely.
    let scales: [(exponent: Int, looks: String, reading: String)] = [
      (18, "looks like 1e18 scale", "in 1e18 scale"),
      (36, "looks like whole tokens", "in whole tokens"),
      (-18, "looks scaled by 1e18 once too often", "divided by 1e18"),
    ]
    let scale = scales.first { scale in
      let meant = tokens * .powerOfTen(scale.exponent)
      return meant >= leastLikelyRate && meant <= greatestLikelyRate
    }
    let looks =
      scale?.looks ?? "is implausibly \(rate.raw < leastRate ? "small" : "large")"
    let given =
      "\(field.rawValue) \(looks): as given, the vault emits \(tokens.shortText()) tokens per second"
    guard let scale else { return Warning(.rewardRateScale, given, field: field) }
    let meant = (tokens * .powerOfTen(scale.exponent)).shortText()
    let how = scale.exponent > 0 ? " (multiply by 1e\(scale.exponent))" : ""
    return Warning(
      .rewardRateScale, "\(given); \(scale.reading) it would be \(meant) per second\(how)",
      field: field)
  }

  /// An amount of a token of 18 decimals: wei or whole tokens.
  package static func amount(
    _ raw: ExactInteger, _ field: String, of token: String = "BERA"
  ) -> Warning? {
    if let warning = word(raw, field) { return warning }
    guard !raw.isZero, raw < leastAmount || raw > greatestAmount else { return nil }
    let tokens = TokenDecimals.eighteen.tokens(raw)
    guard raw < leastAmount else {
      let meant = (tokens * .powerOfTen(-18)).shortText(significantDigits: 6)
      return Warning(
        .amountScale,
        "\(field) looks scaled by 1e18 once too often: as given it is \(tokens.shortText()) "
          + "\(token); divided by 1e18 it would be \(meant) \(token)", field: field)
    }
    return Warning(
      .amountScale,
      "\(field) looks like whole tokens: as given it is \(tokens.shortText()) \(token); multiplied "
        + "by 1e18 it would be \(raw) \(token)", field: field)
  }
}
