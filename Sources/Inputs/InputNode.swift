package import Faults
package import Platform
package import Quantities
package import Text

/// One value of a document with its place: what a question's inputs are read from.
package struct InputNode: Sendable {
  package let json: JSONNode
  package let path: JSONPath
  /// The document as the user named it.
  package let file: String
  /// The block of the snapshot that the value is from, if it is from one.
  package let block: ObservedBlock?

  package init(
    _ json: JSONNode, path: JSONPath = .root, file: String, block: ObservedBlock? = nil
  ) {
    self.json = json
    self.path = path
    self.file = file
    self.block = block
  }

  /// Reads a document whole.
  ///
  /// - Parameter source: a file or standard input.
  /// - Throws: a `Fault` where it cannot be read or is not JSON.
  package init(reading source: ByteSource) throws(Fault) {
    self.init(try JSONReader.parse(source), file: source.name)
  }

  /// Reads the file at `path`, or standard input when `path` is `-`.
  package init(path: String) throws(Fault) {
    try self.init(reading: try ByteSource(path: path))
  }

  /// Where the value stands.
  package var place: Place {
    .file(
      file, line: json.position.line, column: json.position.column, member: path.description)
  }

  /// Where a member of this object stands.
  package func place(of member: JSONMember) -> Place {
    let position = member.keyPosition
    return .file(
      file, line: position.line, column: position.column,
      member: path.appending(member.key).description)
  }

  /// The value's text; `what` says what is expected where it is none.
  package func field(_ what: String) throws(Fault) -> Field {
    guard let text = json.scalarText else { throw fault(.wrongType, expected: what) }
    return Field(text: text, place: place)
  }

  /// The number of `{"type": "BigNumber", "hex": "0x.."}` or `{"_hex": "0x.."}`, as ethers prints it; any
  /// other value as it is.
  var withoutWrapper: InputNode {
    guard let members = json.members,
      let hex = members.first(where: { $0.key == "hex" || $0.key == "_hex" }),
      hex.node.string?.hasPrefix("0x") == true,
      members.allSatisfy({ ["hex", "_hex", "type", "_isBigNumber"].contains($0.key) })
    else { return self }
    return InputNode(hex.node, path: path.appending(hex.key), file: file, block: block)
  }

  /// A member of this object that is there and not null.
  package func member(_ key: String) -> InputNode? {
    guard let json = json[key], !json.isNull else { return nil }
    return InputNode(json, path: path.appending(key), file: file, block: block)
  }

  /// The elements of an array.
  package func elements(_ what: String) throws(Fault) -> [InputNode] {
    guard let elements = json.elements else { throw fault(.wrongType, expected: what) }
    return elements.enumerated().map { index, element in
      InputNode(element, path: path.appending(index), file: file, block: block)
    }
  }

  /// The members of an object whose keys are free names.
  package func members(_ what: String) throws(Fault) -> [(name: String, node: InputNode)] {
    guard let members = json.members else {
      throw fault(.wrongType, expected: "an object: \(what)")
    }
    return members.map { member in
      (
        member.key,
        InputNode(member.node, path: path.appending(member.key), file: file, block: block)
      )
    }
  }

  /// The fault that this value is not what is expected.
  package func fault(
    _ code: Fault.Code = .invalidValue, found: String? = nil, expected: String, hint: String? = nil
  ) -> Fault {
    Fault(
      code, at: place, found: found ?? json.value.excerpt, expected: expected, hint: hint)
  }
}
