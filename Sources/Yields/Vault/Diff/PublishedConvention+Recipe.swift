internal import Contracts
internal import FixedPoint
internal import Quantities

/// What is known of a vault that a published figure is about.
struct PublishedSubject {
  let snapshot: VaultSnapshot
  let year: YearLength
  /// What is taken from the yield before the stakers get it, where that is known.
  let commission: BasisPoints?
  /// The stake token's whole supply, where that is known.
  let wholeSupply: ExactInteger?
  /// Whether the period runs.
  let isActive: Bool
  /// The era of the figure.
  let era: ProtocolProfile.Era
  /// The price of the other era's reward token, where that is known.
  let otherRewardPrice: Price?

  /// The era that the figure is not of.
  var otherEra: ProtocolProfile.Era { era == .bgt ? .polNext : .bgt }
}

extension PublishedConvention {
  /// Changes a recipe by the convention.
  func change(_ recipe: inout YieldRecipe, of subject: PublishedSubject) {
    switch self {
    case .percentReadAsFraction: recipe.presentation = ExactRational(100)
    case .fractionReadAsPercent: recipe.presentation = .powerOfTen(-2)
    case .basisPointsReadAsFraction: recipe.presentation = ExactRational(10_000)
    case .compounded(let periods): recipe.form = .compounded(periods: periods)
    case .compoundedContinuously: recipe.form = .compounded(periods: nil)
    case .decompounded(let periods): recipe.form = .decompounded(periods: periods)
    case .decompoundedContinuously: recipe.form = .decompounded(periods: nil)
    case .periodFinishIgnored: recipe.emits = true
    case .readAsZero: recipe.emits = false
    default: recipe.multiply(by: ratio(subject))
    }
  }

  /// What a convention that concerns an input multiplies the APR by.
  private func ratio(_ subject: PublishedSubject) -> ExactRational {
    let vault = subject.snapshot
    let (reward, stake) = (
      ExactRational(vault.rewardPrice.wad), ExactRational(vault.stakePrice.wad)
    )
    switch self {
    case .year(let seconds):
      return Self.quotient(ExactRational(seconds), ExactRational(subject.year.seconds))
    case .rewardRateScaleTooLarge: return .powerOfTen(18)
    case .rewardRateScaleTooSmall: return .powerOfTen(-18)
    case .ratePerBlock(let seconds): return Self.quotient(.one, ExactRational(seconds))
    case .stakeDecimals(let count):
      return .powerOfTen(count - vault.totalSupply.decimals.count)
    case .rewardPriceMissing: return Self.quotient(.one, reward)
    case .stakePriceMissing: return stake
    case .rewardPriceRaw(let decimals): return .powerOfTen(decimals)
    case .stakePriceRaw(let decimals): return .powerOfTen(-decimals)
    case .pricesSwapped:
      let swap = Self.quotient(stake, reward)
      return swap * swap
    case .commissionNotTaken: return Self.quotient(.one, kept(subject.commission))
    case .commissionTakenTwice: return kept(subject.commission)
    case .commissionTaken(let rate): return kept(rate)
    case .wholeSupplyAsStake:
      return Self.quotient(
        ExactRational(vault.totalSupply.raw), ExactRational(subject.wholeSupply ?? .zero))
    case .otherEraRewardPrice:
      return Self.quotient(
        ExactRational((subject.otherRewardPrice ?? vault.rewardPrice).wad), reward)
    case .otherEraIncentiveFee: return ExactRational(Self.bgtFee.complement.wad)
    case .otherEraBlockReward(let era):
      return Self.quotient(Self.fullReward(of: era), Self.fullReward(of: subject.era))
    default: return .one
    }
  }

  /// The fee on incentives in the era bgt.
  private static let bgtFee = BasisPoints(
    unchecked: Int(clamping: ProtocolProfile.bgt.incentiveFeeRate))

  /// Wei to vaults per block; along the boost curve where the boost is 1, the rate times its multiplier.
  private static func fullReward(of era: ProtocolProfile.Era) -> ExactRational {
    let rewards: ProtocolProfile.BlockRewards =
      switch era {
      case .bgt: ProtocolProfile.bgt.blockRewards
      case .polNext: ProtocolProfile.polNext.blockRewards
      }
    let rate = ExactRational(ExactInteger(rewards.rewardRate))
    guard let curve = rewards.boostCurve else { return rate }
    return rate * ExactRational(Wad(raw: ExactInteger(curve.multiplier)))
  }

  /// The part that a commission leaves.
  private func kept(_ commission: BasisPoints?) -> ExactRational {
    ExactRational((commission ?? .zero).complement.wad)
  }

  /// A quotient, or 1 where there is none: a convention that changes nothing explains nothing.
  private static func quotient(_ dividend: ExactRational, _ divisor: ExactRational) -> ExactRational
  {
    divisor.isZero ? .one : dividend.divided(byNonZero: divisor)
  }
}

extension PublishedSubject {
  /// The decimals of price feeds: Chainlink's and Pyth's 8, stable coins' 6, 10, and a token's 18.
  private static let oracleDecimals = [8, 18, 6, 10]

  /// The conventions that are worth trying, the more common first.
  var candidates: [PublishedConvention] {
    var list: [PublishedConvention] = [
      .percentReadAsFraction, .fractionReadAsPercent,
      .compounded(periodsPerYear: 365), .compoundedContinuously,
      isActive ? .readAsZero : .periodFinishIgnored,
      .year(seconds: 31_557_600), .rewardRateScaleTooLarge, .rewardRateScaleTooSmall,
    ]
    list += [18, 6, 8].filter { $0 != snapshot.totalSupply.decimals.count }
      .map { .stakeDecimals($0) }
    list += [2190, 52, 12, 8760].map { .compounded(periodsPerYear: $0) }
    if let commission, commission != .zero {
      list += [.commissionNotTaken, .commissionTakenTwice]
    } else {
      let rate = ProtocolProfile.CommissionRules.deployed.defaultRate
      list.append(.commissionTaken(BasisPoints(unchecked: Int(clamping: rate))))
    }
    if wholeSupply != nil { list.append(.wholeSupplyAsStake) }
    if otherRewardPrice != nil { list.append(.otherEraRewardPrice(otherEra)) }
    list += [.rewardPriceMissing, .stakePriceMissing, .pricesSwapped]
    if otherEra == .bgt { list.append(.otherEraIncentiveFee) }
    list.append(.otherEraBlockReward(otherEra))
    list += Self.oracleDecimals.flatMap {
      [.stakePriceRaw(decimals: $0), .rewardPriceRaw(decimals: $0)]
    }
    list += [31_536_000, 31_556_952, 31_622_400, 31_104_000, 31_449_600].filter {
      $0 != year.seconds
    }
    .map { .year(seconds: $0) }
    list += [.basisPointsReadAsFraction, .ratePerBlock(seconds: 2)]
    list.append(.compounded(periodsPerYear: 15_768_000))
    list.append(.decompounded(periodsPerYear: 365))
    list.append(.decompoundedContinuously)
    list += [12, 52, 2190].map { .decompounded(periodsPerYear: $0) }
    return list.filter { $0 != .year(seconds: year.seconds) }
  }
}
