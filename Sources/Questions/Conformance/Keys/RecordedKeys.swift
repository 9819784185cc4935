internal import Contracts
internal import Inputs
internal import Text

/// The keys of scenario and conformance files: which there can be hangs on the contract, the operation
/// or the function that a case is about.
enum RecordedKeys {
  /// Of a case; what it records as an answer is compared, not read.
  private static let ofCase: KeyTree = [
    "name", "note", "about", "in", "initialState", "before", "steps", "out", "revert", "after",
  ]

  /// Of a document: `{about, cases: [...]}`, an array of cases, or a single case.
  static func content(of document: JSONNode) -> KeyTree.Content {
    if document.elements != nil { return .elements(.chosen(caseContent)) }
    if document["cases"] != nil {
      return .object(KeyTree(["about"]).with("cases", .elements(.chosen(caseContent))))
    }
    if document["steps"] != nil || document["in"] != nil { return caseContent(document) }
    return .object(["cases"] + ofCase)
  }

  @Sendable private static func caseContent(_ node: JSONNode) -> KeyTree.Content {
    guard node["steps"] != nil else {
      return .object(
        ofCase.with("in", .chosen(RecordedFunction.content(of:)))
          .with("before", .object(IncentivesCollectorScenario.stateKeys)))
    }
    return .object(sequences[RecordedContract(of: node)] ?? ofCase)
  }

  private static let sequences = Dictionary(
    uniqueKeysWithValues: RecordedContract.allCases.map { ($0, keys(of: $0.scenario)) })

  private static func keys<S: Scenario>(of scenario: S.Type) -> KeyTree {
    let operations = scenario.operations
    let step: KeyTree =
      KeyTree([scenario.momentKey])
      .with("in", .chosen { operations.content(of: $0) }) + [
        "out", "revert", "state", "note", "name",
      ]
    return ofCase.with("in", .object(scenario.inputKeys))
      .with("initialState", .object(scenario.stateKeys)).with("steps", .objects(step))
  }
}

extension RecordedFunction {
  /// What the inputs of a single call are, by the function that they name.
  @Sendable static func content(of input: JSONNode) -> KeyTree.Content {
    if input["op"] != nil { return IncentivesCollectorScenario.operations.content(of: input) }
    if input["params"] != nil, input["block"] != nil { return .object(RecordedDistribution.keys) }
    if let name = input["fn"] {
      // Of a function that there is not, nobody knows the inputs.
      return name.string.flatMap(keys(of:)).map { .object(["fn"] + $0) } ?? .value
    }
    if input["decimalsOffset"] != nil { return .object(KeyTree(shareConversions.keys)) }
    return .object(anyKeys)
  }

  /// What a call can have that names no function.
  private static let anyKeys = ProtocolProfile.Era.allCases.flatMap(names(in:)).reduce(
    ["fn"] + KeyTree(shareConversions.keys)
  ) { $0 + (keys(of: $1) ?? []) }
}
