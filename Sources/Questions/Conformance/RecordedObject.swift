internal import Faults
internal import Inputs
internal import Text

/// An object of a recorded case, read member by member.
///
/// Which members there are hangs on the operation or the function that the case records. So each is read
/// at most once, and at the end what nobody has asked for is refused: a misspelt key is never silently a
/// default.
struct RecordedObject: Sendable {
  /// The object and its place.
  let origin: InputNode
  private var unread: [JSONMember]
  private var known: [String] = []

  /// Starts to read an object; `what` says what is expected where it is none.
  init(_ origin: InputNode, _ what: String) throws(Fault) {
    guard let members = origin.json.members else {
      throw origin.fault(.wrongType, expected: "an object: \(what)")
    }
    self.origin = origin
    unread = members
  }

  /// The object as written.
  var node: JSONNode { origin.json }

  /// The member, or nil where it is missing; an explicit `null` is a member.
  mutating func member(_ key: String) -> InputNode? {
    known.append(key)
    guard let index = unread.firstIndex(where: { $0.key == key }) else { return nil }
    return InputNode(
      unread.remove(at: index).node, path: origin.path.appending(key), file: origin.file)
  }

  /// The member's value as written.
  mutating func node(_ key: String) -> JSONNode? { member(key)?.json }

  /// The member, or nil where it is missing or `null`.
  mutating func given(_ key: String) -> InputNode? {
    member(key).flatMap { $0.json.isNull ? nil : $0 }
  }

  /// The member's text, or nil where it is missing or `null`.
  mutating func field(_ key: String) throws(Fault) -> Field? {
    try given(key)?.field("a number, or its text")
  }

  /// The member's text; the member must be there and not `null`.
  mutating func requiredField(_ key: String, _ what: String) throws(Fault) -> Field {
    guard let member = member(key) else { throw missing(key, what) }
    return try member.field(what)
  }

  /// Ends the reading: any key that nobody asked for is refused.
  func refuseUnknownKeys() throws(Fault) {
    if let member = unread.first { throw origin.unknownKey(member, among: known) }
  }

  /// The fault that a member which must be there is not.
  func missing(_ key: String, _ what: String) -> Fault {
    place(key).fault(.missingValue, found: "nothing", expected: what)
  }

  /// The fault that a member contradicts the rest.
  func conflict(_ key: String, found: String, expected: String) -> Fault {
    place(key).fault(.conflict, found: found, expected: expected)
  }

  /// The member, or where it would stand.
  private func place(_ key: String) -> InputNode {
    InputNode(node[key] ?? node, path: origin.path.appending(key), file: origin.file)
  }
}
