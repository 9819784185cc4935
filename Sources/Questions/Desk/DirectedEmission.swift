internal import Contracts
internal import EVMArithmetic
internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Text
internal import Yields

/// What a validator's block pays, and what of it the validator directs to vaults.
struct DirectedEmission: Sendable {
  /// Wei per block for the operator.
  let base: ExactInteger
  /// Wei per block for vaults; nil where it depends on a boost that is not known.
  let reward: ExactInteger?
  /// What of it goes to governance's dedicated stream first, wei.
  let dedicated: ExactInteger?
  /// Seconds per block, exact.
  let blockTime: ExactRational

  /// What the validator directs, wei per block.
  var directed: ExactInteger? {
    reward.flatMap { reward in dedicated.map { reward - $0 } }
  }

  /// Blocks per day that a part of the stake can expect, exact.
  func blocksPerDay(_ share: ExactRational) -> ExactRational {
    ExactRational(Seconds.day.count).divided(byNonZero: blockTime) * share
  }

  /// What a part of the stake can expect to direct per day, wei, rounded down.
  func perDay(_ share: ExactRational) -> ExactInteger? {
    directed.map { (ExactRational($0) * blocksPerDay(share)).integer(rounding: .down) }
  }
}

extension SnapshotFile {
  /// What a block of a validator pays: the block's own rates, in the BGT era at the validator's boost.
  ///
  /// - Parameters:
  ///   - validator: whose block.
  ///   - inputs: `blockTime` and `boost`, where options give them.
  ///   - profile: the rules of the block rewards.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the payments.
  /// - Throws: a `Fault` where the snapshot could not read the rates.
  func directedEmission(
    of validator: ObservedValidator, _ inputs: InputObject, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws(Fault) -> DirectedEmission {
    let rewards = try BlockRewardQuestion.read(
      InputObject(
        inside: blockRewards(hasStake: false), "a snapshot's block rewards",
        keys: BlockRewardQuestion.keys, options: ["blockTime": try inputs.text("blockTime")]),
      year: .days365, profile: profile, notes: &notes)
    let given = try inputs.field("boost").map { field throws(Fault) in
      try field.boost(under: rewards.rewards, notes: &notes)
    }
    let own = rewards.rewards.boostCurve == nil ? nil : try boost(of: validator)
    let block = try BlockEmission(rewards: rewards.rewards, boost: given ?? own)
    return DirectedEmission(
      base: block.base, reward: block.reward,
      dedicated: try block.reward.map { reward throws(Fault) in try dedicated(of: reward) },
      blockTime: rewards.blockTime)
  }

  /// The validator's share of all boosts as the contract has it, rounded down; nil where it could not be
  /// read.
  private func boost(of validator: ObservedValidator) throws(Fault) -> Wad? {
    guard let boosts = validator.boosts,
      let total = try node("chef")?.member("totalBoosts")?.field("boosts").rawInteger("boosts")
    else { return nil }
    guard !boosts.isZero, boosts <= total else { return boosts.isZero ? .zero : nil }
    return Wad(
      raw: boosts.multiplied(by: Wad.scale, dividedByNonZero: total, rounding: .down))
  }

  /// What governance's stream takes of one reward, as the contract divides it.
  private func dedicated(of reward: ExactInteger) throws(Fault) -> ExactInteger {
    guard let member = dedicatedStream(), let node = node("stream") else { return 0 }
    let stream = try DedicatedEmissionStream<String>.read(
      InputNode(member.node, path: node.path, file: node.file), isWhole: false
    ) { $0 }
    // Whom the rest goes to changes nothing, but without a default allocation the contract pays nobody.
    var candidates = AllocationCandidates<String>(
      rules: WeightRules(maxNumWeights: .max, maxWeightPerVault: UInt256(10_000)),
      inactivityBlockSpan: nil)
    candidates.default.weights = [.init(receiver: "", percentage: UInt256(10_000))]
    let plan = try AllocationPlan(of: reward, at: 1, candidates: candidates, stream: stream)
    return plan.dedicated.reduce(0) { $0 + $1.amount }
  }
}
