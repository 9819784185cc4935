/// SVG elements as text, one a line.
///
/// Places and lengths are whole hundredths of a pixel, so that the same data gives the same bytes on
/// every machine; there is no floating point in a plot.
struct SVGCanvas: Sendable {
  enum Anchor: String, Sendable { case start, middle, end }

  private(set) var text = ""

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, style: String) {
    element(
      "line",
      [
        ("class", style), ("x1", Self.place(x1)), ("y1", Self.place(y1)), ("x2", Self.place(x2)),
        ("y2", Self.place(y2)),
      ])
  }

  mutating func rectangle(
    _ x: Int, _ y: Int, width: Int, height: Int, style: String? = nil, fill: String? = nil
  ) {
    element(
      "rect",
      [
        ("class", style), ("fill", fill), ("x", Self.place(x)), ("y", Self.place(y)),
        ("width", Self.place(width)), ("height", Self.place(height)),
      ])
  }

  /// A path of drawing commands that are already text.
  mutating func path(_ commands: String, style: String? = nil, fill: String? = nil) {
    element("path", [("class", style), ("fill", fill), ("d", commands)])
  }

  /// A dot that says its values when a pointer rests on it.
  mutating func dot(_ x: Int, _ y: Int, style: String, title: String) {
    text += "<circle class=\"\(style)\" cx=\"\(Self.place(x))\" cy=\"\(Self.place(y))\" r=\"3\">"
    text += "<title>\(MarkupText.escaped(title))</title></circle>\n"
  }

  mutating func label(
    _ content: String, _ x: Int, _ y: Int, style: String, anchor: Anchor = .start,
    isUpright: Bool = true
  ) {
    text += "<text class=\"\(style)\" x=\"\(Self.place(x))\" y=\"\(Self.place(y))\""
    if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
    if !isUpright { text += " transform=\"rotate(-90 \(Self.place(x)) \(Self.place(y)))\"" }
    text += ">\(MarkupText.escaped(content))</text>\n"
  }

  /// A ring that is seen on every colour.
  mutating func ring(_ x: Int, _ y: Int, title: String) {
    for style in ["by-ring-edge", "by-ring"] {
      text += "<circle class=\"\(style)\" cx=\"\(Self.place(x))\" cy=\"\(Self.place(y))\" r=\"6\">"
      text += "<title>\(MarkupText.escaped(title))</title></circle>\n"
    }
  }

  private mutating func element(_ name: String, _ attributes: [(String, String?)]) {
    text += "<\(name)"
    for (key, value) in attributes {
      if let value { text += " \(key)=\"\(value)\"" }
    }
    text += "/>\n"
  }

  /// Hundredths of a pixel as pixels: 1250 is `12.5`.
  static func place(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)."
      + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
