internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// One validator's commission in BeraChef; moments are blocks.
struct CommissionScenario: Scenario {
  static let subject = "BeraChef commission"
  static let momentKey = "block"
  static let inputKeys: KeyTree = ["fn", "commissionChangeDelay"]
  static let stateKeys: KeyTree = []
  static let operations: OperationKeys = [
    "queueValCommission": ["caller", "commissionBps"], "activateQueuedValCommission": ["caller"],
  ]

  private var labels: Labels
  private var commission: ValidatorCommission
  private let delay: UInt64
  private let rules: ProtocolProfile.CommissionRules
  /// The commission has none.
  let accounts: [ShownAccount] = []

  init(_ setup: inout ScenarioSetup) throws(Fault) {
    labels = setup.labels
    commission = ValidatorCommission(operator: labels.address(of: "op"))
    rules = setup.profile.commission
    let field = try setup.input.requiredField("commissionChangeDelay", "a number of blocks")
    delay = try field.narrowWord("a number of blocks")
    do throws(Revert) {
      try ValidatorCommission.validate(changeDelay: delay, rules)
    } catch {
      throw field.error(expected: "blocks from 1 to \(rules.maxChangeDelay)")
    }
  }

  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome {
    switch operation {
    case "queueValCommission":
      let rate = try input.word("commissionBps", "basis points")
      let caller = try input.optionalAddress("caller", "an account", &labels)
      return Outcome.of { () throws(Revert) in
        try commission.queue(rate, by: caller ?? commission.operator, block: moment, rules)
        return .members([:])
      }
    case "activateQueuedValCommission":
      _ = try input.optionalAddress("caller", "an account", &labels)
      return Outcome.of { () throws(Revert) in
        try commission.activate(block: moment, delay: delay)
        return .members([:])
      }
    default: throw Self.unknown(operation, input)
    }
  }

  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue {
    .members([
      "effectiveCommissionBps": .word(commission.effectiveRate(rules)),
      "queuedBlock": .word(UInt64(commission.queued?.block ?? 0)),
      "queuedCommissionBps": .word(commission.queued?.rate ?? 0),
    ])
  }
}
