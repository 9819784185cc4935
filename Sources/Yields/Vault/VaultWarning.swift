internal import Contracts
internal import FixedPoint
public import Quantities

/// Something about a vault's inputs that is probably not what the user meant, with the evidence.
///
/// The thresholds are not protocol rules but bounds of the plausible; nothing is changed or refused
/// because of them. Each is a mistake that published yields really contain: a `rewardRate` in the
/// wrong scale, wrong decimals of the stake token, a finished period, a price in the wrong scale.
public struct VaultWarning: Hashable, Sendable, CustomStringConvertible {
  /// The kind, stable for programs.
  public let kind: WarningCode
  /// One sentence with the evidence, for people.
  public let evidence: String

  /// The kind and the sentence.
  public var description: String { "\(kind.rawValue): \(evidence)" }

  /// Below 1e-11 tokens a second a vault emits less than a thousandth of a token a year.
  static let implausiblySlow = ExactInteger.powerOfTen(25)
  /// Above 1e6 tokens a second a vault would emit the whole BERA supply within minutes.
  static let implausiblyFast = ExactInteger.powerOfTen(42)
  /// No token costs a trillion dollars.
  static let implausiblePrice = Wad(1_000_000_000_000)
  /// No vault holds ten trillion dollars.
  static let implausibleTVL = Wad(10_000_000_000_000)
  /// Below a dollar a stake is dust: the first deposit changes everything.
  static let dustTVL = Wad(1)
  /// The largest `uint256`.
  static let largestWord = ExactInteger.one.shiftedLeft(by: 256) - 1

  /// Looks at a vault's inputs.
  ///
  /// - Parameters:
  ///   - snapshot: the inputs.
  ///   - convention: the time of evaluation.
  ///   - apr: the APR that follows, if one exists.
  ///   - tvl: the value of the stake.
  /// - Returns: the warnings, in a fixed order.
  public static func all(
    for snapshot: VaultSnapshot, under convention: YieldConvention, apr: APR?, tvl: USD
  ) -> [VaultWarning] {
    [
      rewardRateScale(snapshot), stakeDecimals(snapshot, tvl), priceScale(snapshot),
      beyondUint256(snapshot), period(snapshot, convention), noStake(snapshot),
      yieldBeyondRange(apr),
    ].compactMap(\.self)
  }

  private static func rewardRateScale(_ snapshot: VaultSnapshot) -> VaultWarning? {
    let raw = snapshot.rewardRate.raw
    guard !raw.isZero else { return nil }
    let tokens = snapshot.rewardRate.tokensPerSecond
    let given = "as given, the vault emits \(tokens.shortText()) tokens a second"
    if raw < implausiblySlow {
      let meant = (tokens * ExactRational(Wad.scale)).shortText()
      return VaultWarning(
        kind: .rewardRateScale,
        evidence: "rewardRate looks like 1e18 scale: \(given); "
          + "in 1e18 scale it would be \(meant) a second (multiply by 1e18)")
    }
    guard raw > implausiblyFast else { return nil }
    let meant = (tokens * ExactRational.powerOfTen(-18)).shortText()
    return VaultWarning(
      kind: .rewardRateScale,
      evidence: "rewardRate looks scaled by 1e18 once too often: \(given); "
        + "divided by 1e18 it would be \(meant) a second")
  }

  private static func stakeDecimals(_ snapshot: VaultSnapshot, _ tvl: USD) -> VaultWarning? {
    let supply = snapshot.totalSupply
    guard !supply.raw.isZero else { return nil }
    let isDust = tvl.wad < dustTVL
    guard isDust || tvl.wad > implausibleTVL else { return nil }
    let staked = supply.tokens.shortText()
    let given =
      "with \(supply.decimals) decimals \(staked) tokens worth "
      + "\(ExactRational(tvl.wad).shortText()) USD are staked"
    for count in [6, 8, 18] where count != supply.decimals.count {
      let other = ExactRational(supply.raw) * ExactRational.powerOfTen(-count)
      let value = other * ExactRational(snapshot.stakePrice.wad)
      // Plausible is what a vault may hold: from 100 dollars to ten billion.
      guard value > ExactRational(Wad(100)), value < ExactRational(Wad(10_000_000_000)) else {
        continue
      }
      return VaultWarning(
        kind: .stakeDecimals,
        evidence: "stakeDecimals may be wrong: \(given); with \(count) decimals it would be "
          + "\(other.shortText()) tokens worth \(value.shortText()) USD")
    }
    return isDust
      ? VaultWarning(
        kind: .dustStake, evidence: "the stake is dust: \(given); any deposit dilutes the APR")
      : nil
  }

  private static func priceScale(_ snapshot: VaultSnapshot) -> VaultWarning? {
    let prices = [("rewardPrice", snapshot.rewardPrice), ("stakePrice", snapshot.stakePrice)]
    guard let (name, price) = prices.first(where: { $0.1.wad >= implausiblePrice }) else {
      return nil
    }
    let value = ExactRational(price.wad)
    let meant = (value * ExactRational.powerOfTen(-18)).shortText()
    return VaultWarning(
      kind: .priceScale,
      evidence: "\(name) looks like a raw 1e18 value: as given, one token costs "
        + "\(value.shortText()) USD; prices are decimal text, here perhaps \(meant)")
  }

  private static func beyondUint256(_ snapshot: VaultSnapshot) -> VaultWarning? {
    let raws = [
      ("rewardRate", snapshot.rewardRate.raw), ("totalSupply", snapshot.totalSupply.raw),
    ]
    guard let (name, value) = raws.first(where: { $0.1 > largestWord }) else { return nil }
    return VaultWarning(
      kind: .beyondUint256,
      evidence: "\(name) has \(value.bitWidth) bits: no uint256 holds it, so no contract can have "
        + "returned it; the figures are a hypothetical")
  }

  private static func period(
    _ snapshot: VaultSnapshot, _ convention: YieldConvention
  ) -> VaultWarning? {
    guard let finish = snapshot.periodFinish else {
      return VaultWarning(
        kind: .periodAssumedActive,
        evidence: "no periodFinish is given: the period is taken as active; "
          + "once it has finished the APR is 0")
    }
    guard convention.time >= finish else { return nil }
    let passed = finish.seconds(until: convention.time)
    return VaultWarning(
      kind: .periodExpired,
      evidence: "periodFinish \(finish) passed \(passed) seconds before the evaluation at "
        + "\(convention.time): nothing is emitted any more")
  }

  private static func noStake(_ snapshot: VaultSnapshot) -> VaultWarning? {
    guard snapshot.totalSupply.raw.isZero else { return nil }
    return VaultWarning(
      kind: .noStake,
      evidence: "totalSupply is 0: nobody stakes, so no APR exists and no reward accrues")
  }

  private static func yieldBeyondRange(_ apr: APR?) -> VaultWarning? {
    guard let apr, !Compounding.isStated(apr: apr.wad) else { return nil }
    return VaultWarning(
      kind: .yieldBeyondRange,
      evidence: "an APR of \(ExactRational(apr.wad).shortText()) is above "
        + "\(Compounding.largestStatedAPR.text()), up to which an APY is stated")
  }
}
