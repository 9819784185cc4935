import Contracts
import FixedPoint

/// The page of the two eras: what changes for whoever reads a chain.
enum EraPage {
  static var text: String {
    var page = PageText(
      "Eras",
      """
      In May 2026 the network moved to PoL Next. What that changes for whoever reads a chain, or a figure \
      that was published before. `--era bgt|pol-next` chooses; a snapshot's own contracts say it \
      themselves, each for itself in a block between the two (era `mixed`), and another `--era` beside \
      one is refused. The era is never told by a date.
      """)
    for era in [ProtocolProfile.Era.bgt, .polNext] {
      page.heading("Era `\(era.rawValue)`")
      page.list(facts(of: era, era == .bgt ? .bgt : .polNext))
    }
    page.heading("Getters")
    page.paragraph(
      """
      `RewardVault` has the same getters in both: `rewardRate()`, `periodFinish()`, `totalSupply()`, \
      `undistributedRewards()` and what else an APR and an emission need. What it answers to \
      `rewardToken()` is another. `berayield apr --explain --format json` names the getter of each \
      input. A getter that a block's contracts do not have reverts:
      """)
    page.list(
      getters.map { "`\($0.contract).\($0.getter)()`: era `\($0.era.rawValue)`, \($0.meaning)." })
    page.paragraph(
      """
      `rewardRate()` has one selector in two contracts: wei per second times 1e18 in a `RewardVault`, wei \
      per block in `BlockRewardController`.
      """)
    page.heading("A published figure of the other era")
    page.paragraph(
      """
      `berayield diff` tries it as three conventions: the price of the other era's reward token (with \
      `--other-reward-price`), the fee on incentives of the era bgt, taken where there is none, and the \
      block reward, in the era bgt at full boost.
      """)
    return page.finished
  }

  private static func facts(
    of era: ProtocolProfile.Era, _ profile: ProtocolProfile
  ) -> [String] {
    func tokens(_ wei: UInt128) -> String { Wad(raw: ExactInteger(wei)).text() }
    let (token, rewards) = (era.rewardToken.symbol, profile.blockRewards)
    let reward = tokens(rewards.rewardRate)
    let toVaults =
      rewards.boostCurve.map { curve in
        "\(reward) times what the validator's share of all boosts makes of it (at most "
          + "\(tokens(curve.multiplier)))"
      } ?? "always \(reward)"
    return [
      "A vault pays \(token). "
        + (era == .bgt
          ? "BGT has no market: it is priced as BERA, into which it is redeemed 1:1."
          : "One is one BERA, so `rewardPrice` is BERA's. A vault moves to it at its first "
            + "update; what is left of BGT's allowance is redeemed and paid first."),
      "A block pays \(tokens(rewards.baseRate)) \(token) to its validator's operator, and "
        + "\(toVaults) to vaults.",
      "The fee on incentives is "
        + "\(ExactInteger(profile.incentiveFeeRate).decimalText(places: 2)) %. What it and the "
        + "validator's commission leave goes to "
        + (era == .bgt
          ? "BGT boosters."
          : "the auction, and so to the stakers of WBERA and of liquid staking tokens."),
      "A vault has at most \(profile.rewardVault.maxIncentiveTokensCount) incentive tokens.",
      "The operator's rewards of a staking pool "
        + (era == .bgt ? "stay with it as BGT." : "are WBERA, which is deposited."),
    ]
  }

  /// The getters that one generation alone has.
  private static let getters:
    [(contract: String, getter: String, era: ProtocolProfile.Era, meaning: String)] = [
      ("BlockRewardController", "VERSION", .polNext, "2"),
      ("BlockRewardController", "getMaxEmissionPerBlock", .polNext, "all that a block pays"),
      ("BlockRewardController", "minBoostedRewardRate", .bgt, "the least reward to vaults"),
      ("BlockRewardController", "boostMultiplier", .bgt, "of the curve of boosts"),
      ("BlockRewardController", "rewardConvexity", .bgt, "of the curve of boosts"),
      ("Distributor", "emissionToken", .polNext, "WBERA"),
      ("RewardVaultFactory", "bgtIncentiveFeeRate", .bgt, "the fee on incentives"),
      ("RewardVaultFactory", "incentiveTokensCollector", .polNext, "where incentives are sold"),
    ]
}
