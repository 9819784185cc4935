internal import Contracts
internal import FixedPoint
internal import Quantities
internal import YieldKernels

/// How an APR follows from its inputs, step by step, so that a reader can check it by hand.
public struct VaultDerivation: Sendable {
  /// One input: what it is called, its raw value, and what that means.
  public struct Input: Hashable, Sendable {
    /// Its letter in the formulas.
    public let symbol: String
    /// Its name on chain, or in the tool.
    public let name: String
    /// As the contract or the user wrote it.
    public let raw: String
    /// Unit and scale of the raw value.
    public let unit: String
    /// The same in plain units, exactly.
    public let meaning: String
    /// The getter that answers the raw value, the same in both eras; nil for what is on no chain.
    public let getter: String?

    init(
      symbol: String, name: String, raw: String, unit: String, meaning: String,
      getter: String? = nil
    ) {
      self.symbol = symbol
      self.name = name
      self.raw = raw
      self.unit = unit
      self.meaning = meaning
      self.getter = getter
    }
  }

  /// One step: a formula and its exact value.
  public struct Step: Hashable, Sendable {
    /// What the step yields.
    public let name: String
    /// How, in the letters of the inputs.
    public let formula: String
    /// The exact value.
    public let value: String
    /// What to know about the step, for example where it rounds.
    public let remark: String?
  }

  /// What the derivation starts from.
  public let inputs: [Input]
  /// The steps, in order.
  public let steps: [Step]
}

extension VaultReport {
  /// The derivation of this report's APR.
  public var derivation: VaultDerivation {
    VaultDerivation(inputs: derivationInputs, steps: activitySteps + aprSteps + valueSteps)
  }

  private var derivationInputs: [VaultDerivation.Input] {
    let supply = snapshot.totalSupply
    return [
      .init(
        symbol: "R", name: "rewardRate", raw: snapshot.rewardRate.description,
        unit: "1e36 = 1 token/s",
        meaning: "\(snapshot.rewardRate.tokensPerSecondText) \(rewards) per second",
        getter: "RewardVault.rewardRate()"),
      .init(
        symbol: "F", name: "periodFinish", raw: snapshot.periodFinish?.description ?? "not given",
        unit: "unix seconds",
        meaning: finishMeaning, getter: "RewardVault.periodFinish()"),
      .init(
        symbol: "S", name: "totalSupply", raw: supply.raw.description,
        unit: "1e\(supply.decimals) = 1 token", meaning: "\(supply.tokensText) tokens staked",
        getter: "RewardVault.totalSupply()"),
      .init(
        symbol: "d", name: "stakeDecimals", raw: supply.decimals.description, unit: "decimals",
        meaning: "one token is 10^\(supply.decimals) base units",
        getter: "RewardVault.stakeToken().decimals()"),
      .init(
        symbol: "Pr", name: "rewardPrice", raw: snapshot.rewardPrice.wad.rawValue.description,
        unit: "1e18 = 1 USD", meaning: "\(snapshot.rewardPrice) USD per \(rewardPriced)"),
      .init(
        symbol: "Ps", name: "stakePrice", raw: snapshot.stakePrice.wad.rawValue.description,
        unit: "1e18 = 1 USD", meaning: "\(snapshot.stakePrice) USD per stake token"),
      .init(
        symbol: "t", name: "time", raw: convention.time.description, unit: "unix seconds",
        meaning: "\(convention.time.date), the time of evaluation"),
      .init(
        symbol: "Y", name: "year", raw: convention.year.description, unit: "seconds",
        meaning: convention.year == .days365 ? "365 days, the protocol's year" : "set by --year"),
    ] + waitingInput
  }

  private var rewards: String { convention.rewardToken?.symbol ?? "tokens" }

  /// What the price is of: BGT has no market, so it counts as one BERA; WBERA is one.
  private var rewardPriced: String {
    switch convention.rewardToken {
    case .bgt: "BGT, which is priced as BERA"
    case .wbera: "WBERA, which is one BERA"
    case nil: "reward token"
    }
  }

