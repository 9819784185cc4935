import Faults
import Testing
import Text

/// A fault for programs: every member is there, null where it is not known.
@Suite struct FaultJSONTests {
  private static func text(_ fault: Fault) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(fault.json)
    return writer.takeText()
  }

  @Test func `a value in a file`() {
    let fault = Fault(
      .invalidValue, at: .file("a.json", line: 3, column: 7, member: "$.x"), found: "\"5\"",
      expected: "6", hint: "write 6")
    #expect(
      Self.text(fault)
        == #"{"code":"invalidValue","message":"a.json:3:7: $.x: found \"5\"; expected 6","#
        + #""file":"a.json","line":3,"column":7,"path":"$.x","found":"\"5\"","expected":"6","#
        + #""hint":"write 6"}"#)
  }

  @Test func `an option, and nothing but a text`() {
    #expect(
      Self.text(Fault(.outOfRange, at: .option("--at"), found: "1", expected: "2"))
        == #"{"code":"outOfRange","message":"--at: found 1; expected 2","file":null,"line":null,"#
        + #""column":null,"path":"--at","found":"1","expected":"2","hint":null}"#)
    #expect(
      Self.text(Fault(.blankLines, severity: .note, found: "2 blank lines skipped", expected: ""))
        == #"{"code":"blankLines","message":"2 blank lines skipped","file":null,"line":null,"#
        + #""column":null,"path":null,"found":"2 blank lines skipped","expected":null,"hint":null}"#
    )
  }
}
