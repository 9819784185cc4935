/// A view function of a contract: the signature that people read, and the selector that the chain does.
package struct Getter: Hashable, Sendable {
  package let signature: String
  /// The first four bytes of keccak-256 of the signature.
  package let selector: UInt32

  private init(_ signature: String, _ selector: UInt32) {
    self.signature = signature
    self.selector = selector
  }
}

// A test computes every selector from its signature.

// The vaults and their factory.
extension Getter {
  static let allVaultsLength = Getter("allVaultsLength()", 0x4cd1_8577)
  static let allVaults = Getter("allVaults(uint256)", 0x9094_a91e)
  static let bgtIncentiveFeeRate = Getter("bgtIncentiveFeeRate()", 0x0d52_c004)
  static let incentiveTokensCollector = Getter("incentiveTokensCollector()", 0x58ea_20b2)
  static let stakeToken = Getter("stakeToken()", 0x51ed_6a30)
  static let rewardToken = Getter("rewardToken()", 0xf7c6_18c1)
  static let rewardRate = Getter("rewardRate()", 0x7b0a_47ee)
  static let periodFinish = Getter("periodFinish()", 0xebe2_b12b)
  static let totalSupply = Getter("totalSupply()", 0x1816_0ddd)
  static let lastUpdateTime = Getter("lastUpdateTime()", 0xc8f3_3c91)
  static let rewardPerToken = Getter("rewardPerToken()", 0xcd3d_af9d)
  static let rewardPerTokenStored = Getter("rewardPerTokenStored()", 0xdf13_6d65)
  static let undistributedRewards = Getter("undistributedRewards()", 0x319c_e2bb)
  static let rewardsDuration = Getter("rewardsDuration()", 0x386a_9525)
  static let pendingRewardsDuration = Getter("pendingRewardsDuration()", 0x5553_00cf)
  static let targetRewardsPerSecond = Getter("targetRewardsPerSecond()", 0x44aa_a3d9)
  static let minRewardDurationForTargetRate = Getter(
    "minRewardDurationForTargetRate()", 0xe0f4_222e)
  static let paused = Getter("paused()", 0x5c97_5abb)
  static let getWhitelistedTokens = Getter("getWhitelistedTokens()", 0xe26f_7900)
  static let incentives = Getter("incentives(address)", 0x774e_900b)
}

// BeraChef, the validators' operators and boosts.
extension Getter {
  static let isWhitelistedVault = Getter("isWhitelistedVault(address)", 0xa2ce_2773)
  static let maxWeightPerVault = Getter("maxWeightPerVault()", 0x12b3_9819)
  static let maxNumWeightsPerRewardAllocation = Getter(
    "maxNumWeightsPerRewardAllocation()", 0xc355_69cd)
  static let rewardAllocationBlockDelay = Getter("rewardAllocationBlockDelay()", 0x53a3_5d1d)
  static let commissionChangeDelay = Getter("commissionChangeDelay()", 0x620a_12b7)
  static let getDefaultRewardAllocation = Getter("getDefaultRewardAllocation()", 0x17db_f270)
  static let getValCommissionOnIncentiveTokens = Getter(
    "getValCommissionOnIncentiveTokens(bytes)", 0x61b8_b560)
  static let getValQueuedCommissionOnIncentiveTokens = Getter(
    "getValQueuedCommissionOnIncentiveTokens(bytes)", 0xa83f_0817)
  static let getSetActiveRewardAllocation = Getter(
    "getSetActiveRewardAllocation(bytes)", 0x2302_88ce)
  static let getActiveRewardAllocation = Getter("getActiveRewardAllocation(bytes)", 0xda6f_7563)
  static let getQueuedRewardAllocation = Getter("getQueuedRewardAllocation(bytes)", 0x4ecb_f5c0)
  static let getOperator = Getter("getOperator(bytes)", 0x9eaf_fa96)
  static let boostees = Getter("boostees(bytes)", 0xc160_b284)
  static let totalBoosts = Getter("totalBoosts()", 0xd66e_54e1)
}

