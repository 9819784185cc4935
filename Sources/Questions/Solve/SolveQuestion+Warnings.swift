internal import Contracts
internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

// What looks wrong about the inputs that are given, and about the solution.

extension SolveQuestion {
  func warnings(_ outcome: Outcome, _ subject: Subject, at time: Timestamp) -> [Warning] {
    let vault = subject.vault.value
    var warnings = doubts(about: vault, known: known(of: subject))
    if let finish = vault.periodFinish {
      warnings += [Plausibility.farPeriod(finish, at: time)].compactMap(\.self)
    }
    if !vault.isActive(at: time), let finish = vault.periodFinish {
      warnings.append(
        Warning(
          .periodExpired,
          "periodFinish \(finish.date) has passed at \(time.date): the APR is 0 until the next "
            + "notification; solved as if the period ran", field: .periodFinish))
    }
    let cap = profile.commission.maxRate
    warnings += [Plausibility.commission(commission, cap: cap, "commission")].compactMap(\.self)
    switch outcome {
    case .input(let solution):
      if solution.raw > Plausibility.largestWord {
        warnings.append(
          Warning(
            .beyondUint256,
            "the solution has \(solution.raw.bitWidth) bits, more than a uint256",
            field: unknown.rawValue))
      }
      if unknown == .targetRewardsPerSecond { warnings.append(targetWarning(solution, vault)) }
    case .commission(let solution):
      warnings += [Plausibility.commission(solution.commission, cap: cap, "commission")]
        .compactMap(\.self)
    case .noStake: warnings.append(Plausibility.noStake)
    case .stake: break
    }
    return warnings + [unstatedYield(outcome)].compactMap(\.self)
  }

  /// An APY is asked for whose APR is so high that the answer states none.
  private func unstatedYield(_ outcome: Outcome) -> Warning? {
    if case .apr = target { return nil }
    switch outcome {
    case .input(let solution): return Plausibility.statedAPR(solution.apr)
    case .commission(let solution): return Plausibility.statedAPR(solution.net)
    case .stake, .noStake: return nil
    }
  }

  /// A target is only reached while the undistributed rewards last at least the shortest duration.
  private func targetWarning(_ solution: VaultSolution, _ vault: VaultSnapshot) -> Warning {
    let shortest = profile.rewardVault.minRewardDuration
    let needed = solution.rewards(for: shortest)
    var text =
      "the rate reaches the target only from \(Wad(raw: needed).text()) tokens to distribute on "
      + "(\(Seconds(shortest).span) at the target); below that it is their amount over \(Seconds(shortest).span)"
    if let waiting = vault.undistributedRewards {
      let enough = waiting >= solution.raw * ExactInteger(shortest)
      text +=
        "; \(waiting.decimalText(places: 36)) tokens wait, \(enough ? "enough" : "not enough") for it"
    }
    return Warning(.targetRate, text, field: .targetRate)
  }

  /// The inputs that are given: neither the unknown nor what stands in for a stake's value.
  private func known(of subject: Subject) -> Plausibility.Known {
    var known = Plausibility.Known.everything
    if stakeValue != nil { known.subtract([.totalSupply, .stakePrice]) }
    guard !subject.knowsUnknown else { return known }
    switch unknown.input {
    case .rewardRate, .targetRewardsPerSecond: known.remove(.rewardRate)
    case .totalSupply: known.remove(.totalSupply)
    case .rewardPrice: known.remove(.rewardPrice)
    case .stakePrice: known.remove(.stakePrice)
    case nil: break
    }
    return known
  }

  private func doubts(about vault: VaultSnapshot, known: Plausibility.Known) -> [Warning] {
    var warnings = Plausibility.inputs(of: vault, known: known)
    if known == .everything, let apr = vault.apr(status: .active, year: year) {
      warnings += [Plausibility.exchangedPrices(of: vault, apr: apr, year: year)]
        .compactMap(\.self)
    }
    if let market {
      warnings += [
        Plausibility.price(market.bid, "marketBid"),
        Plausibility.price(market.tokenPrice, "incentivePrice"),
      ].compactMap(\.self)
    }
    return warnings
  }
}
