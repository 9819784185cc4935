extension Seconds {
  /// The span for a sentence, in its two largest units: `11 d 4 h`, `5 min`, `1 min 40 s`.
  package var span: String {
    let units: [(name: String, seconds: UInt64)] = [
      ("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1),
    ]
    guard let first = units.firstIndex(where: { count >= $0.seconds }) else { return "0 s" }
    var rest = count
    var parts: [String] = []
    for unit in units[first...].prefix(2) {
      let (number, remainder) = rest.quotientAndRemainder(dividingBy: unit.seconds)
      rest = remainder
      if number > 0 { parts.append("\(number) \(unit.name)") }
    }
    return parts.joined(separator: " ")
  }
}

extension Timestamp {
  /// The time for a sentence: `2026-05-01T12:00:00Z`.
  package var date: String { ISO8601.text(of: seconds) }
}