// Block rewards, their stream, and the auction of incentives.
extension Getter {
  static let version = Getter("VERSION()", 0xffa1_ad74)
  static let baseRate = Getter("baseRate()", 0x1f68_f20a)
  static let minBoostedRewardRate = Getter("minBoostedRewardRate()", 0xdefc_56d0)
  static let boostMultiplier = Getter("boostMultiplier()", 0xa003_aac4)
  static let rewardConvexity = Getter("rewardConvexity()", 0x409d_afe0)
  static let getMaxEmissionPerBlock = Getter("getMaxEmissionPerBlock()", 0x5bee_a8ec)
  static let emissionToken = Getter("emissionToken()", 0xe209_9438)
  static let emissionPerc = Getter("emissionPerc()", 0x4f08_1af5)
  static let getRewardAllocation = Getter("getRewardAllocation()", 0xf4b6_cac0)
  static let targetEmission = Getter("targetEmission(address)", 0x4ef6_37cf)
  static let debt = Getter("debt(address)", 0x9b6c_56ec)
  static let payoutAmount = Getter("payoutAmount()", 0x6b46_c8c3)
  static let queuedPayoutAmount = Getter("queuedPayoutAmount()", 0xcfcf_ba35)
  static let lstStakerVaultsLength = Getter("lstStakerVaultsLength()", 0x19a8_6902)
  static let lstStakerVaults = Getter("lstStakerVaults(uint256)", 0x5ef8_bc4a)
  static let lstAdapters = Getter("lstAdapters(address)", 0x410e_efcd)
}

// Tokens, shares and pools.
extension Getter {
  static let decimals = Getter("decimals()", 0x313c_e567)
  static let symbol = Getter("symbol()", 0x95d8_9b41)
  static let name = Getter("name()", 0x06fd_de03)
  static let asset = Getter("asset()", 0x38d5_2e0f)
  static let totalAssets = Getter("totalAssets()", 0x01e1_d114)
  static let convertToAssets = Getter("convertToAssets(uint256)", 0x07a2_d13a)
  static let reservedAssets = Getter("reservedAssets()", 0x3d30_2d06)
  static let bufferedAssets = Getter("bufferedAssets()", 0x14a1_a933)
  static let totalDeposits = Getter("totalDeposits()", 0x7d88_2097)
  static let isActive = Getter("isActive()", 0x22f3_e2d4)
  static let isFullyExited = Getter("isFullyExited()", 0xeff1_bb88)
  static let getCoreContracts = Getter("getCoreContracts(bytes)", 0xa0c3_d380)
}

// What a stake token is worth.
extension Getter {
  static let getPriceUnsafe = Getter("getPriceUnsafe(address)", 0xf989_568d)
  static let getRate = Getter("getRate()", 0x679a_efce)
  static let token0 = Getter("token0()", 0x0dfe_1681)
  static let token1 = Getter("token1()", 0xd212_20a7)
  static let getReserves = Getter("getReserves()", 0x0902_f1ac)
  static let pool = Getter("pool()", 0x16f0_115b)
  static let getUnderlyingBalances = Getter("getUnderlyingBalances()", 0x1322_d954)
  static let getPoolId = Getter("getPoolId()", 0x38ff_f2d0)
  static let getActualSupply = Getter("getActualSupply()", 0x876f_303b)
  static let getInvariant = Getter("getInvariant()", 0xc0ff_1a15)
  static let getNormalizedWeights = Getter("getNormalizedWeights()", 0xf89f_27ed)
  static let getPoolTokens = Getter("getPoolTokens(bytes32)", 0xf94d_4668)
}

// Multicall3's own.
extension Getter {
  static let getBlockNumber = Getter("getBlockNumber()", 0x42cb_b15c)
  static let getCurrentBlockTimestamp = Getter("getCurrentBlockTimestamp()", 0x0f28_c97d)
  static let getChainId = Getter("getChainId()", 0x3408_e470)
}
