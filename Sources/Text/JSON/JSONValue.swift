internal import Faults

/// A JSON value that lost nothing: numbers stay the text that was written, members stay in order.
package indirect enum JSONValue: Hashable, Sendable {
  case object([JSONMember])
  case array([JSONNode])
  case string(String)
  /// The number's text exactly as written, such as `1e-5` or `272490527103681170793308992914391673`.
  case number(String)
  case bool(Bool)
  case null

  /// What the value is, with its article, for "found ..." and "expected ..." in messages.
  package var kind: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "a boolean"
    case .null: "null"
    }
  }

  /// An object of plain values, for output, where positions mean nothing.
  package static func members(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { JSONMember(key: $0.key, value: $0.value) })
  }

  /// An array of plain values, for output, where positions mean nothing.
  package static func elements(_ values: some Sequence<JSONValue>) -> JSONValue {
    .array(values.map { JSONNode(value: $0) })
  }

  /// A text, or null where there is none.
  package static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The first whole number that a double does not tell from the next one.
  package static let numberLimit: UInt64 = 1 << 53

  /// A whole number by its digits: a string from ``numberLimit`` on, where a reader that takes numbers for
  /// doubles would lose some, and for anything else.
  package static func whole(_ text: String) -> JSONValue {
    Int64(text).map { $0.magnitude < numberLimit } ?? false ? .number(text) : .string(text)
  }

  /// A whole number, or null where there is none.
  package static func count(_ count: UInt64?) -> JSONValue {
    count.map { .number(String($0)) } ?? .null
  }

  /// A short picture of the value for messages: scalars as written, containers by kind.
  package var excerpt: String {
    switch self {
    case .object, .array, .null: kind
    case .string(let text): Quotation.of(text)
    case .number(let text): Quotation.bare(text)
    case .bool(let value): value ? "true" : "false"
    }
  }
}

/// A value and where its text begins.
package struct JSONNode: Hashable, Sendable {
  package let value: JSONValue
  package let position: SourcePosition

  package init(value: JSONValue, position: SourcePosition = .start) {
    self.value = value
    self.position = position
  }

  /// The members when this is an object.
  package var members: [JSONMember]? {
    guard case .object(let members) = value else { return nil }
    return members
  }

  /// The elements when this is an array.
  package var elements: [JSONNode]? {
    guard case .array(let elements) = value else { return nil }
    return elements
  }

  /// The text when this is a string.
  package var string: String? {
    guard case .string(let text) = value else { return nil }
    return text
  }

  /// The text of a string or a number: how raw integers and decimals arrive.
  package var scalarText: String? {
    switch value {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The value when this is `true` or `false`.
  package var bool: Bool? {
    guard case .bool(let value) = value else { return nil }
    return value
  }

  package var isNull: Bool { value == .null }

  /// The member called `key` when this is an object that has it.
  package subscript(key: String) -> JSONNode? {
    members?.first { $0.key == key }?.node
  }
}

/// One `"key": value` of an object, with the place of the key.
package struct JSONMember: Hashable, Sendable {
  package let key: String
  package let keyPosition: SourcePosition
  package let node: JSONNode

  package init(key: String, keyPosition: SourcePosition, node: JSONNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.node = node
  }

  /// A member for output, where positions mean nothing.
  package init(key: String, value: JSONValue) {
    self.init(key: key, keyPosition: .start, node: JSONNode(value: value))
  }
}
