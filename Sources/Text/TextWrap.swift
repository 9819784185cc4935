/// Lines of a width, broken at blanks.
package enum TextWrap {
  /// A longer word is no number, no address and no name that anyone reads: it is broken.
  private static let longestWord = 44

  /// The words of a text: what stands between blanks; a `~` belongs to what follows it.
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    for part in text.split(separator: " ") {
      if words.last == "~" {
        words[words.count - 1] += " " + part
      } else if part.count > longestWord, !part.allSatisfy(isOfNumber) {
        words += pieces(of: part)
      } else {
        words.append(String(part))
      }
    }
    return words
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isHexDigit || "x.,+-()".contains(character)
  }

  private static func pieces(of word: some StringProtocol) -> [String] {
    var rest = Array(word)[...]
    var pieces: [String] = []
    while !rest.isEmpty {
      // Wide characters take two places.
      pieces.append(String(rest.prefix(longestWord / 2)))
      rest = rest.dropFirst(longestWord / 2)
    }
    return pieces
  }

  /// The lines of a text; a word that is wider than a line has a line of its own.
  ///
  /// - Parameters:
  ///   - text: the text; its own line feeds stay.
  ///   - width: how many characters a line has room for.
  ///   - hanging: blanks that begin each line but the first.
  /// - Returns: at least one line.
  package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    let margin = String(repeating: " ", count: hanging)
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if TextWidth.of(paragraph) + (lines.isEmpty ? 0 : hanging) <= width {
        lines.append((lines.isEmpty ? "" : margin) + paragraph)
        continue
      }
      // The blanks that a line begins with are its indentation.
      var line = (lines.isEmpty ? "" : margin) + paragraph.prefix { $0 == " " }
      var isEmpty = true
      for word in words(of: paragraph) {
        if !isEmpty, TextWidth.of(line) + 1 + TextWidth.of(word) > width {
          lines.append(line)
          line = margin
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }
}
