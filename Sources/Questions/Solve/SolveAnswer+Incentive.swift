internal import FixedPoint
internal import Contracts
internal import Yields
internal import Quantities
internal import Faults

// What a vault must offer so that validators send it the emission that a yield needs.

extension SolveAnswer {
  /// The incentive budget, where the question gives the market's bid.
  static func budget(
    _ question: SolveQuestion, _ unknown: SolveUnknown, _ outcome: Outcome, duration: Seconds,
    profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> IncentiveBudget? {
    guard let bidField = question.marketBid else {
      guard unknown != .incentive else {
        throw Fault(
          .invalidValue, at: .option("--market-bid"), found: "nothing",
          expected: "USD of incentives that the market bids for one whole reward token",
          hint: "for example 0.6 of the reward price; berayield incentives prints a vault's own bid"
        )
      }
      return nil
    }
    guard unknown.isEmission, case .input(let solution) = outcome else {
      throw bidField.error(
        expected: "--for incentive, rewardRate or targetRewardsPerSecond with a market bid")
    }
    guard let priceField = question.incentivePrice else {
      throw Fault(
        .invalidValue, at: .option("--incentive-price"), found: "nothing",
        expected: "USD for one whole incentive token")
    }
    let bid = try bidField.price(notes: &notes)
    let price = try priceField.price(notes: &notes)
    let decimals = try question.incentiveDecimals?.tokenDecimals() ?? .eighteen
    do {
      return try IncentiveBudget(
        emissionPerDay: solution.rewards(for: ProtocolProfile.secondsPerDay), marketBid: bid,
        tokenPrice: price, decimals: decimals,
        days: Int(clamping: duration.count / ProtocolProfile.secondsPerDay),
        rules: profile.rewardVault)
    } catch {
      throw bidField.error(expected: "\(error)")
    }
  }
}
