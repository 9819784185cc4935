internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions
internal import Sheets
internal import Text
internal import Yields

extension Ask {
  /// The forms of an answer about one vault.
  private enum Form: String, CaseIterable {
    case json, text, html
  }

  private static let vaultKeys =
    VaultSnapshot.keys
    + KeyTree(VaultQuestion.keys + ["at", "year", "era", "explain", "sensitivity", "format"])

  /// The yield of one vault, as `berayield apr` has it.
  static func vault(_ request: InputNode) throws(Fault) -> Reply {
    var notes = try Request.notes()
    let inputs = try InputObject(request, "one vault's raw values", keys: vaultKeys, notes: &notes)
    let era = try inputs.name("era", of: ProtocolProfile.Era.self)
    let rules = try ProfileChoice(era: era, notes: &notes)
    let time = try inputs.field("at")?.timestamp(notes: &notes)
    let now = try Request.now()
    var question = VaultQuestion(
      time: time.map { .at($0) } ?? .ofObservation(elseNow: now),
      year: try inputs.field("year")?.yearLength() ?? .days365, rules: rules)
    let form = try inputs.name("format", of: Form.self) ?? .json
    question.isExplained = try inputs.bool("explain") ?? false
    question.hasSensitivity = try inputs.bool("sensitivity") ?? false
    question.isPage = form == .html
    let sheet = try question.sheet(about: inputs, notes: &notes)
    let answer: JSONValue =
      switch form {
      case .json: sheet.json
      case .text: .string(sheet.text(TextStyle()))
      case .html: .string(sheet.html(TextStyle()))
      }
    return Reply(answer, notes: notes.notes)
  }
}
