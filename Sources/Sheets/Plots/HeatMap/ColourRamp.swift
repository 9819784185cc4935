/// The colours from low to high: dark blue over green to yellow, read alike by most eyes and in grey,
/// and distinct from a light and from a dark page.
///
/// Nine points of viridis (Smith and van der Walt, matplotlib, CC0), joined by straight lines.
enum ColourRamp {
  private static let points: [(red: Int, green: Int, blue: Int)] = [
    (0x44, 0x01, 0x54), (0x47, 0x2D, 0x7B), (0x3B, 0x52, 0x8B), (0x2C, 0x72, 0x8E),
    (0x21, 0x91, 0x8C), (0x28, 0xAE, 0x80), (0x5E, 0xC9, 0x62), (0xAD, 0xDC, 0x30),
    (0xFD, 0xE7, 0x25),
  ]

  /// How many colours a map uses.
  static let count = 65

  /// One colour.
  ///
  /// - Parameter index: 0 to ``count`` - 1, from low to high.
  /// - Returns: `#rrggbb`.
  static func colour(_ index: Int) -> String {
    let pieces = points.count - 1
    let width = (count - 1) / pieces
    let piece = min(max(index, 0) / width, pieces - 1)
    let offset = min(max(index, 0), count - 1) - piece * width
    let (low, high) = (points[piece], points[piece + 1])
    func channel(_ a: Int, _ b: Int) -> String {
      let value = (a * (width - offset) + b * offset + width / 2) / width
      let text = String(value, radix: 16)
      return text.count == 1 ? "0\(text)" : text
    }
    return "#" + channel(low.red, high.red) + channel(low.green, high.green)
      + channel(low.blue, high.blue)
  }
}
