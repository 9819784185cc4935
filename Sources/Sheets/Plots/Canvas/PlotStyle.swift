/// The colours and letters of plots: one style sheet, for light and for dark.
package enum PlotStyle {
  /// How many series have a colour of their own; further ones begin again.
  package static let seriesCount = 6

  /// The style sheet: of a plot by itself, or once for a page of plots.
  package static let css = """
    .by-plot{max-width:100%;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    .by-bg{fill:#ffffff}.by-ink{fill:#1b1f24}.by-mut,.by-head{fill:#59636e}
    .by-title{fill:#1b1f24;font-weight:600;font-size:15px}
    .by-mono{fill:#1b1f24}.by-mono,.by-head{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    .by-grid{stroke:#d8dee4;stroke-width:1}.by-axis{stroke:#59636e;stroke-width:1}
    .by-mark{stroke:#59636e;stroke-width:1;stroke-dasharray:4 3}
    .by-line{fill:none;stroke-width:2;stroke-linejoin:round}.by-none{fill:#d8dee4}
    .by-zero{fill:#f2c4bd}.by-cell{shape-rendering:crispEdges}
    .by-ring{fill:none;stroke:#ffffff;stroke-width:2}
    .by-ring-edge{fill:none;stroke:#1b1f24;stroke-width:4}
    .by-on{fill:#ffffff;stroke:#1b1f24;stroke-width:3;stroke-linejoin:round;paint-order:stroke;
    font-weight:600}
    .by-s0{stroke:#0b62c4}.by-s1{stroke:#b3410e}.by-s2{stroke:#1a7f37}
    .by-s3{stroke:#8250df}.by-s4{stroke:#9a6700}.by-s5{stroke:#cf222e}
    .by-d0{fill:#0b62c4}.by-d1{fill:#b3410e}.by-d2{fill:#1a7f37}
    .by-d3{fill:#8250df}.by-d4{fill:#9a6700}.by-d5{fill:#cf222e}
    @media screen and (prefers-color-scheme:dark){
    .by-bg{fill:#0d1117}.by-ink{fill:#e6edf3}.by-mut,.by-head{fill:#9198a1}.by-title{fill:#e6edf3}
    .by-mono{fill:#e6edf3}.by-grid{stroke:#30363d}.by-axis{stroke:#9198a1}.by-mark{stroke:#9198a1}
    .by-none{fill:#30363d}.by-zero{fill:#5c3530}
    .by-s0{stroke:#58a6ff}.by-s1{stroke:#f0883e}.by-s2{stroke:#3fb950}
    .by-s3{stroke:#bc8cff}.by-s4{stroke:#d29922}.by-s5{stroke:#ff7b72}
    .by-d0{fill:#58a6ff}.by-d1{fill:#f0883e}.by-d2{fill:#3fb950}
    .by-d3{fill:#bc8cff}.by-d4{fill:#d29922}.by-d5{fill:#ff7b72}
    }

    """

  /// How wide a label is at most, in hundredths of a pixel: digits of the widest of the usual letters
  /// take 8.3 pixels, a percent sign 12.4.
  static func width(of text: String) -> Int { text.count * 900 }

  /// The same for a title's letters: wider, but few of them are digits.
  static func titleWidth(of text: String) -> Int { text.count * 900 }

  /// The same for the letters of equal width.
  static func monospacedWidth(of text: String) -> Int { text.count * 730 }
}

/// How large a panel is, in whole pixels.
package struct PlotSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// For a file of its own.
  package static let page = PlotSize(width: 760, height: 420)
  /// For a page that phones read too: the letters stay legible when it is scaled to 360 pixels.
  package static let column = PlotSize(width: 460, height: 320)

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
