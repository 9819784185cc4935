/// Something about the inputs that is probably not what the user meant, with the evidence.
///
/// The bounds are not rules of the protocol but of the plausible; nothing is changed or refused because
/// of them. Each is a mistake that published yields really contain.
public struct Warning: Hashable, Sendable, CustomStringConvertible {
  /// The kind, stable for programs.
  public let code: WarningCode
  /// One sentence with the evidence, for people.
  public let message: String
  /// The key of the input it concerns; nil where it concerns several.
  public let field: String?

  /// A warning about an input.
  public init(_ code: WarningCode, _ message: String, field: InputKey?) {
    self.init(code, message, field: field?.rawValue)
  }

  /// A warning about a key that is no vault's, or about several inputs together.
  public init(_ code: WarningCode, _ message: String, field: String? = nil) {
    self.code = code
    self.message = message
    self.field = field
  }

  /// The kind and the sentence.
  public var description: String { "\(code.rawValue): \(message)" }
}

extension [Warning] {
  /// The kinds, each once, in order.
  package var codes: [String] {
    var codes: [String] = []
    for warning in self where !codes.contains(warning.code.rawValue) {
      codes.append(warning.code.rawValue)
    }
    return codes
  }
}
