internal import YieldKernels
package import Yields

/// A key of an answer: what stands under it, of what unit, and when it is null or not there.
///
/// JSON, NDJSON and CSV have the same keys; pages and schemas are written from these.
package struct AnswerKey: Sendable {
  /// What stands under a key.
  package indirect enum Content: Sendable {
    case value(FigureUnit)
    /// One of these names.
    case words([String])
    /// A count, or this name in its place.
    case countOr(String)
    /// An array of texts.
    case texts
    /// A value of the metric that the row is of.
    case metric
    case warnings
    case object([AnswerKey])
    /// An object of some of these keys: the axes that there are.
    case place([AnswerKey])
    /// An array of objects: a table, whose name is where it stands.
    case rows([AnswerKey])
    /// What the user's own document has there.
    case given
  }

  package let name: String
  package let content: Content
  /// What it is, in one sentence.
  package let meaning: String
  /// When it is null, as the end of "null where ...".
  package let absence: String?
  /// When it is there at all, as a condition: "with --explain".
  package let condition: String?

  init(
    _ name: String, _ content: Content, _ meaning: String, null absence: String? = nil,
    given condition: String? = nil
  ) {
    self.name = name
    self.content = content
    self.meaning = meaning
    self.absence = absence
    self.condition = condition
  }

  /// A value of a unit.
  static func value(
    _ name: String, _ unit: FigureUnit, _ meaning: String, null absence: String? = nil,
    given condition: String? = nil
  ) -> AnswerKey {
    AnswerKey(name, .value(unit), meaning, null: absence, given: condition)
  }

  /// One of some names.
  static func words(
    _ name: String, _ words: [String], _ meaning: String, null absence: String? = nil,
    given condition: String? = nil
  ) -> AnswerKey {
    AnswerKey(name, .words(words), meaning, null: absence, given: condition)
  }

  /// An object of its own.
  static func object(
    _ name: String, _ meaning: String, given condition: String? = nil, _ keys: [AnswerKey]
  ) -> AnswerKey {
    AnswerKey(name, .object(keys), meaning, given: condition)
  }

  /// A table.
  static func rows(
    _ name: String, _ meaning: String, given condition: String? = nil, _ keys: [AnswerKey]
  ) -> AnswerKey {
    AnswerKey(name, .rows(keys), meaning, given: condition)
  }

  /// A figure of the catalogue.
  static func figure(_ figure: FigureKey, given condition: String? = nil) -> AnswerKey {
    AnswerKey(
      figure.rawValue, figure == .status ? .words(statuses) : .value(figure.unit), figure.meaning,
      null: figure.absence, given: condition)
  }

  /// What looks wrong about the inputs.
  static let warnings = AnswerKey(
    "warnings", .warnings, "What looks wrong about the inputs; a cell of CSV has the codes.")

  private static let statuses = VaultStatus.allCases.map(\.name) + [UnknownVault.status]

  /// The same under another name.
  func named(_ name: String) -> AnswerKey {
    AnswerKey(name, content, meaning, null: absence, given: condition)
  }

  /// The same under a condition.
  func given(_ condition: String) -> AnswerKey {
    AnswerKey(name, content, meaning, null: absence, given: condition)
  }
}
