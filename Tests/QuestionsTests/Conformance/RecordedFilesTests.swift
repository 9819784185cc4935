import Yields
import TestSupport
import Testing
import Questions
@testable import Contracts

/// The real contracts' recorded results: every file, every case, every step, to the wei.
@Suite struct RecordedFilesTests {
  @Test(arguments: [
    ("solady_fixedpoint.json", 4_453, 0), ("evm_python_twin.json", 1_140, 0),
    ("reward_vault_sequences.json", 154, 3_348),
    ("staking_rewards_base_sequences.json", 30, 750), ("block_reward_controller.json", 728, 0),
    ("berachef_commission.json", 571, 138), ("distributor_split.json", 168, 0),
    ("erc4626_shares.json", 540, 0), ("wbera_staker_vault_sequences.json", 16, 480),
  ])
  func `the engine reproduces what the contracts did`(
    name: String, cases: Int, steps: Int
  ) throws {
    try Self.expectReproduced(name, .bgt, cases: cases, steps: steps)
  }

  @Test(arguments: [
    ("next_block_reward_controller.json", 160, 0), ("next_distributor_split.json", 182, 0),
    ("next_reward_vault_sequences.json", 46, 844), ("next_incentives_collector.json", 364, 0),
    ("next_lst_staker_vault_sequences.json", 16, 480),
  ])
  func `the engine reproduces what the contracts of PoL Next did`(
    name: String, cases: Int, steps: Int
  ) throws {
    try Self.expectReproduced(name, .polNext, cases: cases, steps: steps)
  }

  private static func expectReproduced(
    _ name: String, _ profile: ProtocolProfile, cases: Int, steps: Int
  ) throws {
    let file = try ConformanceFile(try VectorFile.bytes(name), source: name)
    let report = try VerificationReport(file, profile: profile)
    #expect(report.failures.map(\.mismatch.description) == [])
    #expect(report.unrecorded.isEmpty)
    #expect(report.caseCount == cases)
    #expect(report.tallies.reduce(0) { $0 + $1.steps } == steps)
  }
}
