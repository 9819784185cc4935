package import Faults

// Names out of a closed list.

extension Field {
  /// One of the names of a type, spelled exactly.
  package func name<Name: RawRepresentable & CaseIterable>(
    of type: Name.Type
  ) throws(Fault) -> Name where Name.RawValue == String {
    guard let name = Name(rawValue: text) else {
      throw unknownName(among: Name.allCases.map(\.rawValue))
    }
    return name
  }

  /// The fault that this text is none of some names; the one that resembles it is suggested.
  package func unknownName(among names: [String]) -> Fault {
    error(
      .unknownName, expected: "one of \(names.joined(separator: ", "))",
      hint: Resemblance.hint(for: text, among: names))
  }
}
