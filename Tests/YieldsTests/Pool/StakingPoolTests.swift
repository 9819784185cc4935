import FixedPoint
import Quantities
import TestSupport
import Testing

@testable import Contracts
@testable import Yields
@testable import Faults

@Suite struct StakingPoolTests {
  static let bera = Wad.scale
  static let blockTime = ProtocolProfile.ValidatorSet.documented.blockSeconds

  static func pool(
    consensus: ExactInteger = 300_000 * bera, buffer: ExactInteger = 0,
    supply: ExactInteger = 300_000 * bera, feeBps: Int = 1_000,
    rules: ProtocolProfile.PoolRules = .documented
  ) throws -> StakingPool {
    try StakingPool(
      rules: rules, assets: try PoolAssets(consensusDeposits: consensus, buffer: buffer),
      totalSupply: supply, feeRate: try BasisPoints(feeBps))
  }

  @Test(arguments: try AnalyticsVector.cases("pool", kind: "shares"))
  func `Prices, conversions and fee shares are Python's`(vector: VectorCase) throws {
    let (input, output) = (vector.input, vector.output)
    let (assets, supply) = (try input.integer("totalAssets"), try input.integer("totalSupply"))
    let amount = try input.integer("amount")
    let price = try PoolSharePrice(totalAssets: assets, totalSupply: supply)
    #expect(price.ratio?.wad(rounding: .down) == (try output.wad("sharePrice")))
    #expect(price.conversion.wad(rounding: .down) == (try output.wad("conversionPrice")))
    let conversions = try PoolConversions(totalAssets: assets, totalSupply: supply)
    #expect(try conversions.sharesForDeposit(amount) == (try output.integer("deposit")))
    #expect(try conversions.assetsForMint(amount) == (try output.integer("mint")))
    #expect(try conversions.sharesForWithdrawal(amount) == (try output.integer("withdraw")))
    #expect(try conversions.assetsForRedemption(amount) == (try output.integer("redeem")))
    #expect(
      try FeeShares.minted(
        fee: try input.integer("fee"), totalAssets: assets, totalSupply: supply)
        == (try output.integer("feeShares")))
  }

  @Test func `The share price never falls by a deposit, a withdrawal or a fee mint`() throws {
    var generator = SeededGenerator(seed: 3_003)
    var taken = 0
    for _ in 0..<60 {
      let supply = try 260_000 * Self.bera + .random(below: 900_000 * Self.bera, using: &generator)
      var pool = try Self.pool(
        consensus: try supply + .random(below: supply, using: &generator), supply: supply,
        rules: .deployed)
      for _ in 0..<20 {
        let (before, supplyBefore) = (pool.sharePrice, pool.totalSupply)
        let amount = try 1 + ExactInteger.random(below: 20_000 * Self.bera, using: &generator)
        var isFeeMint = false
        switch UInt64.random(in: 0..<4, using: &generator) {
        case 0: _ = try? pool.deposit(amount)
        case 1:
          _ = try? pool.requestWithdrawal(
            of: amount, at: try Timestamp(0), blockTime: Self.blockTime)
        case 2:
          _ = try? pool.requestRedemption(
            of: amount, at: try Timestamp(0), blockTime: Self.blockTime)
        default:
          let made = try pool.addReward(amount, from: .rewardsVault)
          try expectFeeKeepsValue(of: before, made, pool)
          isFeeMint = true
        }
        let after = pool.sharePrice
        taken += pool.totalSupply == supplyBefore ? 0 : 1
        #expect(after.conversion >= before.conversion)
        if isFeeMint, let old = before.ratio, let new = after.ratio { #expect(new >= old) }
      }
    }
    // A pool that refused everything would keep its price too.
    #expect(taken > 600, "\(taken) of 1200 operations were taken")
  }

  /// Holders keep at least the value net of the fee, and lose no more than one share's rounding.
  private func expectFeeKeepsValue(
    of before: PoolSharePrice, _ made: PoolReward, _ pool: StakingPool
  ) throws {
    let supply = pool.totalSupply - made.feeShares
    let net = try ExactRational(pool.assets.total - made.fee, supply)
    let after = try #require(pool.sharePrice.ratio)
    #expect(after >= net)
    let withOneMore = try ExactRational(pool.assets.total, pool.totalSupply + 1)
    #expect(withOneMore < net)
  }

  @Test func `A first deposit mints one share a wei and goes on at 10_000 BERA`() throws {
    var pool = try Self.pool(consensus: 0, supply: 0)
    let first = try pool.deposit(9_999 * Self.bera)
    #expect(first.shares == 9_999 * Self.bera && first.movedToConsensusLayer == 0)
    let second = try pool.deposit(Self.bera + 1_500_000_001)
    #expect(second.movedToConsensusLayer == 10_000 * Self.bera + 1_000_000_000)
    #expect(pool.assets.buffer == 500_000_001)
    #expect(pool.phase == .collecting)
    let third = try pool.deposit(240_000 * Self.bera)
    #expect(third.activated)
    #expect(pool.phase == .active)
  }

  @Test func `Deposits end at the capacity, on pause and after an exit`() throws {
    var pool = try Self.pool(
      consensus: 9_999_999 * Self.bera, supply: 9_999_999 * Self.bera)
    #expect(throws: Fault.self) { try pool.deposit(Self.bera + 1) }
    pool.depositsPaused = true
    #expect(
      throws: Fault.refused(operation: "deposit", reason: "deposits are paused")
    ) { try pool.deposit(Self.bera) }
    pool.depositsPaused = false
    try pool.deposit(Self.bera)
    #expect(pool.remainingCapacity == 0)
    #expect(throws: Fault.self) { try pool.deposit(1) }
  }

  @Test func `Before the threshold only the buffer pays, and the delay still holds`() throws {
    var pool = try Self.pool(
      consensus: 10_000 * Self.bera, buffer: 100 * Self.bera, supply: 10_100 * Self.bera)
    #expect(throws: Fault.self) {
      try pool.requestWithdrawal(
        of: 101 * Self.bera, at: try Timestamp(0), blockTime: Self.blockTime)
    }
    let made = try pool.requestWithdrawal(
      of: 60 * Self.bera, at: try Timestamp(1_000), blockTime: Self.blockTime)
    #expect(pool.assets.buffer == 40 * Self.bera)
    #expect(made.readyAt == (try Timestamp(1_000 + 98_304)))
    #expect(throws: Fault.self) {
      try pool.finalizeWithdrawal(made.id, at: try Timestamp(1_000 + 98_303))
    }
    let paid = try pool.finalizeWithdrawal(made.id, at: try Timestamp(99_304))
    #expect(paid == made)
    #expect(pool.withdrawals.isEmpty)
  }

  @Test func `A withdrawal below the minimum effective balance is a full exit`() throws {
    var pool = try Self.pool()
    let small = try pool.requestWithdrawal(
      of: 50_000 * Self.bera, at: try Timestamp(0), blockTime: Self.blockTime)
    #expect(!small.triggeredFullExit && pool.phase == .active)
    let last = try pool.requestWithdrawal(of: 1, at: try Timestamp(0), blockTime: Self.blockTime)
    #expect(last.triggeredFullExit && pool.phase == .exited)
    #expect(pool.assets.consensusDeposits == 0)
    // What was burned is what is gone: the rest is there to be redeemed.
    let rest = try pool.requestRedemption(
      of: pool.totalSupply, at: try Timestamp(0), blockTime: Self.blockTime)
    #expect(pool.totalSupply == 0)
    #expect(small.amount + last.amount + rest.amount + pool.assets.total == 300_000 * Self.bera)
    #expect(throws: Fault.self) { try pool.deposit(Self.bera) }
  }

  @Test func `Deployed rules: the operator covers first, and the delay counts blocks`() throws {
    var pool = try Self.pool(rules: .deployed)
    try pool.addReward(30 * Self.bera, from: .operatorRewards)
    let made = try pool.requestWithdrawal(
      of: 40 * Self.bera, at: try Timestamp(0), blockTime: try ExactRational(1963, 1000))
    #expect(made.coveredByOperator == 30 * Self.bera)
    #expect(pool.assets.operatorRewards == 0)
    #expect(pool.assets.consensusDeposits == 299_990 * Self.bera)
    // 129_600 blocks of 1.963 s are 254_404.8 s.
    #expect(made.readyAt == (try Timestamp(254_405)))
  }

  @Test func `A fee above the rules' cap is refused; shares without assets have a price of 0`()
    throws
  {
    #expect(throws: Fault.self) { try Self.pool(feeBps: 1_001) }
    #expect(throws: Never.self) { try Self.pool(feeBps: 2_000, rules: .deployed) }
    #expect(try Self.pool(consensus: 0, supply: 1).sharePrice.ratio == .zero)
    #expect(throws: Fault.self) {
      try PoolAssets(consensusDeposits: 1, unchargedFee: 2)
    }
  }

  @Test func `Charging an accrued fee keeps the price`() throws {
    var pool = try StakingPool(
      rules: .documented,
      assets: try PoolAssets(
        consensusDeposits: 300_000 * Self.bera, operatorRewards: 500 * Self.bera,
        unchargedFee: 50 * Self.bera),
      totalSupply: 250_000 * Self.bera, feeRate: try BasisPoints(1_000))
    let before = try #require(pool.sharePrice.ratio)
    let minted = try pool.chargeAccruedFee()
    let after = try #require(pool.sharePrice.ratio)
    #expect(minted > 0 && after >= before)
    #expect((after - before) < (try ExactRational(1, Wad.scale)))
  }
}
