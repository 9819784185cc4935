package import Contracts
package import Text

/// A value that could not be read: which call it needed, and why there is no answer.
package struct Gap: Error, Hashable, Sendable {
  /// The contract that was asked.
  package let of: Address
  /// The signature of the getter.
  package let call: String
  package let reason: String
  /// Whether the contract itself said no: a getter that it does not have reverts too.
  package let isRevert: Bool
}

/// What is known of a value while a snapshot is read.
package enum Answer<Value: Sendable>: Sendable {
  /// A call is still to be made.
  case pending
  case value(Value)
  case gap(Gap)

  package var value: Value? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  package var gap: Gap? {
    guard case .gap(let gap) = self else { return nil }
    return gap
  }

  package var isPending: Bool {
    if case .pending = self { true } else { false }
  }

  /// The same with another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Answer<Other> {
    switch self {
    case .pending: .pending
    case .value(let value): .value(transform(value))
    case .gap(let gap): .gap(gap)
    }
  }

  /// What follows from the value, which may need calls of its own.
  package func flatMap<Other>(_ transform: (Value) -> Answer<Other>) -> Answer<Other> {
    switch self {
    case .pending: .pending
    case .value(let value): transform(value)
    case .gap(let gap): .gap(gap)
    }
  }
}

/// A part of a snapshot's file: a value, a gap, or parts.
package indirect enum Observation: Sendable {
  case value(JSONValue)
  /// There is none, as the contracts say, or in this era.
  case none
  case gap(Gap)
  /// Null because of a gap that is listed elsewhere.
  case covered
  case members([(key: String, part: Observation)])
  case list([Observation])
}

extension Observation {
  /// The part of an answer; what is still pending is never written.
  package init<Value>(_ answer: Answer<Value>, _ json: (Value) -> JSONValue) {
    switch answer {
    case .pending: self = .none
    case .value(let value): self = .value(json(value))
    case .gap(let gap): self = .gap(gap)
    }
  }

  /// An object, its members in this order.
  package static func object(_ members: KeyValuePairs<String, Observation>) -> Observation {
    .members(members.map { (key: $0, part: $1) })
  }

  package static func text(_ text: some CustomStringConvertible) -> Observation {
    .value(.string(text.description))
  }

  package static func whole(_ number: some CustomStringConvertible) -> Observation {
    .value(.whole(number.description))
  }

  /// The document, and what is missing in it by path.
  package func document(
    at path: JSONPath = .root, gaps: inout [(path: JSONPath, gap: Gap)]
  ) -> JSONValue {
    switch self {
    case .value(let value): return value
    case .none, .covered: return .null
    case .gap(let gap):
      gaps.append((path, gap))
      return .null
    case .members(let members):
      return .object(
        members.map { key, part in
          JSONMember(key: key, value: part.document(at: path.appending(key), gaps: &gaps))
        })
    case .list(let parts):
      return .array(
        parts.enumerated().map { index, part in
          JSONNode(value: part.document(at: path.appending(index), gaps: &gaps))
        })
    }
  }
}
