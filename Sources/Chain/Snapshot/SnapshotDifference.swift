package import Text

/// Where two snapshots of the same block first say different things.
package struct SnapshotDifference: Hashable, Sendable {
  package let path: JSONPath
  package let left: JSONValue
  package let right: JSONValue

  /// The first difference; nil where there is none, or only another endpoint.
  package static func first(_ left: ChainSnapshot, _ right: ChainSnapshot) -> Self? {
    first(left.document, right.document, .root)
  }

  private static let endpoint = JSONPath.root.appending("chain").appending("endpoint")

  private static func first(_ left: JSONValue, _ right: JSONValue, _ path: JSONPath) -> Self? {
    switch (left, right) {
    case (.object(let a), .object(let b)) where a.map(\.key) == b.map(\.key):
      for (a, b) in zip(a, b) {
        if let found = first(a.node.value, b.node.value, path.appending(a.key)) { return found }
      }
      return nil
    case (.array(let a), .array(let b)) where a.count == b.count:
      for (index, (a, b)) in zip(a, b).enumerated() {
        if let found = first(a.value, b.value, path.appending(index)) { return found }
      }
      return nil
    default:
      return left == right || path == endpoint ? nil : Self(path: path, left: left, right: right)
    }
  }
}
