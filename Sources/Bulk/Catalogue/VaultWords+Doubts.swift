internal import Words
internal import YieldKernels

// The rules of `Plausibility` on words. Each is equal to what a report's warnings are, or unknown;
// `VaultDoubtTests` compares the two. A rate in words is never above the greatest one.
extension VaultWords {
  /// What looks wrong about the vault; nil where that needs exact numbers.
  ///
  /// - Parameters:
  ///   - status: the words' own.
  ///   - apr: theirs as well; anything where the period does not run.
  ///   - factor: the year and the words' decimals.
  ///   - bounds: of that factor.
  /// - Returns: the kinds of a report's warnings.
  @inline(never)
  func doubts(
    _ status: VaultStatus, apr: FixedFigure, _ factor: AnnualFactor, _ bounds: DoubtBounds
  ) -> VaultDoubts? {
    var doubts: VaultDoubts = []
    if rewardRate < bounds.leastRate, rewardRate != 0 { doubts.formUnion(.rewardRateScale) }
    if rewardPrice >= bounds.rewardPriceLimit || stakePrice >= bounds.stakePriceLimit {
      doubts.formUnion(.priceScale)
    }
    let stake = UInt256(totalSupply, times: stakePrice)
    if stake <= bounds.dust || stake > bounds.greatestStake {
      doubts.formUnion(unlikelyStake(stake, bounds))
    }
    if !isActive {
      doubts.formUnion(.periodExpired)
    } else if periodFinish &- timestamp > bounds.longestPeriod {
      doubts.formUnion(
        periodFinish == VaultStatus.noPeriodFinish ? .periodAssumedActive : .periodFar)
    }
    guard status == .active else { return doubts }
    switch apr {
    case .decimal(let word):
      if word > bounds.largestStatedAPR { doubts.formUnion(.yieldBeyondRange) }
      if word < bounds.leastAPR || word > bounds.greatestAPR {
        guard let isExplained = isExplainedByExchangedPrices(factor) else { return nil }
        if isExplained { doubts.formUnion(.pricesSwapped) }
      }
    case .none: break
    default: return nil
    }
    return doubts
  }

  /// A stake worth too little or too much: no stake, other decimals, dust, or another scale.
  @inline(never)
  private func unlikelyStake(_ stake: UInt256, _ bounds: DoubtBounds) -> VaultDoubts {
    guard totalSupply != 0 else { return .noStake }
    func isLikely(_ other: (decimals: UInt8, above: UInt256, below: UInt256)) -> Bool {
      other.decimals != stakeDecimals && stake > other.above && stake < other.below
    }
    if DoubtBounds.likely.contains(where: isLikely) { return .stakeDecimals }
    if isLikely(DoubtBounds.likelyOfWholeTokens) { return .amountScale }
    return stake <= bounds.dust ? .dustStake : .amountScale
  }

  /// Whether an APR out of its bounds would be likely with the prices exchanged; nil beyond the
  /// kernels' range.
  @inline(never)
  private func isExplainedByExchangedPrices(_ factor: AnnualFactor) -> Bool? {
    guard rewardPrice != 0 else { return false }
    var exchanged = self
    (exchanged.rewardPrice, exchanged.stakePrice) = (stakePrice, rewardPrice)
    guard case .decimal(let apr) = exchanged.apr(.active, factor) else { return nil }
    return DoubtBounds.likelyAPR.contains(apr)
  }
}
