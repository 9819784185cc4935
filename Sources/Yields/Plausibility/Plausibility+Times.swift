internal import Contracts
package import FixedPoint
package import Quantities

// Periods, durations and runways.

extension Plausibility {
  /// A period that has finished, that ends far away, or that is not known.
  package static func period(_ finish: Timestamp?, at time: Timestamp) -> Warning? {
    guard let finish else {
      return Warning(
        .periodAssumedActive,
        "no periodFinish is given, so the period is assumed active; once it has finished the APR is 0",
        field: .periodFinish)
    }
    guard time < finish else {
      let passed = finish.seconds(until: time)
      return Warning(
        .periodExpired,
        "periodFinish \(finish.date) passed \(passed.span) before the evaluation at \(time.date): "
          + "nothing is emitted any more", field: .periodFinish)
    }
    return farPeriod(finish, at: time)
  }

  /// A period that ends later than a contract usually sets.
  package static func farPeriod(_ finish: Timestamp, at time: Timestamp) -> Warning? {
    let left = time.seconds(until: finish)
    guard left > longestPeriod else { return nil }
    let rules = ProtocolProfile.RewardVaultRules.deployed
    let (shortest, longest) = (
      rules.minRewardDuration / Seconds.day.count, rules.maxRewardDuration / Seconds.day.count
    )
    return Warning(
      .periodFar,
      "the period ends in \(left.span); a contract sets \(shortest) to \(longest) d, longer only in "
        + "target-rate mode", field: .periodFinish)
  }

  /// A duration, in whole seconds, that nothing lives to see.
  package static func duration(_ seconds: ExactInteger, _ field: String?) -> Warning? {
    span(ExactRational(seconds), what: "the duration", field)
  }

  /// A runway in days that nothing lives to see.
  package static func runway(_ days: ExactRational, of token: String) -> Warning? {
    span(
      days * ExactRational(ExactInteger(Seconds.day.count)), what: "the runway of \(token)",
      "amountRemaining")
  }

  private static func span(
    _ seconds: ExactRational, what: String, _ field: String?
  ) -> Warning? {
    guard seconds > ExactRational(ExactInteger(century.count)) else { return nil }
    let years = seconds.divided(byNonZero: ExactRational(ExactInteger(longestPeriod.count)))
    return Warning(
      .beyondCentury, "\(what) is \(years.shortText()) years, longer than anything that runs",
      field: field)
  }
}
