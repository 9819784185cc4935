internal import Faults
internal import Inputs
internal import Text

/// An object of a recorded case, whose keys have been checked (`RecordedKeys`).
struct RecordedObject: Sendable {
  /// The object and its place.
  let origin: InputNode

  /// Starts to read an object; `what` says what is expected where it is none.
  init(_ origin: InputNode, _ what: String) throws(Fault) {
    guard origin.json.members != nil else {
      throw origin.fault(.wrongType, expected: "an object: \(what)")
    }
    self.origin = origin
  }

  /// The object as written.
  var node: JSONNode { origin.json }

  /// The member, or nil where it is missing; an explicit `null` is a member.
  func member(_ key: String) -> InputNode? {
    node[key].map { InputNode($0, path: origin.path.appending(key), file: origin.file) }
  }

  /// The member, or nil where it is missing or `null`.
  func given(_ key: String) -> InputNode? {
    member(key).flatMap { $0.json.isNull ? nil : $0 }
  }

  /// The member's text, or nil where it is missing or `null`.
  func field(_ key: String, _ what: String = "a number, or its text") throws(Fault) -> Field? {
    try given(key)?.field(what)
  }

  /// The member's text; the member must be there and not `null`.
  func requiredField(_ key: String, _ what: String) throws(Fault) -> Field {
    guard let member = member(key) else { throw missing(key, what) }
    return try member.field(what)
  }

  /// The fault that a member which must be there is not.
  func missing(_ key: String, _ what: String) -> Fault {
    let found = node[key]?.isNull == true ? "null" : "nothing"
    return Fault(.missingValue, at: place(key), found: found, expected: what)
  }

  /// The fault that a member contradicts the rest.
  func conflict(_ key: String, found: String, expected: String) -> Fault {
    Fault(.conflict, at: place(key), found: found, expected: expected)
  }

  /// Where a member stands, or would stand.
  func place(_ key: String) -> Place {
    InputNode(node[key] ?? node, path: origin.path.appending(key), file: origin.file).place
  }
}
