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

  private static func tag(_ name: String, _ content: String, style: String? = nil) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(MarkupText.escaped(content))</\(name)>"
  }
}
