package import Contracts
package import Text
package import Faults
package import Inputs
package import Sheets

/// A scenario or conformance file: its cases, whatever they are about.
///
/// `{about, cases: [...]}` as the recorded files have it, an array of cases, or a single case.
package struct ConformanceFile: Sendable {
  /// The file as the user named it.
  package let source: String
  /// What the file says about itself, as written.
  package let about: JSONNode?
  /// The cases as written.
  package let cases: [JSONNode]
  /// Whether the cases stand under `cases`, in an array, or the document is the only one.
  private let shape: Shape

  private enum Shape {
    case file, array, single
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - document: the file's content.
  ///   - source: the file as the user named it.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Throws: `Fault` for a document that has an unknown key or no cases.
  package init(_ document: JSONNode, source: String, notes: inout InputNotes) throws(Fault) {
    self.source = source
    try notes.checkKeys(
      of: InputNode(document, file: source), RecordedKeys.content(of: document))
    if let elements = document.elements {
      (about, cases, shape) = (nil, elements, .array)
      return
    }
    let reader = try RecordedObject(
      InputNode(document, file: source), "a file of cases, or a case")
    if document["steps"]?.isNull ?? false, (document["cases"] ?? document["in"]) == nil {
      throw reader.missing("steps", "an array of steps")
    }
    guard document["cases"] != nil || (document["steps"] ?? document["in"]) == nil else {
      (about, cases, shape) = (nil, [document], .single)
      return
    }
    about = document["about"]
    guard let cases = try reader.array("cases", "the cases") else {
      throw reader.missing("cases", "an array of cases, or the steps of a single one")
    }
    self.cases = cases.map(\.json)
    shape = .file
  }

  /// Where a case stands.
  ///
  /// - Parameter index: the case's number from 0.
  /// - Returns: its path.
  package func path(ofCase index: Int) -> JSONPath {
    switch shape {
    case .file: JSONPath.root.appending("cases").appending(index)
    case .array: JSONPath.root.appending(index)
    case .single: .root
    }
  }

  /// Runs the cases one after the other.
  ///
  /// - Parameters:
  ///   - profile: the protocol's constants.
  ///   - use: takes each case after it ran.
  /// - Throws: `Fault` where a case cannot be understood, and what `use` throws.
  package func replay(
    _ profile: ProtocolProfile, _ use: (ReplayedCase) throws -> Void
  ) throws {
    let runner = CaseRunner(source: source, profile: profile)
    for (index, node) in cases.enumerated() {
      try use(try runner.run(node, at: path(ofCase: index)))
    }
  }

  /// How the answers about the cases stand together: in the structure of the input.
  package var answers: SheetWriter.Shape {
    switch shape {
    case .single: .single
    case .array: .array
    case .file:
      .object(
        about.map { [JSONMember(key: "about", value: $0.value)] } ?? [], answers: "cases")
    }
  }
}
