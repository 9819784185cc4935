import Contracts
import Testing
import Text
import Words

@testable import Chain

@Suite("What the file says of what is not there")
struct SnapshotGapTests {
  private static let deployment = Deployment.mainnet

  private static func read(
    _ request: SnapshotRequest = SnapshotRequest(deployment: deployment),
    _ change: (inout MadeChain) -> Void = { _ in }
  ) throws -> ChainReading {
    var chain = MadeChain()
    change(&chain)
    var endpoint = try ScriptedEndpoint([MadeNode(chain: chain)], request)
    return try endpoint.run().reading
  }

  /// The gap of a field: of whom, which call, why.
  private static func gap(_ reading: ChainReading, _ field: String) -> [String?] {
    let gaps = JSONNode(value: reading.snapshot.document)["gaps"]?.elements ?? []
    let gap = gaps.first { $0["field"]?.string == field }
    return ["of", "call", "reason"].map { gap?[$0]?.string }
  }

  @Test func `nothing is zero that is not known`() throws {
    for (answer, reason) in [
      ([], "empty reply"), ([0], "short reply: 1 bytes, at least 32 expected"),
      (nil, "execution reverted"),
    ] as [([UInt8]?, String)] {
      let reading = try Self.read { chain in
        chain.set(.totalSupply, of: MadeChain.vault(0), answer)
        chain.set(.decimals, of: MadeChain.stake(0), answer)
      }
      #expect(reading["vaults 0 totalSupply"] == .null)
      #expect(reading["vaults 0 stakeDecimals"] == .null)
      #expect(reading["vaults 1 totalSupply"] == .string("2000"))
      #expect(
        Self.gap(reading, "$.vaults[0].totalSupply")
          == [MadeChain.vault(0).description, "totalSupply()", reason])
      #expect(
        Self.gap(reading, "$.vaults[0].stakeDecimals")
          == [MadeChain.stake(0).description, "decimals()", reason])
    }
  }

  @Test func `the gap of a call covers what hangs on it`() throws {
    let reading = try Self.read { $0.set(.stakeToken, of: MadeChain.vault(0), nil) }
    for key in ["stakeToken", "symbol", "name", "stakeDecimals", "stakePrice", "stakePriceSource"] {
      #expect(reading["vaults 0 \(key)"] == .null)
    }
    #expect(reading.gaps.filter { $0.hasPrefix("$.vaults[0].s") } == ["$.vaults[0].stakeToken"])
    #expect(!reading.gaps.contains("$.vaults[0].name"))
  }

  @Test func `nothing queued is no gap`() throws {
    let key = ValidatorKey(number: 9)
    var request = SnapshotRequest(deployment: Self.deployment)
    request.validators = [key]
    func read(block: UInt64, weights: Int) throws -> ChainReading {
      try Self.read(request) { chain in
        let list = (0..<weights).flatMap { index in
          chain.word(MadeChain.vault(index)) + chain.word(5000)
        }
        let allocation =
          chain.word(32) + chain.word(77) + chain.word(64) + chain.word(UInt64(weights)) + list
        for getter in [
          Getter.getSetActiveRewardAllocation, .getQueuedRewardAllocation,
          .getActiveRewardAllocation,
        ] {
          chain.set(getter, of: Self.deployment.beraChef, ABIWriter(key), allocation)
        }
        chain.set(
          .getValQueuedCommissionOnIncentiveTokens, of: Self.deployment.beraChef, ABIWriter(key),
          chain.word(block) + chain.word(1250))
      }
    }
    let none = try read(block: 0, weights: 0)
    for field in ["queuedCommission", "queuedCommissionBlock", "setAllocation", "queuedAllocation"]
    {
      #expect(none["validators 0 \(field)"] == .null)
      #expect(!none.gaps.contains { $0.hasPrefix("$.validators[0].\(field)") })
    }
    let queued = try read(block: 21_340_218, weights: 2)
    #expect(queued["validators 0 pubkey"] == .string(key.description))
    #expect(queued["validators 0 queuedCommission"] == .number("1250"))
    #expect(queued["validators 0 queuedCommissionBlock"] == .number("21340218"))
    #expect(queued["validators 0 setAllocation startBlock"] == .number("77"))
    #expect(queued["validators 0 queuedAllocation weights 1 weight"] == .number("5000"))
    #expect(
      queued["validators 0 activeAllocation 0 receiver"] == .string(MadeChain.vault(0).description))
    // What does not answer is a gap all the same.
    #expect(queued.gaps.contains("$.validators[0].commission"))
  }

  @Test func `a staking pool is read where the factory says that it is`() throws {
    let (key, pool) = (ValidatorKey(number: 4), Address(number: 0x9_0000))
    var request = SnapshotRequest(deployment: Self.deployment)
    request.pools = [key]
    func read(_ pool: Address) throws -> ChainReading {
      try Self.read(request) { chain in
        let others = (1...3).map { chain.word(Address(number: 0x9_1000 + UInt64($0))) }
        chain.set(
          .getCoreContracts, of: Self.deployment.stakingPoolContractsFactory, ABIWriter(key),
          others[0] + chain.word(pool) + others[1] + others[2])
        for (index, getter) in [
          Getter.totalAssets, .totalSupply, .bufferedAssets, .totalDeposits, .isActive,
          .isFullyExited,
        ].enumerated() {
          chain.set(
            getter, of: Address(number: 0x9_0000),
            chain.word(index < 4 ? UInt64(100 + index) : UInt64(5 - index)))
        }
      }
    }
    let reading = try read(pool)
    #expect(reading["pools 0 kind"] == .string("sWBERA"))
    #expect(reading["pools 1 kind"] == .string("stakingPool"))
    #expect(reading["pools 1 pubkey"] == .string(key.description))
    #expect(reading["pools 1 address"] == .string(pool.description))
    #expect(
      ["totalAssets", "totalSupply", "bufferedAssets", "totalDeposits"].map {
        reading["pools 1 \($0)"]
      }
        == ["100", "101", "102", "103"].map { .string($0) })
    #expect(reading["pools 1 isActive"] == .bool(true))
    #expect(reading["pools 1 isFullyExited"] == .bool(false))
    let missing = try read(.zero)
    #expect(missing["pools 1 address"] == .null)
    #expect(missing.gaps.filter { $0.hasPrefix("$.pools[1]") } == ["$.pools[1].address"])
  }

  @Test func `the era is what the contracts answer`() throws {
    let deployment = Self.deployment
    let flags: [(Getter, Address)] = [
      (.version, deployment.blockRewardController), (.emissionToken, deployment.distributor),
      (.incentiveTokensCollector, deployment.rewardVaultFactory),
    ]
    for count in 0...3 {
      let reading = try Self.read { chain in
        for (getter, target) in flags.prefix(count) { chain.set(getter, of: target, chain.word(2)) }
      }
      #expect(reading["era"] == .string(["bgt", "mixed", "mixed", "pol-next"][count]))
      #expect(reading["eraFlags controllerVersion"] == (count > 0 ? .number("2") : .null))
      #expect(!reading.gaps.contains { $0.hasPrefix("$.era") })
    }
    // An empty reply is no revert: nobody knows.
    let unclear = try Self.read { $0.set(.version, of: deployment.blockRewardController, []) }
    #expect(unclear["era"] == .null)
    #expect(unclear.gaps.contains("$.era"))
  }

  @Test func `an oracle's price has an age`() throws {
    let oracle = Self.deployment.oracles[1]
    let wbera = ABIWriter(Self.deployment.wbera)
    func price(_ price: UInt64, _ age: Int64) throws -> ChainReading {
      try Self.read { chain in
        let time = UInt64(Int64(chain.timestamp) - age)
        chain.set(.getPriceUnsafe, of: oracle, wbera, chain.word(price) + chain.word(time))
      }
    }
    #expect(try price(1, 3600)["vaults 0 rewardPrice"] == .string("0.000000000000000001"))
    for (value, age, reason) in [
      (1, 3601, "an oracle's price is 3601 s old"), (0, 5, "an oracle's price is 0"),
      (1, -1, "an oracle's price is of a time after the block: 1768681315"),
    ] as [(UInt64, Int64, String)] {
      let reading = try price(value, age)
      #expect(reading["vaults 0 rewardPrice"] == .null)
      #expect(Self.gap(reading, "$.vaults[0].rewardPrice").last == reason)
    }
  }
}
