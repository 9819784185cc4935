/// Where observed values come from; it goes along with them to the answer.
public struct Provenance: Hashable, Sendable {
  /// The kinds of sources.
  public enum Source: Hashable, Sendable {
    /// The command line alone.
    case options
    /// A document as the user named it, or `standard input`.
    case file(String)
  }

  public let source: Source
  /// What the document itself says of its values.
  public let statement: String?
  /// When the values were observed, if known.
  public let time: Timestamp?

  public init(source: Source, statement: String? = nil, time: Timestamp? = nil) {
    self.source = source
    self.statement = statement
    self.time = time
  }
}

/// A value together with where it was observed.
public struct Observed<Value: Sendable>: Sendable {
  public let value: Value
  public let provenance: Provenance

  public init(_ value: Value, provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }
}
