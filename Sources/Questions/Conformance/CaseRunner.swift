internal import EVMArithmetic
package import Contracts
internal import Yields
internal import Quantities
package import Text
package import Faults
internal import Inputs

/// Runs the cases of scenario and conformance files, whatever contract they are about.
package struct CaseRunner: Sendable {
  private let source: String
  private let profile: ProtocolProfile

  /// Fixes where errors point and which constants hold.
  ///
  /// - Parameters:
  ///   - source: the file as the user named it.
  ///   - profile: the protocol's constants.
  package init(source: String, profile: ProtocolProfile) {
    self.source = source
    self.profile = profile
  }

  /// Runs one case.
  ///
  /// - Parameters:
  ///   - node: the case.
  ///   - path: where it stands.
  /// - Returns: the case with its outcomes.
  /// - Throws: `Fault` where the case cannot be understood.
  package func run(_ node: JSONNode, at path: JSONPath) throws(Fault) -> ReplayedCase {
    var reader = try RecordedObject(InputNode(node, path: path, file: source), "a case")
    for annotation in ["name", "note", "about"] { _ = reader.node(annotation) }
    let steps = try reader.array("steps", "the steps of a sequence")
    let input = try reader.object("in", "the inputs of the case")
    let recorded = Recorded(&reader)
    if let conflict = recorded.conflict(in: reader) { throw conflict }
    guard let steps else {
      guard let input else { throw reader.missing("in", "the inputs of the case") }
      try reader.refuseUnknownKeys()
      return try single(input, node, path, recorded)
    }
    let initialState = try reader.object("initialState", "the state before the first step")
    try reader.refuseUnknownKeys()
    let sequence = Sequence(
      node: node, path: path, input: input, initialState: initialState, steps: steps)
    let isCommission = input?.node["fn"]?.string == "commissionSequence"
    switch Self.contract(of: node, input: input) {
    case _ where isCommission: return try run(sequence, as: CommissionScenario.self)
    case .stakerVault: return try run(sequence, as: StakerVaultScenario.self)
    case .stakingRewards: return try run(sequence, as: StakingRewardsScenario.self)
    case .rewardVault: return try run(sequence, as: RewardVaultScenario.self)
    }
  }

  /// A case that is one call.
  private func single(
    _ input: RecordedObject, _ node: JSONNode, _ path: JSONPath, _ recorded: Recorded
  ) throws(Fault) -> ReplayedCase {
    var input = input
    if input.node["params"] != nil && input.node["block"] != nil {
      let processed = recorded.output?["blockRewardProcessed"]?.elements?.first
      let distribution = try RecordedDistribution(
        &input, timestamp: processed?["nextTimestamp"]?.value, profile)
      try input.refuseUnknownKeys()
      var replayed = ReplayedCase(
        path: path, node: node, subject: "distributeFor", outcome: distribution.outcome)
      replayed.derivedInputs = distribution.derivedInputs
      return replayed
    }
    let (name, function) = try function(of: &input)
    let outcome = try function.answer(&input, profile)
    try input.refuseUnknownKeys()
    return ReplayedCase(path: path, node: node, subject: name, outcome: outcome)
  }

  private func function(
    of input: inout RecordedObject
  ) throws(Fault) -> (name: String, function: RecordedFunction) {
    guard let name = try input.field("fn") else {
      guard input.node["decimalsOffset"] != nil else {
        throw input.missing("fn", "the name of a function, or the inputs of a known contract")
      }
      return ("ERC4626 conversions", .shareConversions)
    }
    guard let function = RecordedFunction.named(name.text) else {
      throw name.error(expected: "the name of a function that the engine has")
    }
    return (name.text, function)
  }

  /// The contracts that sequences are about.
  private enum Contract {
    case rewardVault, stakingRewards, stakerVault
  }

  /// Which contract a sequence is about: by its set-up, its state, or its operations.
  private static func contract(of node: JSONNode, input: RecordedObject?) -> Contract {
    if input?.node["config"] != nil { return .rewardVault }
    let state = node["initialState"] ?? node["steps"]?.elements?.first?["state"]
    if state?["wberaBalance"] != nil { return .stakerVault }
    if state?["rewardTokenBalance"] != nil { return .stakingRewards }
    if state?["whitelistedTokens"] != nil { return .rewardVault }
    let operations = (node["steps"]?.elements ?? []).compactMap { $0["in"] }
    let names = Set(operations.compactMap { $0["op"]?.string })
    if !names.isDisjoint(with: [
      "deposit", "mint", "depositNative", "redeem", "queueWithdraw", "queueRedeem",
    ]) {
      return .stakerVault
    }
    // BGTStaker is told for whom BGT calls; a vault's staker calls for itself.
    let isTold = operations.contains {
      $0["transferredBefore"] != nil || ($0["account"] != nil && $0["caller"] == nil)
    }
    return isTold ? .stakingRewards : .rewardVault
  }
}

