package import Contracts
package import Faults
internal import FixedPoint
package import Quantities
package import Sheets
package import Yields

/// Which value of one input gives a vault a yield.
package struct SolveQuestion: Sendable {
  /// What validators ask for, where an incentive is to attract the emission.
  package struct Market: Sendable {
    /// USD of incentives that the market bids for one whole reward token.
    package let bid: Price
    /// USD for one whole incentive token.
    package let tokenPrice: Price
    package let decimals: TokenDecimals
  }

  /// What to solve for.
  package let unknown: SolveUnknown
  /// The yield to reach.
  package let target: YieldTarget
  /// What is taken from the yield first.
  package let commission: BasisPoints
  /// The value of the stake, in place of its amount and price.
  package let stakeValue: USD?
  /// For how long the emission is to last.
  package let duration: Seconds
  package let market: Market?
  /// When the period may have finished.
  package let time: EvaluationTime
  package let year: YearLength
  package let profile: ProtocolProfile
  /// Whether a vault that nobody stakes in is answered without a value, as one among others, where it
  /// would be a fault alone.
  package var answersNoStake = false

  /// A vault whose unknown may not be known: a stand-in is in its place then.
  package struct Subject: Sendable {
    package let vault: Observed<VaultSnapshot>
    package let knowsUnknown: Bool

    package init(vault: Observed<VaultSnapshot>, knowsUnknown: Bool) {
      self.vault = vault
      self.knowsUnknown = knowsUnknown
    }
  }

  /// The answer for one vault.
  ///
  /// - Throws: a `Fault` where no value of the unknown gives the yield, at the input that prevents it.
  package func sheet(about subject: Subject) throws(Fault) -> Sheet {
    let vault = subject.vault.value
    var equation = VaultEquation(snapshot: vault, year: year, commission: commission)
    if let stakeValue { equation = equation.withStake(worth: stakeValue) }
    let targetAPR = try atTarget { () throws(Fault) in try target.apr() }
    let isEmpty = equation.snapshot.totalSupply.raw.isZero && unknown.input != .totalSupply
    let found =
      answersNoStake && isEmpty
      ? .noStake(unknown.input)
      : try atTarget { () throws(Fault) in try outcome(of: equation, target: targetAPR) }
    let now = time.resolved(for: vault.timestamp)
    let solution = Solution(
      question: self, targetAPR: targetAPR, outcome: found, snapshot: equation.snapshot,
      status: equation.snapshot.status(at: now),
      presentAPR: subject.knowsUnknown
        ? equation.apr(with: .rewardRate, at: vault.rewardRate.raw) : nil,
      presentRaw: subject.knowsUnknown ? presentRaw(in: equation.snapshot) : nil,
      incentive: try budget(for: found))
    var sheet = Sheet(Phrase(solution.title))
    sheet.provenance = subject.vault.provenance
    sheet.warnings = warnings(found, subject, at: now)
    sheet.subject = vault.subject
    sheet.summary = solution.summary(of: vault, sheet.warnings)
    // A tvl is the value itself.
    let tvl = unknown == .tvl ? [] : ["tvlUsd"]
    sheet.summaryColumns = ["name", "value", "apr", "presentApr"] + tvl + ["warnings"]
    solution.append(to: &sheet)
    return sheet
  }

  /// What was found.
  enum Outcome: Sendable {
    case input(VaultSolution)
    case stake(StakeSolution)
    case commission(CommissionSolution)
    /// No value of the unknown, nil for a commission, gives a yield, as nobody stakes.
    case noStake(SolvableInput?)
  }

  private func outcome(
    of equation: VaultEquation, target: APR
  ) throws(Fault) -> Outcome {
    switch unknown {
    case .commission: .commission(try equation.solveCommission(target: target))
    case .tvl, .deposit: .stake(try equation.solveStake(target: target))
    case .rewardRate, .incentive: .input(try equation.solve(for: .rewardRate, target: target))
    case .targetRewardsPerSecond:
      .input(try equation.solve(for: .targetRewardsPerSecond, target: target))
    case .totalSupply: .input(try equation.solve(for: .totalSupply, target: target))
    case .rewardPrice: .input(try equation.solve(for: .rewardPrice, target: target))
    case .stakePrice: .input(try equation.solve(for: .stakePrice, target: target))
    }
  }

  /// Runs a calculation; a fault at its target gets the key that the target was given by.
  private func atTarget<Result>(
    _ body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    do throws(Fault) {
      return try body()
    } catch {
      guard error.place == .input("target") else { throw error }
      if case .apr = target { throw error.at(.input("targetApr")) }
      throw error.at(.input("targetApy"))
    }
  }

  private func presentRaw(in vault: VaultSnapshot) -> ExactInteger? {
    switch unknown.input {
    case .rewardRate, .targetRewardsPerSecond: vault.rewardRate.raw
    case .totalSupply: vault.totalSupply.raw
    case .rewardPrice: vault.rewardPrice.wad.rawValue
    case .stakePrice: vault.stakePrice.wad.rawValue
    case nil: nil
    }
  }

  /// What the vault must offer so that validators send it the emission that the yield needs.
  private func budget(for outcome: Outcome) throws(Fault) -> IncentiveBudget? {
    guard let market else { return nil }
    if case .noStake = outcome { return nil }
    guard unknown.isEmission, case .input(let solution) = outcome else {
      throw Fault(
        .conflict, at: .input("marketBid"), found: "a market bid",
        expected: "an emission to solve for: incentive, rewardRate or targetRewardsPerSecond")
    }
    do throws(Fault) {
      return try IncentiveBudget(
        emission: solution.rewards(for: duration.count), marketBid: market.bid,
        tokenPrice: market.tokenPrice, decimals: market.decimals, rules: profile.rewardVault)
    } catch {
      throw error.renamed(["tokenPrice": "incentivePrice"])
    }
  }
}
