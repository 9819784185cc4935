import Foundation

/// One case of a JSON file of vectors: what goes in, and what must come out.
///
/// Read by Foundation, not by the engine's own reader, which such files judge.
public struct VectorCase: Sendable, CustomStringConvertible {
  /// File and number from 0, such as `analytics_pool.json case 12`.
  public let description: String
  /// The member `in`.
  public let input: VectorValue
  /// The member `out`; null where the recorded call reverted.
  public let output: VectorValue
  /// The name of the error that the recorded call reverted with, if it did.
  public let revert: String?

  /// The cases of a file in `Tests/Vectors`, in its order.
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - isWanted: which of the cases, by their inputs.
  /// - Returns: one case or more.
  /// - Throws: `VectorFault` where there is no such case: a test over none would pass.
  public static func all(
    in file: String, where isWanted: (VectorValue) -> Bool = { _ in true }
  ) throws -> [VectorCase] {
    let recorded = try JSONDecoder().decode(File.self, from: Data(VectorFile.bytes(file)))
    let cases = recorded.cases.enumerated().map { number, item in
      VectorCase(
        description: "\(file) case \(number)", input: item.input, output: item.output ?? .null,
        revert: item.revert)
    }.filter { isWanted($0.input) }
    guard !cases.isEmpty else {
      throw VectorFault(file, found: "no such case", expected: "one or more")
    }
    return cases
  }

  private struct File: Decodable {
    let cases: [Item]
  }

  private struct Item: Decodable {
    let input: VectorValue
    let output: VectorValue?
    let revert: String?

    enum CodingKeys: String, CodingKey {
      case input = "in"
      case output = "out"
      case revert
    }
  }
}

/// A value in a JSON file of vectors, whose numbers are texts so that no reader can change them.
public enum VectorValue: Sendable, Decodable {
  case null
  case text(String)
  case list([VectorValue])
  case object([String: VectorValue])

  /// Reads text, null, a list or an object; a number or a truth value is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let members = try? container.decode([String: VectorValue].self) {
      self = .object(members)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .list(try container.decode([VectorValue].self))
    }
  }

  /// A member that may be missing.
  public subscript(key: String) -> VectorValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text, or nil of anything else.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// A member that must be there.
  public func member(_ key: String) throws -> VectorValue {
    guard let member = self[key] else {
      throw VectorFault("\(self)", found: "no member \"\(key)\"", expected: "one")
    }
    return member
  }

  /// The elements of a member that is a list.
  public func elements(_ key: String) throws -> [VectorValue] {
    guard case .list(let elements) = try member(key) else {
      throw VectorFault("\(self)", found: "no list \"\(key)\"", expected: "one")
    }
    return elements
  }

  /// What this text, or a member's, means.
  ///
  /// - Parameters:
  ///   - key: the member's name; this value itself unless given.
  ///   - parse: makes the value; nil or an error is a fault.
  /// - Returns: what `parse` made.
  /// - Throws: `VectorFault` where there is no text, or one that means nothing.
  public func value<Value>(
    _ key: String? = nil, _ parse: (String) throws -> Value?
  ) throws -> Value {
    let value = try key.map { try member($0) } ?? self
    guard let text = value.text, let parsed = try? parse(text) else {
      throw VectorFault("\(self)", found: "\(value)", expected: "a \(Value.self)")
    }
    return parsed
  }
}