extension CaseRunner {
  /// The parts of a sequence.
  private struct Sequence {
    let node: JSONNode
    let path: JSONPath
    let input: RecordedObject?
    let initialState: RecordedObject?
    let steps: [InputNode]
  }

  private func run<S: Scenario>(
    _ sequence: Sequence, as scenario: S.Type
  ) throws(Fault) -> ReplayedCase {
    let steps = try sequence.steps.map { node throws(Fault) in
      try Step(node, momentKey: S.momentKey)
    }
    let start = try firstMoment(of: sequence, steps)
    let absent = JSONNode(value: .object([]), position: sequence.node.position)
    let empty = try RecordedObject(
      InputNode(absent, path: sequence.path.appending("in"), file: source), "inputs")
    var setup = ScenarioSetup(
      input: sequence.input ?? empty, initialState: sequence.initialState,
      operations: steps.map(\.input.node),
      firstMoment: start, profile: profile)
    var contract = try S(&setup)
    try setup.input.refuseUnknownKeys()
    var replayed = ReplayedCase(
      path: sequence.path, node: sequence.node, subject: S.subject, conflicts: setup.conflicts)
    // The recorded sequences of blocks begin without a state.
    if S.momentKey == "t" { replayed.initialState = contract.state(at: start) }
    var last = start
    for var step in steps {
      if step.moment < last { throw step.error(before: last) }
      last = step.moment
      let operation = try step.input.requiredField("op", "an operation").text
      let outcome = try contract.run(operation, &step.input, at: step.moment)
      replayed.steps.append(
        ReplayedStep(
          path: step.origin.path, node: step.origin.json, moment: step.moment, outcome: outcome,
          state: contract.state(at: step.moment)))
    }
    return replayed
  }

  /// The time that a sequence starts at: as the set-up says, or its first step's.
  private func firstMoment(of sequence: Sequence, _ steps: [Step]) throws(Fault) -> UInt64 {
    let first = steps.first?.moment ?? 0
    guard var holder = sequence.input else { return first }
    if var config = try holder.object("config", "how the vault is set up") {
      return try config.field("t0")?.timestamp().seconds ?? first
    }
    return try holder.field("t0")?.timestamp().seconds ?? first
  }
}

/// A step of a sequence as read, before it runs.
private struct Step {
  let origin: InputNode
  /// Unix seconds, or a block's number.
  let moment: UInt64
  var input: RecordedObject
  private let reader: RecordedObject
  private let momentKey: String

  init(_ origin: InputNode, momentKey: String) throws(Fault) {
    var reader = try RecordedObject(origin, "a step")
    self.origin = origin
    self.momentKey = momentKey
    moment =
      momentKey == "t"
      ? try reader.requiredField(momentKey, "unix seconds").timestamp().seconds
      : try reader.narrowWord(momentKey, "a block number")
    input = try reader.requiredObject("in", "the operation of the step")
    let recorded = Recorded(&reader)
    for annotation in ["state", "note", "name"] { _ = reader.node(annotation) }
    if let conflict = recorded.conflict(in: reader) { throw conflict }
    try reader.refuseUnknownKeys()
    self.reader = reader
  }

  func error(before last: UInt64) -> Fault {
    reader.conflict(
      momentKey, found: String(moment),
      expected: "at least \(last): time does not run backwards")
  }
}

/// What a file records as the answer to a call.
private struct Recorded {
  let output: JSONNode?
  let revert: JSONNode?

  init(_ reader: inout RecordedObject) {
    output = reader.node("out")
    revert = reader.node("revert")
  }

  func conflict(in reader: RecordedObject) -> Fault? {
    if output != nil && revert != nil {
      return reader.conflict(
        "revert", found: "both out and revert", expected: "one of them")
    }
    if let revert, revert.string == nil {
      return reader.conflict(
        "revert", found: revert.value.excerpt, expected: "the name of a revert")
    }
    return nil
  }
}
