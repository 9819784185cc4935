package import Faults

// Names out of a closed list.

extension Field {
  /// One of the names of a type, spelled exactly.
  package func name<Name: RawRepresentable & CaseIterable>(
    of type: Name.Type
  ) throws(Fault) -> Name where Name.RawValue == String {
    guard let name = Name(rawValue: text) else {
      let names = Name.allCases.map(\.rawValue)
      throw error(
        .unknownName, expected: "one of \(names.joined(separator: ", "))",
        hint: Resemblance.nearest(to: text, among: names).map { "did you mean \($0)?" })
    }
    return name
  }
}