  /// Not part of any step, but of the vault: what the next notification will spread.
  private var waitingInput: [VaultDerivation.Input] {
    guard let waiting = snapshot.undistributedRewards else { return [] }
    return [
      .init(
        symbol: "U", name: "undistributedRewards", raw: waiting.description,
        unit: "1e36 = 1 token",
        meaning:
          "\(waiting.decimalText(places: 36)) tokens wait for the next notification; no part of the APR",
        getter: "RewardVault.undistributedRewards()")
    ]
  }

  private var finishMeaning: String {
    guard let finish = snapshot.periodFinish, let left = secondsLeft else {
      return "assumed active"
    }
    let date = finish.date
    return isActive ? "\(date), \(left.span) left" : "\(date), in the past"
  }

  private var activitySteps: [VaultDerivation.Step] {
    let comparison = snapshot.periodFinish.map { finish in
      "\(convention.time) < \(finish) is \(isActive ? "true" : "false")"
    }
    return [
      .init(
        name: "active", formula: "t < F", value: comparison ?? "assumed true",
        remark: isActive ? nil : "no emission from F on: the APR is 0")
    ]
  }

  private var aprSteps: [VaultDerivation.Step] {
    let exact = RewardVaultAPR.fraction(
      rewardRate: snapshot.rewardRate.raw, rewardPrice: snapshot.rewardPrice.wad,
      totalSupply: snapshot.totalSupply.raw, stakePrice: snapshot.stakePrice.wad,
      factor: snapshot.annualFactor(year: convention.year))
    let decimals = snapshot.totalSupply.decimals.count
    let surplus = decimals - 18
    let numerator = "R * Pr * Y" + (surplus > 0 ? " * 10^\(surplus)" : "")
    let denominator = "S * Ps" + (surplus < 0 ? " * 10^\(-surplus)" : "")
    let cancelled = "10^d over 1e18 cancels"
    var steps: [VaultDerivation.Step] = [
      .init(
        name: "numerator", formula: numerator, value: exact.numerator.description,
        remark: surplus == 0 ? "exact; \(cancelled) for d = 18" : "exact; \(cancelled) to this"),
      .init(
        name: "denominator", formula: denominator, value: exact.denominator.description,
        remark: "exact"),
    ]
    guard !exact.denominator.isZero else {
      steps.append(
        .init(
          name: "APR", formula: "none", value: "none",
          remark: "totalSupply is 0, so there is no APR"))
      return steps
    }
    let (quotient, remainder) = exact.numerator.quotientAndRemainder(
      dividingByNonZero: exact.denominator)
    steps.append(
      .init(
        name: isActive ? "APR, scale 1e18" : "APR while it ran, scale 1e18",
        formula: "floor(numerator / denominator)", value: quotient.description,
        remark: remainder.isZero
          ? "the division leaves no remainder: exact"
          : "THE ONE ROUNDING, down; remainder \(remainder)"))
    if let apr {
      let stated = isActive ? "divided by 1e18" : "0, because the period has finished"
      steps.append(.init(name: "APR", formula: stated, value: apr.description, remark: nil))
    }
    return steps
  }

  private var valueSteps: [VaultDerivation.Step] {
    [
      .init(
        name: "TVL in USD", formula: "floor(S * Ps / 10^d)", value: tvl.description,
        remark: "rounded down to 18 decimals"),
      rewardStep(
        "rewards per day", "floor(R * 86400 / 1e18)", "\(rewardsPerDay.text()) \(rewards)",
        "rounded down to the wei"),
      rewardStep(
        "rewards per year in USD", "floor(R * Y * Pr / 1e36)", rewardsPerYearUSD.description,
        "rounded down to 18 decimals"),
    ]
  }

  /// A step about rewards, which are 0 where nothing accrues.
  private func rewardStep(
    _ name: String, _ formula: String, _ value: String, _ remark: String
  ) -> VaultDerivation.Step {
    switch status {
    case .active: .init(name: name, formula: formula, value: value, remark: remark)
    case .noStake: .init(name: name, formula: "0", value: value, remark: "nobody stakes")
    case .neverNotified:
      .init(name: name, formula: "0", value: value, remark: "no reward was ever notified")
    case .expired, .zeroStakePrice:
      .init(name: name, formula: "0", value: value, remark: "the period has finished")
    }
  }
}
