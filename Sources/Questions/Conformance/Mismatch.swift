internal import EVMArithmetic
package import Text

/// A recorded value that differs from the computed one.
package struct Mismatch: Hashable, Sendable, CustomStringConvertible {
  /// Where the recorded value stands, or should stand.
  package let path: JSONPath
  /// Its line in the file.
  package let line: Int
  /// What the file records.
  package let recorded: String
  /// What the engine computes.
  package let computed: String

  /// `line 7: $.cases[0].steps[2].state.rewardRate: recorded "1"; computed "2"`.
  package var description: String {
    "line \(line): \(path): recorded \(recorded); computed \(computed)"
  }
}

extension Mismatch {
  /// The first difference of a recorded value from a computed one, or nil.
  ///
  /// - Parameters:
  ///   - recorded: the value in the file.
  ///   - computed: the engine's value.
  ///   - path: where the recorded value stands.
  ///   - isWhole: whether an object must record every computed member; otherwise only what is
  ///     recorded is compared.
  /// - Returns: the difference.
  static func first(
    _ recorded: JSONNode, _ computed: JSONValue, at path: JSONPath, isWhole: Bool
  ) -> Mismatch? {
    switch (recorded.value, computed) {
    case (.object(let old), .object(let new)):
      return first(old, new, of: recorded, at: path, isWhole: isWhole)
    case (.array(let old), .array(let new)):
      for (index, pair) in zip(old, new).enumerated() {
        let path = path.appending(index)
        if let found = first(pair.0, pair.1.value, at: path, isWhole: isWhole) { return found }
      }
      return old.count == new.count
        ? nil
        : Mismatch(
          path: path, line: recorded.position.line, recorded: "\(old.count) elements",
          computed: "\(new.count) elements")
    default:
      return areEqual(recorded.value, computed) ? nil : Mismatch(recorded, computed, at: path)
    }
  }

  private static func first(
    _ old: [JSONMember], _ new: [JSONMember], of node: JSONNode, at path: JSONPath, isWhole: Bool
  ) -> Mismatch? {
    for (index, member) in old.enumerated() {
      let path = path.appending(member.key)
      // Both usually hold the same keys in the same order.
      let twin =
        index < new.count && new[index].key == member.key
        ? new[index] : new.first { $0.key == member.key }
      guard let twin else { return Mismatch(member.node, nil, at: path) }
      if let found = first(member.node, twin.node.value, at: path, isWhole: isWhole) {
        return found
      }
    }
    guard isWhole, old.count < new.count,
      let missing = new.first(where: { member in !old.contains { $0.key == member.key } })
    else { return nil }
    return Mismatch(
      path: path.appending(missing.key), line: node.position.line, recorded: "nothing",
      computed: missing.node.value.wholeExcerpt)
  }

  private init(_ recorded: JSONNode, _ computed: JSONValue?, at path: JSONPath) {
    self.init(
      path: path, line: recorded.position.line, recorded: recorded.value.wholeExcerpt,
      computed: computed?.wholeExcerpt ?? "nothing")
  }

  /// Whether two scalars are the same, be a number written in decimal, in hexadecimal or bare.
  private static func areEqual(_ recorded: JSONValue, _ computed: JSONValue) -> Bool {
    if recorded == computed { return true }
    guard let old = JSONNode(value: recorded).scalarText,
      let new = JSONNode(value: computed).scalarText,
      let oldWord = Word(old), let newWord = Word(new)
    else { return false }
    return oldWord == newWord
  }

  /// A number of either kind of word.
  private enum Word: Equatable {
    case unsigned(UInt256)
    case signed(Int256)

    init?(_ text: String) {
      if let word = UInt256(text) {
        self = .unsigned(word)
      } else if let word = Int256(text) {
        self = .signed(word)
      } else {
        return nil
      }
    }
  }
}

extension JSONValue {
  /// The value for a message, with all its digits.
  fileprivate var wholeExcerpt: String {
    switch self {
    case .string, .number, .bool, .null:
      var writer = JSONWriter(style: .compact)
      writer.value(self)
      return writer.takeText()
    case .object, .array:
      return excerpt
    }
  }
}
