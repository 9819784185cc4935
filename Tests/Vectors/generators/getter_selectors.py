#!/usr/bin/env python3
"""Writes Tests/Vectors/getter_selectors.csv: the selectors of the getters that a snapshot asks for.

Keccak-256 by pycryptodome. The signatures stand here a second time, as the contracts' sources have them.

Usage: Tests/Vectors/generators/getter_selectors.py > Tests/Vectors/getter_selectors.csv
"""

from Crypto.Hash import keccak

SIGNATURES = """
    allVaultsLength() allVaults(uint256) bgtIncentiveFeeRate() incentiveTokensCollector()
    stakeToken() rewardToken() rewardRate() periodFinish() totalSupply() lastUpdateTime()
    rewardPerToken() rewardPerTokenStored() undistributedRewards() rewardsDuration()
    pendingRewardsDuration() targetRewardsPerSecond() minRewardDurationForTargetRate() paused()
    getWhitelistedTokens() incentives(address) isWhitelistedVault(address) maxWeightPerVault()
    maxNumWeightsPerRewardAllocation() rewardAllocationBlockDelay() commissionChangeDelay()
    getDefaultRewardAllocation() getValCommissionOnIncentiveTokens(bytes)
    getValQueuedCommissionOnIncentiveTokens(bytes) getSetActiveRewardAllocation(bytes)
    getActiveRewardAllocation(bytes) getQueuedRewardAllocation(bytes) getOperator(bytes)
    boostees(bytes) totalBoosts() VERSION() baseRate() minBoostedRewardRate() boostMultiplier()
    rewardConvexity() getMaxEmissionPerBlock() emissionToken() emissionPerc()
    getRewardAllocation() targetEmission(address) debt(address) payoutAmount()
    queuedPayoutAmount() lstStakerVaultsLength() lstStakerVaults(uint256) lstAdapters(address)
    decimals() symbol() name() asset() totalAssets() convertToAssets(uint256) reservedAssets()
    bufferedAssets() totalDeposits() isActive() isFullyExited() getCoreContracts(bytes)
    getPriceUnsafe(address) getRate() token0() token1() getReserves() pool()
    getUnderlyingBalances() getPoolId() getActualSupply() getInvariant() getNormalizedWeights()
    getPoolTokens(bytes32) getBlockNumber() getCurrentBlockTimestamp() getChainId()
"""

print("signature,selector")
for signature in sorted(SIGNATURES.split()):
    digest = keccak.new(digest_bits=256, data=signature.encode()).hexdigest()
    print(f'"{signature}",{digest[:8]}')
