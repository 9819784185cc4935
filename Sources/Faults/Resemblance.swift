/// Which of some names a misspelt one was probably meant to be.
package enum Resemblance {
  /// The name that resembles `text` most, the first of several, or nil.
  package static func nearest(to text: String, among names: [String]) -> String? {
    // What is far longer than any of the names is none of them, and may be of any length.
    guard text.utf8.count <= 2 * (names.map(\.utf8.count).max() ?? 0) else { return nil }
    let written = folded(text)
    if let longer = beginning(with: written, among: names) { return longer }
    var nearest: (name: String, distance: Int)?
    for name in names {
      let candidate = folded(name)
      let distance = distance(written, candidate)
      guard distance <= allowance(min(written.count, candidate.count)) else { continue }
      if distance < nearest?.distance ?? .max { nearest = (name, distance) }
    }
    return nearest?.name
  }

  /// The hint of a fault about a name that is none of some: `did you mean rewardRate?`.
  package static func hint(for text: String, among names: [String]) -> String? {
    nearest(to: text, among: names).map { "did you mean \($0)?" }
  }

  /// The first name that begins with two or three letters, where no name is just these letters.
  private static func beginning(with written: [Character], among names: [String]) -> String? {
    guard (2...3).contains(written.count) else { return nil }
    let longer = names.filter { folded($0).starts(with: written) }
    return longer.contains { folded($0).count == written.count } ? nil : longer.first
  }

  /// How many edits may lie between two names; of very short ones every pair is near.
  private static func allowance(_ length: Int) -> Int {
    switch length {
    case ..<3: 0
    case 3...4: 1
    default: 2
    }
  }

  /// Case and separators say nothing.
  private static func folded(_ name: String) -> [Character] {
    name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }.map { $0 }
  }

  /// Letters left out, added, changed, or swapped with the next one; more than two are not counted.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return .max }
    var (beforeLast, last) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, beforeLast[j - 1] + 1)
        }
        row.append(edits)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
