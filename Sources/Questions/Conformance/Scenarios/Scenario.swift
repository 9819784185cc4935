internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// A contract that a sequence of steps drives.
protocol Scenario: Sendable {
  /// The contract's name, for summaries.
  static var subject: String { get }
  /// The member of a step that says when: `t` in unix seconds, or `block`.
  static var momentKey: String { get }

  /// The keys of the case's `in`.
  static var inputKeys: KeyTree { get }
  /// The keys of the state before the first step; its views are not read.
  static var stateKeys: KeyTree { get }
  /// The operations and what each takes.
  static var operations: OperationKeys { get }

  /// Sets the contract up as the case says, or as a new contract is.
  init(_ setup: inout ScenarioSetup) throws(Fault)

  /// Does what a step asks.
  mutating func run(
    _ operation: String, _ input: RecordedObject, at moment: UInt64
  ) throws(Fault) -> Outcome

  /// The accounts that the state shows.
  var accounts: [ShownAccount] { get }

  /// What the views show, those of an account for `accounts` alone.
  func state(at moment: UInt64, of accounts: [ShownAccount]) -> JSONValue
}

/// What a scenario is set up from.
struct ScenarioSetup {
  /// The case's `in`; empty when the case has none.
  let input: RecordedObject
  /// The recorded state before the first step, if any.
  let initialState: RecordedObject?
  /// The recorded state after a case that is one call, as written.
  var finalState: JSONNode?
  /// The operations of the steps, as written.
  let operations: [JSONNode]
  /// The time or block of the first step.
  let firstMoment: UInt64
  /// The protocol's constants.
  let profile: ProtocolProfile
  /// What addresses are called.
  var labels = Labels()
  /// What the initial state says that cannot be.
  var conflicts: [Fault] = []

  /// The accounts of the initial state, in the order written.
  mutating func recordedAccounts() throws(Fault) -> [Address]? {
    guard let state = initialState,
      let accounts = try state.object("accounts", "accounts by name")
    else { return nil }
    return try accounts.addresses(&labels).map(\.address)
  }

  /// Every address that a step gives for one of `keys`, in order of first appearance.
  mutating func addresses(under keys: [String]) -> [Address] {
    var seen: Set<Address> = []
    var addresses: [Address] = []
    for operation in operations {
      for key in keys {
        guard let text = operation[key]?.scalarText else { continue }
        let address = labels.address(of: text)
        if seen.insert(address).inserted { addresses.append(address) }
      }
    }
    return addresses
  }
}

/// An account that a scenario shows, and what the file calls it.
struct ShownAccount: Sendable {
  let label: String
  let address: Address
}

extension ScenarioSetup {
  /// The accounts to show, by their labels of now.
  func shown(_ accounts: [Address]) -> [ShownAccount] {
    accounts.map { ShownAccount(label: labels.text(of: $0), address: $0) }
  }
}

extension Scenario {
  static var momentKey: String { "t" }

  /// What the views show.
  func state(at moment: UInt64) -> JSONValue { state(at: moment, of: accounts) }

  /// The outcome of an operation that a contract does not have.
  static func unknown(_ operation: String, _ input: RecordedObject) -> Fault {
    Field(text: operation, place: input.place("op")).unknownName(among: operations.names)
  }
}
