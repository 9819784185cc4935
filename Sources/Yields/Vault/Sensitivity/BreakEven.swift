public import Contracts
public import FixedPoint
public import Quantities

/// What a yield that stakers ask for needs under one commission: the break-even of each input.
public struct BreakEven: Hashable, Sendable {
  /// The commission.
  public let commission: BasisPoints
  /// The APR that it leaves at the present inputs, rounded down; nil where nobody stakes.
  public let netAPR: APR?
  /// The APY of ``netAPR`` compounded daily, half to even; nil where none is stated.
  public let netAPYDaily: APY?
  /// The lowest price of the reward token at which the net APR reaches the hurdle; nil where none
  /// does, as at a commission of the whole.
  public let rewardPrice: Price?
  /// The lowest rate that does.
  public let rewardRate: RewardRate?
  /// The largest stake that does, base units.
  public let totalSupply: ExactInteger?
  /// The highest price of the stake token that does.
  public let stakePrice: Price?
  /// The largest value of the stake that does, USD rounded down.
  public let tvl: USD?

  /// The break-evens of a vault under a commission.
  ///
  /// - Parameters:
  ///   - equation: the vault; its own commission is not read.
  ///   - hurdle: the net APR that stakers ask for, exact.
  ///   - commission: what is taken first.
  public init(of equation: VaultEquation, hurdle: ExactRational, commission: BasisPoints) {
    let net = equation.withCommission(commission)
    self.commission = commission
    let present = net.apr(with: .rewardRate, at: equation.snapshot.rewardRate.raw)
    netAPR = present
    netAPYDaily = present.flatMap {
      Compounding.daily.statedAPY(fromAPR: $0.wad, rounding: .halfEven).map(APY.init(_:))
    }
    func exact(_ input: SolvableInput) -> ExactRational? {
      try? net.exactValue(of: input, target: hurdle)
    }
    func raw(_ input: SolvableInput) -> ExactInteger? {
      let raw = exact(input)?.integer(rounding: input.safeSide)
      return raw.flatMap { $0 > 0 ? $0 : nil }
    }
    rewardPrice = raw(.rewardPrice).map { Price(unchecked: Wad(raw: $0)) }
    rewardRate = raw(.rewardRate).map { RewardRate(unchecked: $0) }
    totalSupply = raw(.totalSupply)
    stakePrice = raw(.stakePrice).map { Price(unchecked: Wad(raw: $0)) }
    tvl = exact(.totalSupply).map { USD(unchecked: net.worth(ofStake: $0).wad(rounding: .down)) }
  }

  /// The break-evens under no commission and in four equal steps up to the protocol's cap.
  ///
  /// - Parameters:
  ///   - equation: the vault.
  ///   - hurdle: the net APR that stakers ask for, exact.
  ///   - rules: the protocol's rules, for the cap.
  /// - Returns: one break-even for each commission, from 0 upwards.
  public static func table(
    of equation: VaultEquation, hurdle: ExactRational, rules: ProtocolProfile.CommissionRules
  ) -> [BreakEven] {
    let cap = Int(clamping: rules.maxRate)
    let points = Set((0...4).map { cap / 4 * $0 } + [cap]).sorted()
    return points.compactMap { try? BasisPoints($0) }.map {
      BreakEven(of: equation, hurdle: hurdle, commission: $0)
    }
  }
}
