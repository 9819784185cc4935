internal import FixedPoint
package import Quantities

// Notifications: what they bring, and what they make of the running period.

extension Plausibility {
  /// A notification that lowers the rate of a period that still runs.
  package static func lowering(
    _ running: EmissionPeriod, to rate: RewardRate, at time: Timestamp
  ) -> Warning? {
    guard running.periodFinish > ExactInteger(time.seconds), running.rewardRate > rate else {
      return nil
    }
    let before = ExactRational(running.rewardRate.raw)
    let part = (before - ExactRational(rate.raw)).divided(byNonZero: before)
    let percent = (part * ExactRational(100)).shortText(significantDigits: 6)
    return Warning(
      .rateLowered,
      "the notification lowers the running rate by \(percent) %, from \(running.rewardRate) to "
        + "\(rate)", field: .reward)
  }
}
