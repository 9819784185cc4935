import Contracts
import Faults
import FixedPoint
import Text
import Testing

@testable import Questions
@testable import Inputs

@Suite struct ProfileOverridesTests {
  private static func document(_ json: String) throws -> InputNode {
    InputNode(try JSONReader.parse(json), file: "profile.json")
  }

  private func profile(
    _ json: String, era: ProtocolProfile.Era? = nil
  ) throws -> ProtocolProfile {
    var notes = InputNotes(strict: false)
    return try ProfileChoice(era: era, overrides: try Self.document(json), notes: &notes).profile
  }

  @Test func `nothing named, nothing changed`() throws {
    #expect(try profile("{}") == .polNext)
  }

  @Test func `what is named is replaced, the rest stays`() throws {
    let changed = try profile(
      """
      {"rewardVault": {"maxRewardDuration": 1209600}, "commission": {"maxRate": 3000},
       "incentiveFeeRate": 100, "validatorSet": {"blockTime": "1.963"},
       "pool": {"withdrawalDelay": {"blocks": 5}, "operatorCoversWithdrawals": true},
       "blockRewards": {"baseRate": "7", "boostCurve": {"multiplier": "2"}}}
      """)
    var expected = ProtocolProfile.polNext
    expected.rewardVault.maxRewardDuration = 1_209_600
    expected.commission.maxRate = 3_000
    expected.incentiveFeeRate = 100
    expected.validatorSet.blockTime = 1_963_000_000_000_000_000
    expected.pool.withdrawalDelay = .blocks(5)
    expected.pool.operatorCoversWithdrawals = true
    expected.blockRewards.baseRate = 7
    var curve = ProtocolProfile.BlockRewards.BoostCurve.bgtEra
    curve.multiplier = 2
    expected.blockRewards.boostCurve = curve
    #expect(changed == expected)
  }

  @Test func `a curve is taken away by null`() throws {
    let changed = try profile(#"{"blockRewards": {"boostCurve": null}}"#, era: .bgt)
    #expect(changed.blockRewards.boostCurve == nil)
  }

  @Test func `an era in the file gives that era's preset first`() throws {
    #expect(try profile(#"{"era": "bgt"}"#) == .bgt)
    #expect(try profile(#"{"era": "bgt"}"#, era: .bgt) == .bgt)
    var expected = ProtocolProfile.bgt
    expected.incentiveFeeRate = 100
    #expect(try profile(#"{"era": "bgt", "incentiveFeeRate": 100}"#) == expected)
    #expect(try profile("{}", era: .bgt) == .bgt)
  }

  @Test func `the BGT era keeps the operator's rewards with the operator, under both rules`() throws
  {
    var notes = InputNotes(strict: false)
    for rules in PoolRulesName.allCases {
      for era in ProtocolProfile.Era.allCases {
        let chosen = try ProfileChoice(era: era, poolRules: rules, notes: &notes).profile
        #expect(chosen.pool.compoundsOperatorRewards == (era == .polNext))
      }
    }
  }

  @Test(arguments: [
    (
      #"{"era": "bgt"}"#, "--era: found pol-next; expected bgt, the era of --profile, or no --era"
    )
  ])
  func `another era beside it is refused`(json: String, message: String) throws {
    #expect(
      "\(try #require(#expect(throws: Fault.self) { try profile(json, era: .polNext) }))" == message
    )
  }

