/// What is wrong with something that came from outside: the one error of every border.
///
/// A fault is data: which kind it is, where, what was found and what was expected. Whoever shows it
/// formats it, at the very end; exit codes, rejects and notes follow from ``code`` and ``place``.
public struct Fault: Error, Hashable, Sendable {
  /// How much a fault matters.
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is computed, or the row has no result.
    case error
    /// The value could be used; ``Fault/hint`` says what was done about it.
    case note
  }

  /// The kind, stable for programs.
  public let code: Code
  /// Whether it stops the work.
  public var severity: Severity
  /// Where it is; nil where only the caller knows.
  public var place: Place?
  /// What is there, as the end of "found ...".
  public let found: String
  /// What should be there, as the end of "expected ..."; empty where ``found`` says it all.
  public let expected: String
  /// What to do about it, or for a note what was done.
  public let hint: String?
  /// Other places that the fault is about, such as the first of two.
  public let related: [Place]

  /// Takes the parts as they are.
  public init(
    _ code: Code, severity: Severity = .error, at place: Place? = nil, found: String,
    expected: String, hint: String? = nil, related: [Place] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.found = found
    self.expected = expected
    self.hint = hint
    self.related = related
  }

  /// The same fault at another place.
  public func at(_ place: Place?) -> Fault {
    var fault = self
    fault.place = place
    return fault
  }

  /// The same fault about one of several: where its own place is an option's, it does not say of which.
  package func about(_ element: Place) -> Fault {
    guard place?.origin == .option else { return self }
    return Fault(
      code, severity: severity, at: place, found: found, expected: expected,
      hint: hint ?? "it is about \(element)", related: related + [element])
  }

  /// The same fault at the input's other name, where a question calls it otherwise.
  package func renamed(_ names: [String: String]) -> Fault {
    guard let place, place.origin == .input, let name = place.member.flatMap({ names[$0] }) else {
      return self
    }
    return at(.input(name))
  }

  /// The fault without its place: `found ...; expected ...`.
  public var fact: String {
    expected.isEmpty ? found : "found \(found); expected \(expected)"
  }
}

extension Fault: CustomStringConvertible {
  /// One line: `FILE:LINE:COLUMN: member: found ...; expected ...`; for a note what was done about it.
  public var description: String {
    let text = severity == .note ? [found, hint].compactMap(\.self).joined(separator: ": ") : fact
    let position = place?.description ?? ""
    return position.isEmpty ? text : "\(position): \(text)"
  }
}
