internal import Quantities
internal import Text

extension Sheet {
  /// The sheet as one page.
  ///
  /// It has no font and no address outside of its folder, and a content security policy that says so. The same
  /// sheet gives the same bytes.
  ///
  /// - Parameters:
  ///   - style: how figures look.
  ///   - assets: where the style sheet is.
  /// - Returns: the page.
  package func html(_ style: TextStyle, assets: PageAssets = .inlined) -> String {
    let title = pageTitle ?? title.map(style.text) ?? ""
    let whole = headline.map { "\(title): \(style.text($0))" } ?? title
    var page = HTMLText()
    page.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(assets.policy)">
      <title>\(MarkupText.escaped(whole))</title>
      \(assets.head(hasScript: hasSortedTable))</head>
      <body>
      \(assets.beginning)<main id="content"\(hasSortedTable ? " class=\"wide\"" : "")>

      """)
    page.element("h1", title)
    if let block = provenance?.block { page.paragraph(style.text(block.phrase), .muted) }
    for section in sections where section.audience.contains(.html) {
      append(section, to: &page, style)
    }
    page.markup("</main>\n</body>\n</html>\n")
    return page.text
  }

  private var hasSortedTable: Bool {
    sections.contains { section in
      guard section.audience.contains(.html), case .table(let table) = section.content else {
        return false
      }
      return table.sortedBy != nil
    }
  }

  private func append(_ section: Section, to page: inout HTMLText, _ style: TextStyle) {
    if case .heading(let title) = section.title { page.element("h2", style.text(title)) }
    switch section.content {
    case .figures(let figures): page.cards(figures, style)
    case .table(let table): page.table(table, style)
    case .cells(let cells): page.cells(cells, style)
    case .steps(let steps): page.steps(steps)
    case .statement(let phrase, let isBold):
      page.element(isBold ? "h2" : "p", style.text(phrase))
    case .paragraph(let phrase, let role): page.paragraph(style.text(phrase), role)
    case .warnings:
      for warning in warnings {
        page.element("p", style.sentence(warning.description), style: "warning")
      }
    case .group(let sections):
      for section in sections { append(section, to: &page, style) }
    case .plots(let elements):
      page.section("div", style: "plots") { plots in
        for element in elements { plots.markup("<div>\n\(element)</div>\n") }
      }
    case .links(let links): page.links(links)
    }
  }
}

extension HTMLText {
  fileprivate mutating func table(_ table: Table, _ style: TextStyle) {
    guard !table.rows.isEmpty else { return paragraph(table.empty, .muted) }
    markup(HTMLTable(table, style).markup)
    let shown = table.shown?.count ?? table.rows.count
    if shown < table.total { paragraph("\(shown) of \(table.total) shown", .muted) }
  }

  fileprivate mutating func cells(_ cells: Cells, _ style: TextStyle) {
    let isNumeric = cells.columns.dropFirst().contains { $0.alignment != .left }
    markup(
      HTMLTable(
        columns: cells.columns.map { .init(title: $0.title) },
        rows: cells.rows.map { $0.map { .init(text: style.text($0)) } },
        style: isNumeric ? "numbers" : "inputs"
      ).markup)
  }

  fileprivate mutating func links(_ links: [Sheet.Section.Link]) {
    section("p", style: "links") { list in
      for link in links {
        list.markup(
          "<a href=\"\(MarkupText.escaped(link.address))\">\(MarkupText.escaped(link.title))</a>\n")
      }
    }
  }

  /// Figures as cards: the rounded one in large print, the exact one below.
  fileprivate mutating func cards(_ figures: [Figure], _ style: TextStyle) {
    section("div", style: "cards") { cards in
      for figure in figures {
        cards.section("div", style: "card") { card in
          card.element("div", figure.label, style: "name")
          let (large, exact) = (figure.text.large(style), style.exact.text(figure.text))
          card.element("div", large, style: "big")
          let detail = exact == large ? style.text(figure.note) : exact
          if !detail.isEmpty { card.element("div", detail, style: "value") }
        }
      }
    }
  }

  fileprivate mutating func steps(_ steps: [Step]) {
    section("ol", style: "steps") { list in
      for step in steps {
        list.section("li") { item in
          item.element("div", "\(step.name) = \(step.formula)", style: "formula")
          item.element("div", step.value, style: "mono digits")
          if let remark = step.remark { item.element("div", remark, style: "mut") }
        }
      }
    }
  }

  fileprivate mutating func paragraph(_ text: String, _ role: Sheet.Section.Role) {
    switch role {
    case .identifier: element("p", text, style: "mono mut")
    case .good: element("p", text, style: "status")
    case .doubtful: element("p", text, style: "status off")
    case .muted: element("p", text, style: "mut")
    case .footer:
      section("footer") { footer in footer.element("p", text, style: "mut") }
    }
  }
}
