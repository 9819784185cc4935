package import FixedPoint
package import Contracts
package import Yields
package import Quantities
package import Faults

/// The answer to a ``SolveQuestion`` about one vault.
package struct SolveAnswer: Sendable {
  /// What was found.
  package enum Outcome: Sendable {
    case input(VaultSolution)
    case stake(StakeSolution)
    case commission(CommissionSolution)
  }

  package let unknown: SolveUnknown
  package let target: YieldTarget
  /// The APR that reaches the target.
  package let targetAPR: APR
  package let outcome: Outcome
  /// The vault as given; stand-ins where something was not.
  package let snapshot: VaultSnapshot
  package let year: YearLength
  package let commission: BasisPoints
  /// The APR of the vault as given, net of the commission; nil where not all inputs are given.
  package let presentAPR: APR?
  /// The present value of the unknown, where it is given.
  package let presentRaw: ExactInteger?
  /// For how long the emission is to last.
  package let duration: Seconds
  /// What attracts the emission, where the market's bid is given.
  package let incentive: IncentiveBudget?
  /// What to know beside the answer, one sentence each.
  package let warnings: [String]

  /// Solves.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - fields: the vault's inputs; that of the unknown may be missing.
  ///   - convention: year, and the time at which the period may have finished.
  ///   - time: the time asked for, if any.
  ///   - profile: the protocol's rules.
  ///   - notes: where the input's peculiarities are reported.
  /// - Throws: `Fault`.
  package init(
    to question: SolveQuestion, about fields: SnapshotFields, convention: YieldConvention,
    time: Timestamp?, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) {
    let unknown = try SolveUnknown(question.unknown)
    let stakeValue = try question.stakeValue(for: unknown, notes: &notes)
    let target = try question.target(notes: &notes)
    let commission = try question.commissionShare(for: unknown)
    let completed = fields.completed(for: unknown, hasTVL: stakeValue != nil)
    let vault = try completed.fields.snapshot(notes: &notes)
    var equation = VaultEquation(snapshot: vault, year: convention.year, commission: commission)
    if let stakeValue { equation = equation.withStake(worth: stakeValue) }

    self.unknown = unknown
    self.target = target
    self.commission = commission
    snapshot = equation.snapshot
    year = convention.year
    duration = try question.duration(profile)
    do {
      targetAPR = try target.apr()
      outcome = try Self.outcome(of: unknown, equation, target: targetAPR)
    } catch {
      throw Self.located(error, question, fields)
    }
    presentAPR =
      completed.knowsUnknown ? equation.apr(with: .rewardRate, at: vault.rewardRate.raw) : nil
    presentRaw = completed.knowsUnknown ? Self.raw(of: unknown, in: equation.snapshot) : nil
    incentive = try Self.budget(
      question, unknown, outcome, duration: duration, profile: profile, notes: &notes)
    warnings = Self.warnings(
      unknown, outcome, vault, at: time ?? vault.timestamp ?? convention.time, profile)
  }

  private static func outcome(
    of unknown: SolveUnknown, _ equation: VaultEquation, target: APR
  ) throws(Fault) -> Outcome {
    switch unknown {
    case .commission: .commission(try equation.solveCommission(target: target))
    case .tvl, .deposit: .stake(try equation.solveStake(target: target))
    case .rewardRate, .targetRewardsPerSecond, .totalSupply, .rewardPrice, .stakePrice, .incentive:
      .input(try equation.solve(for: unknown.input ?? .rewardRate, target: target))
    }
  }

  private static func raw(of unknown: SolveUnknown, in vault: VaultSnapshot) -> ExactInteger? {
    switch unknown.input {
    case .rewardRate, .targetRewardsPerSecond: vault.rewardRate.raw
    case .totalSupply: vault.totalSupply.raw
    case .rewardPrice: vault.rewardPrice.wad.rawValue
    case .stakePrice: vault.stakePrice.wad.rawValue
    case nil: nil
    }
  }

  /// Points at the value that makes an equation unsolvable.
  private static func located(
    _ fault: Fault, _ question: SolveQuestion, _ fields: SnapshotFields
  ) -> Fault {
    let place: Place?
    switch fault.place?.member {
    case "target": place = (question.targetAPR ?? question.targetAPY ?? question.unknown).place
    case "rewardRate": place = fields.rewardRate?.place
    case "totalSupply": place = fields.totalSupply?.place
    case "rewardPrice": place = fields.rewardPrice?.place
    case "stakePrice": place = fields.stakePrice?.place
    default: place = nil
    }
    return fault.at(
      place ?? .option(SnapshotFields.option(for: fault.place?.member ?? "target")))
  }

  private static func warnings(
    _ unknown: SolveUnknown, _ outcome: Outcome, _ vault: VaultSnapshot, at time: Timestamp,
    _ profile: ProtocolProfile
  ) -> [String] {
    var warnings: [String] = []
    if !vault.isActive(at: time), let finish = vault.periodFinish {
      warnings.append(
        "periodExpired: periodFinish \(finish) has passed at \(time): the APR is 0 until the next "
          + "notification; solved as if the period ran")
    }
    switch outcome {
    case .input(let solution):
      let largest = ExactInteger.one.shiftedLeft(by: 256) - 1
      if solution.raw > largest {
        warnings.append(
          "beyondUint256: the solution has \(solution.raw.bitWidth) bits, more than a uint256")
      }
      warnings += targetWarnings(unknown, solution, vault, profile)
    case .commission(let solution):
      let cap = profile.commission.maxRate
      if UInt64(solution.commission.value) > cap {
        warnings.append(
          "commissionCap: the protocol caps a commission at \(cap) bps; at the cap stakers keep more"
        )
      }
    case .stake: break
    }
    return warnings
  }

  /// A target is only reached while the undistributed rewards last at least the shortest duration.
  private static func targetWarnings(
    _ unknown: SolveUnknown, _ solution: VaultSolution, _ vault: VaultSnapshot,
    _ profile: ProtocolProfile
  ) -> [String] {
    guard unknown == .targetRewardsPerSecond else { return [] }
    let shortest = profile.rewardVault.minRewardDuration
    let needed = solution.rewards(for: shortest)
    var text =
      "targetRate: the rate reaches the target only from \(Wad(raw: needed).text()) tokens to "
      + "distribute on (\(shortest) s at the target); below that it is their amount over "
      + "\(shortest) s"
    if let waiting = vault.undistributedRewards {
      let enough = waiting >= solution.raw * ExactInteger(shortest)
      text +=
        "; \(waiting.decimalText(places: 36)) tokens wait, \(enough ? "enough" : "not enough") for it"
    }
    return [text]
  }
}
