extension Seconds {
  /// The units that a span can be written in.
  private static let units: [(name: String, seconds: UInt64)] = [
    ("min", 60), ("s", 1), ("h", 3_600), ("d", 86_400), ("w", 7 * 86_400), ("y", 365 * 86_400),
  ]

  /// These units, as the end of "expected ...".
  package static let unitNames = "s, min, h, d, w or y (365 d)"

  /// A span as `7d`, `36h`, `90min`: digits and a unit; nil where the text is none, or one so long that no
  /// word of 64 bits holds it.
  ///
  /// - Parameter text: the text.
  package init?(written text: String) {
    guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }) else { return nil }
    let digits = text.dropLast(unit.name.count)
    guard let first = digits.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      digits.utf8.count == 1 || first != UInt8(ascii: "0"), let count = UInt64(digits)
    else { return nil }
    let (seconds, overflows) = count.multipliedReportingOverflow(by: unit.seconds)
    guard !overflows else { return nil }
    self.init(seconds)
  }
}
