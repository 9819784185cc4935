import Testing

import Text

@Suite struct TextWrapTests {
  @Test(arguments: [
    ("", 5, 0, [""]), ("one two", 7, 0, ["one two"]), ("one two", 6, 0, ["one", "two"]),
    ("one two three", 8, 2, ["one two", "  three"]),
    ("  ! one two three", 10, 4, ["  ! one", "    two", "    three"]),
    ("0x1234567890 is long", 6, 0, ["0x1234", "567890", "is", "long"]),
    ("1234567890 is long", 6, 0, ["1234567890", "is", "long"]),
    ("日本語語", 5, 0, ["日本", "語語"]),
    ("is ~ 5 tokens", 6, 0, ["is ~ 5", "tokens"]),
    ("is ~ 57 tokens", 6, 0, ["is", "~ 57", "tokens"]),
    ("a\nb", 9, 0, ["a", "b"]), ("日本 語", 4, 0, ["日本", "語"]),
  ])
  func lines(text: String, width: Int, hanging: Int, expected: [String]) {
    #expect(TextWrap.lines(of: text, width: width, hanging: hanging) == expected)
  }
}
