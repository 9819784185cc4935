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
    let reader = try RecordedObject(InputNode(node, path: path, file: source), "a case")
    let steps = try reader.array("steps", "the steps of a sequence")
    let input = try reader.object("in", "the inputs of the case")
    let recorded = Recorded(reader)
    if let conflict = recorded.conflict(in: reader) { throw conflict }
    let initialState = try reader.object("initialState", "the state before the first step")
    guard let steps else {
      guard let input else { throw reader.missing("in", "the inputs of the case") }
      guard initialState == nil else {
        throw reader.missing("steps", "the steps that follow the initialState")
      }
      return try single(input, node, path, recorded)
    }
    let sequence = Sequence(
      node: node, path: path, input: input, initialState: initialState, steps: steps)
    return try run(sequence, as: RecordedContract(of: node).scenario)
  }

  /// A case that is one call.
  private func single(
    _ input: RecordedObject, _ node: JSONNode, _ path: JSONPath, _ recorded: Recorded
  ) throws(Fault) -> ReplayedCase {
    if input.node["params"] != nil && input.node["block"] != nil {
      let processed = recorded.output?["blockRewardProcessed"]?.elements?.first
      let distribution = try RecordedDistribution(
        input, timestamp: processed?["nextTimestamp"]?.value, profile)
      var replayed = ReplayedCase(
        path: path, node: node, subject: "distributeFor", outcome: distribution.outcome)
      replayed.derivedInputs = distribution.derivedInputs
      return replayed
    }
    if input.node["op"] != nil { return try call(input, node, path) }
    let (name, function) = try function(of: input)
    let outcome = try function.answer(input, profile)
    return ReplayedCase(path: path, node: node, subject: name, outcome: outcome)
  }

  /// A call of the auction, recorded between the states before and after it.
  private func call(
    _ input: RecordedObject, _ node: JSONNode, _ path: JSONPath
  ) throws(Fault) -> ReplayedCase {
    let reader = try RecordedObject(InputNode(node, path: path, file: source), "a case")
    var setup = ScenarioSetup(
      input: input, initialState: try reader.object("before", "the state before the call"),
      finalState: node["after"], operations: [input.node], firstMoment: 0, profile: profile)
    var collector = try IncentivesCollectorScenario(&setup)
    let outcome = try collector.run(
      try input.requiredField("op", "an operation").text, input, at: 0)
    return ReplayedCase(
      path: path, node: node, subject: IncentivesCollectorScenario.subject, outcome: outcome,
      finalState: collector.state(at: 0))
  }

  private func function(
    of input: RecordedObject
  ) throws(Fault) -> (name: String, function: RecordedFunction) {
    guard let name = try input.field("fn") else {
      guard input.node["decimalsOffset"] != nil else {
        throw input.missing("fn", "the name of a function, or the inputs of a known contract")
      }
      return ("ERC4626 conversions", .shareConversions)
    }
    guard let function = RecordedFunction.named(name.text, in: profile.era) else {
      throw name.unknownName(among: RecordedFunction.names(in: profile.era))
    }
    return (name.text, function)
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
    var replayed = ReplayedCase(
      path: sequence.path, node: sequence.node, subject: S.subject, conflicts: setup.conflicts)
    // The recorded sequences of blocks begin without a state.
    if S.momentKey == "t" { replayed.initialState = contract.state(at: start) }
    replayed.states = { [contract] use throws(Fault) in
      var contract = contract
      for step in steps {
        _ = try step.run(on: &contract)
        try use(contract.state(at: step.moment))
      }
    }
    var last = start
    for step in steps {
      if step.moment < last { throw step.error(before: last) }
      last = step.moment
      let outcome = try step.run(on: &contract)
      replayed.steps.append(
        ReplayedStep(
          path: step.origin.path, node: step.origin.json, moment: step.moment, outcome: outcome,
          views: contract.state(at: step.moment, of: [])))
    }
    if !steps.isEmpty { replayed.lastState = contract.state(at: last) }
    return replayed
  }

  /// The time that a sequence starts at: as the set-up says, or its first step's.
  private func firstMoment(of sequence: Sequence, _ steps: [Step]) throws(Fault) -> UInt64 {
    let first = steps.first?.moment ?? 0
    guard let holder = sequence.input else { return first }
    if let config = try holder.object("config", "how the vault is set up") {
      return try config.field("t0")?.timestamp().seconds ?? first
    }
    return try holder.field("t0")?.timestamp().seconds ?? first
  }
}

/// A step of a sequence as read, before it runs.
private struct Step: Sendable {
  let origin: InputNode
  /// Unix seconds, or a block's number.
  let moment: UInt64
  let input: RecordedObject
  private let reader: RecordedObject
  private let momentKey: String

  init(_ origin: InputNode, momentKey: String) throws(Fault) {
    let reader = try RecordedObject(origin, "a step")
    self.origin = origin
    self.momentKey = momentKey
    moment =
      momentKey == "t"
      ? try reader.requiredField(momentKey, "unix seconds").timestamp().seconds
      : try reader.narrowWord(momentKey, "a block number")
    input = try reader.requiredObject("in", "the operation of the step")
    let recorded = Recorded(reader)
    if let conflict = recorded.conflict(in: reader) { throw conflict }
    self.reader = reader
  }

  func run(on contract: inout some Scenario) throws(Fault) -> Outcome {
    let operation = try input.requiredField("op", "an operation").text
    return try contract.run(operation, input, at: moment)
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

  init(_ reader: RecordedObject) {
    output = reader.node["out"]
    revert = reader.node["revert"]
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
