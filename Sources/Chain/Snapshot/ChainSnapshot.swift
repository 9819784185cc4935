internal import Contracts
package import Text

/// A chain at one block, as the file says it: raw values, and which of them could not be read.
package struct ChainSnapshot: Sendable {
  /// What the file says it is.
  package static let kind = "berayield-snapshot"
  package static let version = 1

  /// The file.
  package let document: JSONValue

  /// Finds what is missing, and lists it.
  init(_ content: Observation) {
    var gaps: [(path: JSONPath, gap: Gap)] = []
    guard case .object(let members) = content.document(gaps: &gaps) else {
      preconditionFailure("a snapshot is an object")
    }
    let listed = gaps.map { (field: $0.path.description, gap: $0.gap) }
      .sorted { ($0.field, $0.gap.call) < ($1.field, $1.gap.call) }
    let list = JSONValue.elements(
      listed.map { field, gap in
        .members([
          "of": .string(gap.of.description), "call": .string(gap.call), "field": .string(field),
          "reason": .string(gap.reason),
        ])
      })
    document = .object(members + [JSONMember(key: "gaps", value: list)])
  }
}
