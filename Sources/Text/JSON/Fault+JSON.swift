package import Faults

extension Fault {
  /// The fault or the note as one object for programs, every member there and null where unknown.
  package var json: JSONValue {
    .members([
      "code": .string(code.rawValue), "message": .string(description), "file": .text(place?.file),
      "line": .position(place?.line), "column": .position(place?.column),
      "path": .text(place?.member), "found": .string(found),
      "expected": .text(expected.isEmpty ? nil : expected), "hint": .text(hint),
    ])
  }
}

extension JSONValue {
  fileprivate static func position(_ number: Int?) -> JSONValue {
    number.map { .number(String($0)) } ?? .null
  }
}
