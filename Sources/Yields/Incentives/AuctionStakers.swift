internal import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Faults

/// Who shares what the auction of incentives pays: the stakers of WBERA and of liquid staking tokens.
///
/// Source: IncentivesCollector.sol; a claim divides as the contract's own step does, `PayoutSplit`. A
/// payout raises what shares are worth, so a year of claims is a simple yield on the stake.
public struct AuctionStakers: Hashable, Sendable {
  /// A vault whose stakers hold a liquid staking token of 18 decimals.
  public struct LSTVault: Hashable, Sendable {
    /// What the vault is called, for the reader.
    public let name: String
    /// `totalAssets`, base units of the token.
    public internal(set) var totalAssets: ExactInteger
    /// BERA wei per 1e18 base units: the adapter's `getRate`.
    public let rate: ExactInteger

    /// A vault.
    ///
    /// - Throws: `Fault` for a negative amount or rate.
    public init(name: String, totalAssets: ExactInteger, rate: ExactInteger) throws(Fault) {
      try Fault.requireNotNegative(totalAssets, "totalAssets")
      try Fault.requireNotNegative(rate, "rate")
      self.name = name
      self.totalAssets = totalAssets
      self.rate = rate
    }
  }

  /// What one of them gets of a claim.
  public struct Part: Hashable, Sendable {
    /// sWBERA, or the vault's name.
    public let name: String
    /// What it stakes, BERA wei: of an LST `floor(totalAssets * rate / 1e18)`.
    public let stake: ExactInteger
    /// What it gets, BERA wei.
    public let amount: ExactInteger
    /// What that becomes, base units of its own asset, rounded down.
    public let received: ExactInteger

    /// The yearly yield on the stake, a fraction; nil where nobody stakes.
    ///
    /// Exact.
    ///
    /// - Parameter claims: claims per year.
    /// - Returns: the yield.
    public func apr(claims: ExactRational) -> ExactRational? {
      stake.isZero ? nil : claims * ExactRational(amount, overNonZero: stake)
    }
  }

  /// `totalAssets` of sWBERA, WBERA wei.
  public private(set) var staked: ExactInteger
  /// The LST staker vaults, in the order of payment.
  public private(set) var lstVaults: [LSTVault]

  /// Those who share the payouts.
  ///
  /// - Parameters:
  ///   - staked: `totalAssets` of sWBERA, WBERA wei.
  ///   - lstVaults: the LST staker vaults, in the order of payment.
  /// - Throws: `Fault` for a negative amount.
  public init(staked: ExactInteger, lstVaults: [LSTVault] = []) throws(Fault) {
    try Fault.requireNotNegative(staked, "holders")
    self.staked = staked
    self.lstVaults = lstVaults
  }

  /// Divides the payout of one claim.
  ///
  /// - Parameter payout: BERA wei.
  /// - Returns: sWBERA's part, then each vault's in order; they sum up to the payout, unless nobody stakes.
  /// - Throws: `Fault` for amounts that no word holds, `.reverts` where the claim would.
  public func parts(of payout: ExactInteger) throws(Fault) -> [Part] {
    let (staked, payout) = (try self.staked.word("holders"), try payout.word("payout"))
    let vaults = try lstVaults.map { vault throws(Fault) in
      (totalAssets: try vault.totalAssets.word("totalAssets"), rate: try vault.rate.word("rate"))
    }
    let split = try Fault.asking("IncentivesCollector.claim", about: "payout") {
      () throws(Revert) in
      try PayoutSplit(of: payout, staked: staked, vaults: vaults)
    }
    let own = ExactInteger(split.wberaStakerVault)
    return [Part(name: "sWBERA", stake: self.staked, amount: own, received: own)]
      + zip(lstVaults, split.lstStakerVaults).map { vault, amount in
        Part(vault, amount: ExactInteger(amount))
      }
  }

  /// A claim pays all of them.
  ///
  /// - Parameter payout: BERA wei.
  /// - Returns: what each gets, as ``parts(of:)``.
  /// - Throws: as ``parts(of:)``.
  mutating func pay(_ payout: ExactInteger) throws(Fault) -> [Part] {
    let parts = try parts(of: payout)
    staked += parts[0].received
    for index in lstVaults.indices { lstVaults[index].totalAssets += parts[index + 1].received }
    return parts
  }

  /// The same with another stake in sWBERA.
  func staking(_ assets: ExactInteger) -> AuctionStakers {
    var stakers = self
    stakers.staked = assets
    return stakers
  }
}

extension AuctionStakers.Part {
  fileprivate init(_ vault: AuctionStakers.LSTVault, amount: ExactInteger) {
    name = vault.name
    stake = vault.totalAssets.multiplied(
      by: vault.rate, dividedByNonZero: Wad.scale, rounding: .down)
    self.amount = amount
    // Nothing is converted where there is no rate: such a vault stakes nothing and gets nothing.
    received =
      amount.isZero
      ? 0 : amount.multiplied(by: Wad.scale, dividedByNonZero: vault.rate, rounding: .down)
  }
}
