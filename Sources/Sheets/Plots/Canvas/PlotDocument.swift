/// One or more plots under each other as one SVG.
package struct PlotDocument: Sendable {
  private let title: String
  private let panels: [any PlotPanel]
  private let size: PlotSize

  /// Puts plots under each other.
  ///
  /// - Parameters:
  ///   - title: what the whole shows, for readers who cannot see it.
  ///   - panels: the plots, from the top.
  ///   - size: how large each is.
  package init(title: String, panels: [any PlotPanel], size: PlotSize = .page) {
    self.title = title
    self.panels = panels
    self.size = size
  }

  /// The SVG by itself: a file that opens anywhere, with its own style sheet and nothing from outside.
  package var file: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + svg(style: "<style>\n\(PlotStyle.css)</style>\n")
  }

  /// The SVG for a page that has ``PlotStyle/css`` in its own style sheet.
  package var element: String { svg(style: "") }

  private func svg(style: String) -> String {
    var body = ""
    var top = 0
    for panel in panels {
      let drawing = panel.drawing(size)
      body +=
        top == 0 ? drawing.text : "<g transform=\"translate(0 \(top))\">\n\(drawing.text)</g>\n"
      top += drawing.height
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="by-plot" role="img" \
      viewBox="0 0 \(size.width) \(top)" width="\(size.width)" height="\(top)">
      <title>\(MarkupText.escaped(title))</title>
      \(style)<rect class="by-bg" width="\(size.width)" height="\(top)"/>
      \(body)</svg>

      """
  }
}

/// A plot that can be drawn.
package protocol PlotPanel: Sendable {
  /// Draws the plot.
  ///
  /// - Parameter size: how large it is to be.
  /// - Returns: SVG elements, and how high they came out, in pixels.
  func drawing(_ size: PlotSize) -> (text: String, height: Int)
}
