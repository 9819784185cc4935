internal import FixedPoint
internal import Sheets
internal import Text
internal import Yields

extension PoolSentence {
  /// The sentence as people read it: rounded, or with every digit, as they ask.
  var phrase: Phrase {
    Phrase(
      parts.map { part in
        switch part {
        case .text(let text): Phrase(text)
        case .tokens(let units): Phrase(.number(Wad(raw: units)))
        case .time(let time): "\(time: time)"
        }
      }, separator: "")
  }
}

extension [PoolEvent] {
  /// What happened, each event behind a semicolon: every digit for programs.
  var figure: Figure {
    Figure(
      "events", "events", .string(map(\.sentence.description).joined(separator: "; ")),
      text: Phrase(map(\.sentence.phrase), separator: "; "))
  }
}
