/// Which of some names a misspelt one was probably meant to be.
package enum Resemblance {
  /// The first name that resembles `text`, or nil.
  package static func nearest(to text: String, among names: [String]) -> String? {
    names.first { resembles(text, $0) }
  }

  /// The same letters apart from case and separators, or at most two edits away.
  static func resembles(_ left: String, _ right: String) -> Bool {
    let (a, b) = (folded(left), folded(right))
    return a == b || (min(a.count, b.count) > 4 && editDistance(a, b) <= 2)
  }

  private static func folded(_ key: String) -> [Character] {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }.map { $0 }
  }

  /// The Levenshtein distance of two names, up to 2 exactly.
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return abs(a.count - b.count) }
    var previous = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var current = [i + 1]
      for (j, right) in b.enumerated() {
        let substitution = previous[j] + (left == right ? 0 : 1)
        current.append(min(substitution, previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
