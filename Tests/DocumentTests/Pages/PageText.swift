import Text

/// A page of documentation that is written from a catalogue: lines of at most 80 characters.
struct PageText {
  private(set) var text = ""
  private static let width = 80

  /// Begins a page that says how it comes to be.
  init(_ title: String, _ introduction: String) {
    text = "# \(title)\n\n"
    paragraph(introduction)
    paragraph("Written by `Scripts/generate.sh` from the catalogues in `Sources`.")
  }

  mutating func heading(_ title: String, level: Int = 2) {
    text += String(repeating: "#", count: level) + " \(title)\n\n"
  }

  mutating func paragraph(_ content: String) { text += Self.wrapped(content) + "\n" }

  /// A list, an item a line or more.
  mutating func list(_ items: [String]) {
    text += items.map { Self.wrapped("- " + $0, hanging: 2) }.joined() + "\n"
  }

  mutating func code(_ language: String, _ lines: String) {
    text += "```\(language)\n\(lines)\n```\n\n"
  }

  /// The page, which ends in one line feed.
  var finished: String {
    var text = text
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private static func wrapped(_ content: String, hanging: Int = 0) -> String {
    TextWrap.lines(of: content, width: width, hanging: hanging, breaksWords: false).map {
      $0 + "\n"
    }.joined()
  }
}
