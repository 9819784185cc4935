internal import FixedPoint
internal import Quantities
internal import Yields

/// How long a vault's offers last at the emission that reaches it.
struct Runway: Sendable {
  /// Until the last offer that pays has run dry, exact days.
  let days: ExactRational
  /// Until the first one has, and the bid falls.
  let firstDays: ExactRational

  /// The runway; nil where the emission is not known, nothing is emitted, or no offer pays.
  init?(_ offers: [IncentiveOffer], _ emission: VaultEmission?) {
    guard let emission, !emission.perDay.isZero else { return nil }
    let days = offers.filter { !$0.bid.isZero }.compactMap {
      (try? $0.runwayDays(emissionPerDay: emission.perDay)) ?? nil
    }
    guard let last = days.max(), let first = days.min() else { return nil }
    (self.days, firstDays) = (last, first)
  }

  /// Why there is none: nothing is bid, or what reaches the vault is not known.
  static func absence(_ offers: [IncentiveOffer], _ emission: VaultEmission?) -> String {
    if offers.allSatisfy(\.bid.isZero) { return "no bid" }
    return emission == nil ? "unknown" : "no emission"
  }

  /// Exact seconds.
  var seconds: ExactRational { days * ExactRational(Seconds.day.count) }

  /// When the last offer has run dry, unix seconds, rounded down.
  func end(from time: Timestamp) -> ExactInteger {
    ExactInteger(time.seconds) + seconds.integer(rounding: .down)
  }

  /// When the first one has.
  func firstEnd(from time: Timestamp) -> ExactInteger {
    ExactInteger(time.seconds)
      + (firstDays * ExactRational(Seconds.day.count)).integer(rounding: .down)
  }
}
