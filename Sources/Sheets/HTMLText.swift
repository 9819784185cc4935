/// HTML as text: a few elements, with every content escaped.
struct HTMLText: Sendable {
  private(set) var text = ""

  /// An element with plain text in it.
  mutating func element(_ name: String, _ content: String, style: String? = nil) {
    text += Self.tag(name, content, style: style) + "\n"
  }

  /// Markup that is already safe.
  mutating func markup(_ content: String) { text += content }

  /// Opens an element, fills it and closes it.
  mutating func section(_ name: String, style: String? = nil, _ fill: (inout HTMLText) -> Void) {
    text += "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\n"
    fill(&self)
    text += "</\(name)>\n"
  }

  /// A table that becomes a list of cards on a narrow screen; the first cell of a row names it.
  mutating func table(_ titles: [String], _ rows: [[String]], style: String = "") {
    text += "<table class=\"\(style)\">\n<thead><tr>"
    text += titles.map { Self.tag("th", $0) }.joined()
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for (index, (title, cell)) in zip(titles, row).enumerated() {
        text +=
          index == 0
          ? Self.tag("th", cell)
          : "<td data-label=\"\(MarkupText.escaped(title))\">\(MarkupText.escaped(cell))</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n"
  }

  private static func tag(_ name: String, _ content: String, style: String? = nil) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(MarkupText.escaped(content))</\(name)>"
  }
}
