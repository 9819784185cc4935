import Foundation
import Testing
import TestSupport
import Text

/// Snapshots that are recorded in the repository, and histories that are made of them.
enum RecordedSnapshot {
  static let files = ["bgt.json", "pol-next.json", "validator.json"]

  static func document(_ file: String) throws -> JSONValue {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "data/recorded")
    return try JSONReader.parse(
      Array(Data(contentsOf: folder.appendingPathComponent(file)))
    ).value
  }

  /// The first vaults of a recorded snapshot, as if a later block had said the same.
  ///
  /// - Parameters:
  ///   - step: how many blocks later, of two seconds each.
  ///   - vaults: how many vaults are kept.
  ///   - hash: the last digit of the block's hash.
  /// - Returns: the document.
  /// - Throws: what reading the file throws.
  static func later(_ step: Int, vaults: Int = 3, hash: Character = "0") throws -> JSONValue {
    var text = bytes(try document("bgt.json"))
    let block = try #require(number(after: "\"number\":", in: text))
    let time = try #require(number(after: "\"timestamp\":", in: text))
    text = text.replacingOccurrences(of: "\"number\":\(block)", with: "\"number\":\(block + step)")
    text = text.replacingOccurrences(
      of: "\"timestamp\":\(time)", with: "\"timestamp\":\(time + 2 * step)")
    text = text.replacingOccurrences(
      of: "5c179e0\"", with: String(format: "%06x", step) + "\(hash)\"")
    guard case .object(let members) = try JSONReader.parse(text).value else { return .null }
    return .object(
      members.map { member in
        member.key == "vaults"
          ? JSONMember(
            key: "vaults", value: .array(Array((member.node.elements ?? []).prefix(vaults))))
          : member
      })
  }

  private static func number(after key: String, in text: String) -> Int? {
    guard let range = text.range(of: key) else { return nil }
    return Int(text[range.upperBound...].prefix { $0.isNumber })
  }

  /// A document as the store keeps it, without anybody's blanks.
  static func bytes(_ document: JSONValue) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(document)
    return writer.takeText()
  }
}
