internal import FixedPoint
internal import Contracts
internal import Yields
internal import Quantities
internal import Faults

/// What `solve` is asked, as the user wrote it.
package struct SolveQuestion: Sendable {
  /// What to solve for.
  package var unknown: Field
  /// The APR to reach.
  package var targetAPR: Field?
  /// The APY to reach, in place of an APR.
  package var targetAPY: Field?
  /// Compoundings a year of the APY: a number, or `continuous`.
  package var compounding: Field?
  /// What is taken from the yield first.
  package var commission: Field?
  /// The value of the stake, in place of its amount and price.
  package var tvl: Field?
  /// For how many days the emission is to last.
  package var days: Field?
  /// The incentive market: USD for one reward token, and the incentive token's price and decimals.
  package var marketBid: Field?
  package var incentivePrice: Field?
  package var incentiveDecimals: Field?

  /// Starts with what to solve for.
  package init(unknown: Field) {
    self.unknown = unknown
  }

  /// The yield to reach.
  func target(notes: inout InputNotes) throws(Fault) -> YieldTarget {
    switch (targetAPR, targetAPY) {
    case (let field?, nil):
      guard compounding == nil else {
        throw Fault(
          .invalidValue, at: .option("--compounding"), found: "an APR to reach",
          expected: "--target-apy with it, since an APR does not compound")
      }
      return .apr(APR(try field.positiveFraction("an APR to reach", notes: &notes)))
    case (nil, let field?):
      let apy = APY(try field.positiveFraction("an APY to reach", notes: &notes))
      guard let compounding else { return .apy(apy, periodsPerYear: 365) }
      if compounding.text == "continuous" { return .continuousAPY(apy) }
      let periods = try compounding.integer(
        "\"continuous\" or a number of compoundings a year", in: 1...31_536_000)
      return .apy(apy, periodsPerYear: periods)
    case (nil, nil), (_?, _?):
      throw Fault(
        .invalidValue, at: .option("--target-apr"),
        found: targetAPR == nil ? "no target" : "two targets",
        expected: "a yield to reach: --target-apr 0.5 (or 50%), or --target-apy")
    }
  }

  /// The part of the yield that is taken first.
  func commissionShare(for unknown: SolveUnknown) throws(Fault) -> BasisPoints {
    guard let commission else { return .zero }
    guard unknown != .commission else {
      throw commission.error(
        expected: "no --commission with --for commission, which is what is solved for")
    }
    return try commission.basisPoints("a commission")
  }

  /// The value of the stake, where it is given so.
  func stakeValue(
    for unknown: SolveUnknown, notes: inout InputNotes
  ) throws(Fault) -> USD? {
    guard let tvl else { return nil }
    guard unknown.takesTVL else {
      throw tvl.error(expected: "no --tvl with --for \(unknown.rawValue), which concerns the stake")
    }
    let value = try tvl.decimal("the value of the stake in USD", notes: &notes)
    guard value.signum > 0 else { throw tvl.error(expected: "a value of the stake above 0") }
    return USD(unchecked: value)
  }

  /// For how long the emission is to last: 7 days, the contract's own duration, unless given.
  func duration(_ profile: ProtocolProfile) throws(Fault) -> Seconds {
    guard let days else { return Seconds(profile.rewardVault.initialRewardsDuration) }
    let count = try days.integer("a number of days", in: 1...36_500)
    return Seconds(UInt64(count) * ProtocolProfile.secondsPerDay)
  }
}

extension SnapshotFields {
  /// These values with stand-ins for what the question does not need, so that the rest can be read.
  ///
  /// - Parameters:
  ///   - unknown: what is solved for.
  ///   - hasTVL: whether the stake is given by its value.
  /// - Returns: the values, and whether the unknown itself was among them.
  func completed(
    for unknown: SolveUnknown, hasTVL: Bool
  ) -> (fields: SnapshotFields, knowsUnknown: Bool) {
    var fields = self
    func standIn(_ key: String) -> Field { Field(option: Self.option(for: key), text: "1") }
    let given: Field?
    switch unknown.input {
    case .rewardRate, .targetRewardsPerSecond:
      given = rewardRate
      fields.rewardRate = rewardRate ?? standIn("rewardRate")
    case .totalSupply where unknown != .deposit:
      given = totalSupply
      fields.totalSupply = totalSupply ?? standIn("totalSupply")
      if unknown == .tvl { fields.stakePrice = stakePrice ?? standIn("stakePrice") }
    case .rewardPrice:
      given = rewardPrice
      fields.rewardPrice = rewardPrice ?? standIn("rewardPrice")
    case .stakePrice:
      given = stakePrice
      fields.stakePrice = given ?? standIn("stakePrice")
    case .totalSupply, nil: given = totalSupply
    }
    if hasTVL {
      fields.totalSupply = totalSupply ?? standIn("totalSupply")
      fields.stakePrice = stakePrice ?? standIn("stakePrice")
    }
    return (fields, given != nil)
  }
}
