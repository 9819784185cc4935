internal import FixedPoint

// Times and spans in sentences.

extension Seconds {
  /// The span in its two largest units: `11 d 4 h`.
  package var span: String { SpanText.of(ExactInteger(count)) }
}

extension Timestamp {
  /// The time as `2026-05-01T12:00:00Z`.
  package var date: String { ISO8601.text(of: seconds) }
}