  @Test(arguments: [
    (
      #"{"rewardVault": {"minRewardDuration": 900000, "maxRewardDuration": 700000}}"#,
      "1:39: $.rewardVault.minRewardDuration: found 900000; expected at most maxRewardDuration, 700000"
    ),
    (
      #"{"rewardVault": {"maxRewardDuration": 100}}"#,
      "1:39: $.rewardVault.maxRewardDuration: found 100; expected at least minRewardDuration, 259200"
    ),
    (
      #"{"rewardVault": {"initialRewardsDuration": 5}}"#,
      "1:44: $.rewardVault.initialRewardsDuration: found 5; expected at least minRewardDuration, 259200"
    ),
    (
      #"{"rewardVault": {"initialRewardsDuration": 604801}}"#,
      "1:44: $.rewardVault.initialRewardsDuration: found 604801; expected at most maxRewardDuration, 604800"
    ),
    (
      #"{"commission": {"maxRate": 400}}"#,
      "1:28: $.commission.maxRate: found 400; expected at least defaultRate, 500"
    ),
    (
      #"{"commission": {"defaultRate": 2001}}"#,
      "1:32: $.commission.defaultRate: found 2001; expected at most maxRate, 2000"
    ),
    (
      #"{"validatorSet": {"minimumStake": "10000000000000000000000001"}}"#,
      "1:35: $.validatorSet.minimumStake: found 10000000000000000000000001; expected at most maximumStake, 10000000000000000000000000"
    ),
    (
      #"{"pool": {"activeThreshold": 6, "capacity": 5, "bufferThreshold": 1}}"#,
      "1:30: $.pool.activeThreshold: found 6; expected at most capacity, 5"
    ),
    (
      #"{"pool": {"activeThreshold": 1, "capacity": 5, "bufferThreshold": 7}}"#,
      "1:67: $.pool.bufferThreshold: found 7; expected at most capacity, 5"
    ),
    (
      #"{"blockRewards": {"baseRate": "5000000000000000001"}}"#,
      "1:31: $.blockRewards.baseRate: found 5000000000000000001; expected at most blockRewardLimits.maxBaseRate, 5000000000000000000"
    ),
    (
      #"{"blockRewardLimits": {"maxRewardRate": 1}}"#,
      "1:41: $.blockRewardLimits.maxRewardRate: found 1; expected at least blockRewards.rewardRate, 1305000000000000000"
    ),
    (
      #"{"blockRewards": {"boostCurve": {"convexity": "1000000000000000001"}}}"#,
      "1:47: $.blockRewards.boostCurve.convexity: found 1000000000000000001; expected at most blockRewardLimits.maxRewardConvexity, 1000000000000000000"
    ),
    (
      #"{"blockRewards": {"boostCurve": {"multiplier": "5000000000000000001"}}}"#,
      "1:48: $.blockRewards.boostCurve.multiplier: found 5000000000000000001; expected at most blockRewardLimits.maxBoostMultiplier, 5000000000000000000"
    ),
    (
      #"{"blockRewards": {"boostCurve": {"minimumRewardRate": "10000000000000000001"}}}"#,
      "1:55: $.blockRewards.boostCurve.minimumRewardRate: found 10000000000000000001; expected at most blockRewardLimits.maxMinBoostedRewardRate, 10000000000000000000"
    ),
    (
      #"{"pool": {"withdrawalDelay": {"seconds": "18446744073709551615"}}}"#,
      "1:42: $.pool.withdrawalDelay.seconds: found 18446744073709551615; expected a delay that ends before the year 5138"
    ),
  ])
  func `limits that contradict each other are refused`(json: String, message: String) throws {
    let fault = try #require(#expect(throws: Fault.self) { try profile(json) })
    #expect("\(fault)" == "profile.json:" + message)
  }

  @Test(arguments: [
    (
      #"{"rewardvault": {}}"#,
      "profile.json:1:2: $.rewardvault: found an unknown key; expected one of era, rewardVault, commission, allocation, blockRewardLimits, blockRewards, boosts, validatorSet, pool, incentiveFeeRate, stakerVaultCooldown"
    ),
    (
      #"{"pool": {"feeCapp": 1}}"#,
      "profile.json:1:11: $.pool.feeCapp: found an unknown key; expected one of feeCap, bufferThreshold, depositUnit, activeThreshold, capacity, auctionPayout, operatorCoversWithdrawals, compoundsOperatorRewards, withdrawalDelay"
    ),
    (#"{"pool": 5}"#, "profile.json:1:10: $.pool: found 5; expected an object: parameters of pool"),
    (
      #"{"pool": {"feeCap": -1}}"#,
      "profile.json:1:21: $.pool.feeCap: found \"-1\"; expected basis points, 0 or more"
    ),
    (
      #"{"pool": {"feeCap": 10001}}"#,
      "profile.json:1:21: $.pool.feeCap: found 10001 basis points; expected at most 10000"
    ),
    (
      #"{"pool": {"depositUnit": 0}}"#,
      "profile.json:1:26: $.pool.depositUnit: found 0; expected more than 0"
    ),
    (
      #"{"pool": {"withdrawalDelay": {"blocks": 5, "seconds": 5}}}"#,
      "profile.json:1:30: $.pool.withdrawalDelay: found 2 delays; expected either seconds or blocks"
    ),
    (
      #"{"validatorSet": {"blockTime": "0"}}"#,
      "profile.json:1:32: $.validatorSet.blockTime: found \"0\"; expected seconds per block, more than 0 and at most 60"
    ),
    (
      #"{"validatorSet": {"blockTime": "2000"}}"#,
      "profile.json:1:32: $.validatorSet.blockTime: found \"2000\"; expected seconds per block, more than 0 and at most 60"
    ),
    (#"{"era": "bgtt"}"#, "profile.json:1:9: $.era: found \"bgtt\"; expected one of bgt, pol-next"),
  ])
  func `a fault is one error with its path`(json: String, message: String) throws {
    do {
      _ = try profile(json)
      Issue.record("expected an error")
    } catch {
      #expect("\(error)" == message, "\(error)")
    }
  }
}
