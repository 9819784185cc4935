internal import Text
internal import Sheets
internal import Yields

// Who says how much emission a vault gets, wherever a runway is shown.

extension Figure {
  /// Who says it; nil where nothing does.
  static func emissionSource(_ source: VaultEmission.Source?) -> Figure {
    let (key, label) = ("emissionSource", "")
    return switch source {
    case .given: .program(key, .string(VaultEmission.Source.given.rawValue))
    case .estimate:
      Figure(
        key, label, .string(VaultEmission.Source.estimate.rawValue),
        text: "estimate: the vault's own stream")
    case nil: .program(key, .null)
    }
  }
}

extension AnswerKey {
  static let emissionSource = AnswerKey.words(
    "emissionSource", VaultEmission.Source.allCases.map(\.rawValue),
    "Who says the emission: the user, or as an estimate the vault's own stream.",
    null: "neither does, as no period runs or it could not be read")
}
