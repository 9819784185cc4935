internal import Faults
internal import Inputs
internal import Text

/// The operations of a contract by name, and what a step says of each beside `op`.
struct OperationKeys: Sendable, ExpressibleByDictionaryLiteral {
  /// In the order of messages.
  let names: [String]
  private let keys: [String: [String]]
  private let trees: [String: KeyTree]
  /// What any of them takes, for a step whose operation is not known.
  private let all: KeyTree

  init(dictionaryLiteral operations: (String, [String])...) {
    self.init(operations)
  }

  private init(_ operations: [(String, [String])]) {
    names = operations.map(\.0)
    keys = Dictionary(uniqueKeysWithValues: operations)
    trees = keys.mapValues { KeyTree(["op"] + $0) }
    all = operations.reduce(["op"]) { $0 + KeyTree($1.1) }
  }

  /// The same with keys that every operation takes.
  func with(_ common: [String]) -> OperationKeys {
    OperationKeys(names.map { ($0, (keys[$0] ?? []) + common) })
  }

  /// What an operation takes beside `op`; nil where there is no such operation.
  subscript(name: String) -> [String]? { keys[name] }

  /// The keys of a step's `in`; of an operation that there is not, nobody knows them.
  func content(of input: JSONNode) -> KeyTree.Content {
    guard let operation = input["op"] else { return .object(all) }
    return operation.string.flatMap { trees[$0] }.map { .object($0) } ?? .value
  }
}
