package import FixedPoint
package import Quantities

/// What inputs and figures plausibly are: the one set of rules behind every warning.
///
/// A rule is a function of typed values, and nothing is changed or refused because of one. Its bounds
/// stand here as exact numbers and, for readers, in `WarningCode.rule`. Rows and points by the million
/// use the same bounds on machine words.
package enum Plausibility {
  /// The least reward rate that is not 0: 1e-11 tokens a second, less than a thousandth of one a year.
  package static let leastRate = ExactInteger.powerOfTen(25)
  /// The greatest reward rate: 1e6 tokens a second, the whole supply of BERA within minutes.
  package static let greatestRate = ExactInteger.powerOfTen(42)
  /// Another scale explains a rate that would then be at least 1e-9 tokens a second.
  package static let leastLikelyRate = ExactRational.powerOfTen(-9)
  /// And at most 1e4 tokens a second.
  package static let greatestLikelyRate = ExactRational.powerOfTen(4)
  /// The least amount of a token of 18 decimals that is not 0: a millionth of a token.
  package static let leastAmount = ExactInteger.powerOfTen(12)
  /// The greatest amount of such a token: a trillion.
  package static let greatestAmount = ExactInteger.powerOfTen(30)
  /// A token costs less than a million USD.
  package static let priceLimit = ExactInteger.powerOfTen(24)
  /// A stake token costs less than 100 million USD: an LP token of two stable coins, of 6 and 18
  /// decimals, costs some 2 million.
  package static let stakePriceLimit = ExactInteger.powerOfTen(26)
  /// Below a dollar a stake is dust: the first deposit changes everything.
  package static let leastStake = ExactRational(1)
  /// No vault holds ten trillion dollars.
  package static let greatestStake = ExactRational.powerOfTen(13)
  /// Other decimals explain a stake that would then be worth more than that.
  package static let leastLikelyStake = ExactRational(100)
  /// And less than that.
  package static let greatestLikelyStake = ExactRational.powerOfTen(10)
  /// The decimals that tokens usually have.
  package static let usualDecimals = [6, 8, 18]
  /// The scales in which feeds and contracts give prices.
  package static let feedScales = [6, 8, 10, 18]
  /// The least APR: 0.0001 %.
  package static let leastAPR = Wad(raw: ExactInteger.powerOfTen(12))
  /// The greatest APR: 10,000 %.
  package static let greatestAPR = Wad(100)
  /// Exchanged prices explain an APR that would then be at least 0.1 %.
  package static let leastLikelyAPR = Wad(raw: ExactInteger.powerOfTen(15))
  /// And at most 1,000 %.
  package static let greatestLikelyAPR = Wad(10)
  /// A period ends within a year.
  package static let longestPeriod = Seconds(365 * Seconds.day.count)
  /// What runs ends within 100 years of 365 days.
  package static let century = Seconds(36_500 * Seconds.day.count)
  /// A pool's share is worth half of a BERA at least, for no slashing took that away.
  package static let leastSharePrice = ExactRational(ExactInteger(1), overNonZero: ExactInteger(2))
  /// And ten BERA at most, for which rewards need decades.
  package static let greatestSharePrice = ExactRational(10)
  /// The largest `uint256`.
  package static let largestWord = InputBounds.largestWord
}
