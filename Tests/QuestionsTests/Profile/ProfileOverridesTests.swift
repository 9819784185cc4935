import FixedPoint
import Contracts
import Text
import Testing

@testable import Questions
@testable import Inputs

@Suite struct ProfileOverridesTests {
  private static func document(_ json: String) throws -> InputNode {
    InputNode(try JSONReader.parse(json), file: "profile.json")
  }

  private func profile(_ json: String) throws -> ProtocolProfile {
    var profile = ProtocolProfile.polNext
    var notes = InputNotes(strict: false)
    try profile.override(with: try Self.document(json), notes: &notes)
    return profile
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
    var profile = ProtocolProfile.bgt
    var notes = InputNotes(strict: false)
    try profile.override(
      with: try Self.document(#"{"blockRewards": {"boostCurve": null}}"#), notes: &notes)
    #expect(profile.blockRewards.boostCurve == nil)
  }

  @Test(arguments: [
    (
      #"{"rewardvault": {}}"#,
      "profile.json:1:2: $.rewardvault: found an unknown key; expected one of era, rewardVault, commission, allocation, blockRewardLimits, blockRewards, validatorSet, pool, incentiveFeeRate, stakerVaultCooldown"
    ),
    (
      #"{"pool": {"feeCapp": 1}}"#,
      "profile.json:1:11: $.pool.feeCapp: found an unknown key; expected one of feeCap, bufferThreshold, depositUnit, activeThreshold, capacity, auctionPayout, operatorCoversWithdrawals, withdrawalDelay"
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
