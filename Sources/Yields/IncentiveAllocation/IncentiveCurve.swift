internal import FixedPoint
internal import Quantities

/// What one vault's offers pay over the horizon, as a function of the steps of weight it is given.
///
/// An offer of rate r with A base units left is empty at an emission of C = A * 1e18 / r. With e of this
/// validator's emission and O of the others', it pays r * e / 1e18 up to e + O = C, and A * e / (e + O)
/// from there on: all drain it in proportion. Both are one concave function of e, and so is their sum
/// over the offers. Values are in units of 1 / `scale` US dollars, exact.
struct IncentiveCurve: Sendable {
  /// Steps over which no offer changes from the one form to the other.
  private struct Segment {
    /// The last step of it.
    let end: Int
    /// What the offers that last pay for each step.
    let perStep: ExactInteger
    /// What the offers that are emptied have left, all together.
    let emptied: ExactInteger
  }

  private let segments: [Segment]
  /// Emission of one step, ten-thousandths of a wei.
  private let step: ExactInteger
  /// The others' emission, ten-thousandths of a wei.
  private let others: ExactInteger

  /// Ten-thousandths of a wei, times the scale of rates.
  private static let rateScale = ExactInteger.powerOfTen(4 + Wad.fractionDigits)

  /// Units of a curve's values for one US dollar, where no offer's token has more decimals.
  static func scale(decimals: Int) -> ExactInteger {
    rateScale * .powerOfTen(Wad.fractionDigits + decimals)
  }

  /// The curve of a vault.
  ///
  /// - Parameters:
  ///   - offers: what the vault offers.
  ///   - emission: wei of the whole allocation over the horizon.
  ///   - others: wei of the others to this vault over the horizon.
  ///   - basisPoints: the weight of one step.
  ///   - decimals: the most decimals of any offer's token, of all vaults.
  init(
    _ offers: [IncentiveOffer], emission: ExactInteger, others: ExactInteger, basisPoints: Int,
    decimals: Int
  ) {
    step = emission * ExactInteger(basisPoints)
    self.others = others * .powerOfTen(4)
    var paying: [(last: Int, perStep: ExactInteger, left: ExactInteger)] = []
    for offer in offers where !offer.bid.isZero && !step.isZero {
      let price = offer.price.wad.rawValue * .powerOfTen(decimals - offer.decimals.count)
      let left = offer.amountRemaining * Self.rateScale
      // The steps of which all emission, the others' too, is within C.
      let room = left - offer.incentiveRate * self.others
      let last = room.divided(byNonZero: offer.incentiveRate * step, rounding: .down)
      paying.append(
        (
          room.isNegative ? 0 : Int(exactly: last) ?? .max, price * offer.incentiveRate * step,
          price * left
        ))
    }
    var ends = Set(paying.map(\.last)).sorted()
    if ends.last != .max { ends.append(.max) }
    segments = ends.map { end in
      Segment(
        end: end,
        perStep: paying.filter { $0.last >= end }.reduce(0) { $0 + $1.perStep },
        emptied: paying.filter { $0.last < end }.reduce(0) { $0 + $1.left })
    }
  }

  /// The value of so many steps.
  func value(of steps: Int) -> UnreducedFraction {
    guard steps > 0 else { return .zero }
    let segment = segment(of: steps)
    let linear = segment.perStep * ExactInteger(steps)
    guard !segment.emptied.isZero else { return UnreducedFraction(linear) }
    guard !others.isZero else { return UnreducedFraction(linear + segment.emptied) }
    let own = step * ExactInteger(steps)
    return UnreducedFraction(linear * (own + others) + segment.emptied * own, over: own + others)
  }

  /// What one step more is worth.
  func marginal(after steps: Int) -> UnreducedFraction {
    let segment = segment(of: steps + 1)
    // An empty start is within any segment, unless all of an offer goes to the first step.
    let isWithin = steps > 0 ? self.segment(of: steps).end == segment.end : !others.isZero
    guard isWithin || segment.emptied.isZero && steps == 0 else {
      return value(of: steps + 1) - value(of: steps)
    }
    guard !segment.emptied.isZero, !others.isZero else {
      return UnreducedFraction(segment.perStep)
    }
    // x / (x + O) grows by step * O / ((x + O) (x + step + O)).
    let before = step * ExactInteger(steps) + others
    let product = before * (before + step)
    return UnreducedFraction(
      segment.perStep * product + segment.emptied * step * others, over: product)
  }

  /// How many steps are worth more than a price each, or as much.
  ///
  /// Values of steps fall from one to the next, so those steps are the first ones.
  ///
  /// - Parameters:
  ///   - price: the price.
  ///   - range: where the answer is known to be.
  ///   - isIncluded: whether steps that are worth the price itself count.
  /// - Returns: the count.
  func steps(
    above price: UnreducedFraction, in range: ClosedRange<Int>, orEqual isIncluded: Bool = false
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let marginal = marginal(after: middle)
      if marginal > price || isIncluded && marginal == price {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func segment(of steps: Int) -> Segment {
    for segment in segments where steps <= segment.end { return segment }
    preconditionFailure("the last segment has no end")
  }
}
