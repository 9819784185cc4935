/// Lines of a width, broken at blanks.
package enum TextWrap {
  /// The words of a text: what stands between blanks; a `~` belongs to what follows it.
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    for part in text.split(separator: " ") {
      if words.last == "~" {
        words[words.count - 1] += " " + part
      } else {
        words.append(String(part))
      }
    }
    return words
  }

  /// A number with decimals that is longer may be broken: a `uint128` with a point has as many.
  private static let longestNumber = 40

  /// Whether a word may be broken where no line has room for it: a raw integer never is, as it is there
  /// to be copied, and a number with decimals only where it is longer than any plausible one.
  static func isBreakable(_ word: some StringProtocol) -> Bool {
    !word.allSatisfy { $0.isASCII && ($0.isNumber || " ~.,+-()%".contains($0)) }
      || word.contains(".") && word.count > longestNumber
  }

  /// A word in pieces of a width.
  private static func pieces(of word: String, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, TextWidth.of(piece + String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// The lines of a text; a number that is wider than a line has a line of its own.
  ///
  /// - Parameters:
  ///   - text: the text; its own line feeds stay.
  ///   - width: how many characters a line has room for.
  ///   - hanging: blanks that begin each line but the first.
  ///   - breaksWords: whether a word that is wider than a line is broken; else it has its own line too.
  /// - Returns: at least one line.
  package static func lines(
    of text: String, width: Int, hanging: Int = 0, breaksWords: Bool = true
  ) -> [String] {
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
      let room = max(1, width - hanging)
      let words = words(of: paragraph).flatMap { word in
        breaksWords && TextWidth.of(word) > room && isBreakable(word)
          ? pieces(of: word, width: room) : [word]
      }
      for word in words {
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
