/// Where the style sheet of a page is, and what a page of a site has besides.
package enum PageAssets: Sendable {
  /// In the page, which is one file, whole in itself, without a script.
  case inlined
  /// In files of the site that it is of. `root` leads to their folder; `home` is the name of the site's first
  /// page, nil on that page itself.
  case linked(root: String, home: String?)

  /// The files that linked pages share, by their names.
  package static let files: [(name: String, text: String)] = [
    (styleName, PageStyle.css), (scriptName, PageScript.text), (iconName, icon),
  ]

  /// The site's first page.
  package static let homeName = "index.html"
  private static let styleName = "style.css"
  private static let scriptName = "table.js"
  private static let iconName = "icon.svg"

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b62c4" \
    d="M1 15V9h3v6zm5 0V5h3v10zm5 0V1h3v14z"/></svg>

    """

  /// What the page may load: nothing from elsewhere, and of its own folder what it has.
  var policy: String {
    switch self {
    case .inlined: "default-src 'none'; style-src 'unsafe-inline'"
    case .linked:
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
        + "form-action 'none'"
    }
  }

  /// What the head of the page loads.
  func head(hasScript: Bool) -> String {
    switch self {
    case .inlined: return "<style>\n\(PageStyle.css)</style>\n"
    case .linked(let root, _):
      let script = "<script src=\"\(root)\(Self.scriptName)\" defer></script>\n"
      return """
        <link rel="stylesheet" href="\(root)\(Self.styleName)">
        <link rel="icon" href="\(root)\(Self.iconName)" type="image/svg+xml">
        \(hasScript ? script : "")
        """
    }
  }

  /// What stands above the page's content.
  var beginning: String {
    guard case .linked(let root, let home) = self else { return "" }
    let skip = "<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
    guard let home else { return skip }
    return skip
      + "<nav aria-label=\"Site\"><a href=\"\(root)\(Self.homeName)\">\(MarkupText.escaped(home))"
      + "</a></nav>\n"
  }
}
