import Testing

@testable import Sheets

/// Text of users in markup, and lengths as text.
struct MarkupTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a<b>&\"c\"'d'", "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;"),
    ("</svg><script>", "&lt;/svg&gt;&lt;script&gt;"), ("tab\tline\n", "tab line "),
    ("\u{0}\u{1B}[31m", "\u{FFFD}\u{FFFD}[31m"), ("ü 漢 🐻", "ü 漢 🐻"), ("", ""),
  ])
  func `every character is safe`(content: String, escaped: String) {
    #expect(MarkupText.escaped(content) == escaped)
  }

  @Test(arguments: [
    (0, "0"), (100, "1"), (1250, "12.5"), (1205, "12.05"), (1, "0.01"), (-150, "-1.5"),
    (-5, "-0.05"),
  ])
  func `hundredths become pixels`(hundredths: Int, text: String) {
    #expect(SVGCanvas.place(hundredths) == text)
  }
}
