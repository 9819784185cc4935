import Faults
import Testing

/// A user's text within a message and on a terminal.
@Suite struct QuotationTests {
  @Test(arguments: [
    ("", "\"\"", ""), ("a b", "\"a b\"", "a b"),
    (
      String(repeating: "é", count: 80), "\"\(String(repeating: "é", count: 80))\"",
      String(repeating: "é", count: 80)
    ),
    (
      String(repeating: "x", count: 81),
      "\"\(String(repeating: "x", count: 80))...\" (81 characters)",
      "\(String(repeating: "x", count: 80))... (81 characters)"
    ),
    (
      String(repeating: "x", count: 10_000_000),
      "\"\(String(repeating: "x", count: 80))...\" (10000000 characters)",
      "\(String(repeating: "x", count: 80))... (10000000 characters)"
    ),
  ])
  func `80 characters are shown`(text: String, quoted: String, bare: String) {
    #expect(Quotation.of(text) == quoted)
    #expect(Quotation.bare(text) == bare)
  }

  @Test func `a place has short names, a path short keys`() {
    let name = String(repeating: "n", count: 200)
    let short = "\(String(repeating: "n", count: 80))... (200 characters)"
    #expect(Place.option(name).description == short)
    #expect(Place.file("f.csv", line: 2, member: name).description == "f.csv:2: \(short)")
  }

  @Test func `a name is whole as far as anybody reads it`() {
    let path = String(repeating: "n/", count: 500)
    #expect(Quotation.name(path) == path && Place.file(path).description == path)
    let long = path + "x"
    #expect(Quotation.name(long) == Quotation.bare(long))
    #expect(Place.file(long, line: 2).description == "\(Quotation.bare(long)):2")
  }

  @Test(arguments: [
    (#"{"found":"a\u001b"}"#, #"{"found":"a\u001b"}"#),
    ("\"x\u{202E}\u{9B}\"", #""x\u202e\u009b""#),
    ("\"\u{E0001}\"", #""\udb40\udc01""#),
  ])
  func `JSON escapes it in its own way`(text: String, printable: String) {
    #expect(PrintableText.ofJSON(text) == printable)
  }

  /// Categories Cc, Cf, Zl and Zp, by the Unicode character database.
  @Test(arguments: [
    ("plain, é 漢 🐻", "plain, é 漢 🐻"), ("\u{1B}[2J", "\\u{1B}[2J"),
    ("a\nb\tc\r", "a\\u{A}b\\u{9}c\\u{D}"),
    ("\u{0}\u{7F}\u{9B}", "\\u{0}\\u{7F}\\u{9B}"),
    ("\u{202E}\u{200D}\u{FEFF}\u{AD}", "\\u{202E}\\u{200D}\\u{FEFF}\\u{AD}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{E0001}", "\\u{E0001}"),
    ("\u{A0}\u{3000}", "\u{A0}\u{3000}"),
  ])
  func `what moves a cursor is escaped`(text: String, printable: String) {
    #expect(PrintableText.of(text) == printable)
  }
}
