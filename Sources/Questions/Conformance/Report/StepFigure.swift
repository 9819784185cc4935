internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text

/// Recorded words as people read them; what is no number stands as it is.
enum StepFigure {
  /// Wei in whole tokens.
  static func tokens(_ word: JSONNode?) -> Phrase { phrase(word, decimals: Wad.fractionDigits) }

  /// Wei times 1e18 in whole tokens.
  static func scaledTokens(_ word: JSONNode?) -> Phrase {
    phrase(word, decimals: 2 * Wad.fractionDigits)
  }

  /// Wei per second times 1e18, in whole tokens per day.
  static func perDay(_ rate: JSONNode?) -> Phrase {
    phrase(rate, times: ExactInteger(Seconds.day.count), decimals: 2 * Wad.fractionDigits)
  }

  /// Seconds.
  static func span(_ word: JSONNode?) -> Phrase {
    guard let text = word?.scalarText else { return "" }
    return UInt64(text).map { "\(span: Seconds($0))" } ?? Phrase("\(text) s")
  }

  private static func phrase(
    _ word: JSONNode?, times factor: ExactInteger = 1, decimals: Int
  ) -> Phrase {
    guard let text = word?.scalarText else { return "" }
    guard let raw = try? ExactInteger(parsing: text) else { return Phrase(text) }
    return Phrase(.number(raw * factor, decimals: decimals))
  }
}
