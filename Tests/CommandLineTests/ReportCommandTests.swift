import Foundation
import TestSupport
import Testing

/// `berayield report`: the page is whole, the same every time, and safe whatever a vault is called.
struct ReportCommandTests {
  @Test func `whole page`() throws {
    let arguments = [
      "report", "data/synthetic/six-decimals.json", "--hurdle", "20%", "--at", "1767600000",
    ]
    let run = try CommandLineTool.run(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try run.output == Snapshot.expected("report.html", actual: run.output))
    #expect(try CommandLineTool.run(arguments).output == run.output)
  }

  @Test(arguments: ["expired", "empty", "tiny", "huge", "eight-decimals"])
  func `every kind of vault has a page`(name: String) throws {
    let run = try CommandLineTool.run(["report", "data/synthetic/\(name).json"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
    #expect(run.output.hasSuffix("</html>\n"))
    #expect(run.output.contains("<svg") == (name != "empty"))
  }

  @Test func `a vault's name is text, never markup`() throws {
    let run = try CommandLineTool.run([
      "report", "data/documentation-vault.json", "--name", "<script>alert(1)</script>\" onload=\"x",
      "--at", "1750000000",
    ])
    #expect(run.status == 0)
    #expect(!run.output.contains("<script"))
    #expect(run.output.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x"))
  }

  @Test func `the page asks for nothing from outside`() throws {
    let page = try CommandLineTool.run(["report", "data/synthetic/six-decimals.json"]).output
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("name=\"viewport\""))
    for outside in ["src=", "href=", "url(", "@import", "<script"] {
      #expect(!page.contains(outside))
    }
    let addresses = page.components(separatedBy: "http").count - 1
    let namespaces = page.components(separatedBy: "xmlns=\"http://www.w3.org/2000/svg\"").count - 1
    let policies = page.components(separatedBy: "http-equiv").count - 1
    #expect(addresses == namespaces + policies)
  }

  @Test func `one page shows one vault`() throws {
    let run = try CommandLineTool.run(["report", "data/synthetic/all.json"])
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("found a second vault; expected a document with one vault"))
    let none = try CommandLineTool.run(["report", "-"], input: "[]")
    #expect(none.status == 3)
    #expect(none.errors.contains("found no vault"))
  }

  @Test func `a bad vault leaves no file behind`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield report data/documentation-vault.json --stake-price 0 -o page.html", in: folder)
      #expect(run.status == 2)
      let page = folder.appendingPathComponent("page.html").path
      #expect(!FileManager.default.fileExists(atPath: page))
    }
  }

  @Test func `a page's name says HTML`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield report data/documentation-vault.json -o page.png; echo $?; ls -A", in: folder)
      #expect(run.errors == "error: -o: found page.png; expected a name that ends in .html\n")
      #expect(run.output == "2\ndata\n")
    }
  }

  @Test func `a terminal gets a page only when asked for`() throws {
    let terminal =
      "python3 -c 'import os,pty,sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))'"
    let question = "\(terminal) berayield report data/documentation-vault.json"
    let refused = try CommandLineTool.shell(question)
    #expect(refused.status == 2)
    #expect(
      refused.output.contains(
        "\u{1B}[31merror:\u{1B}[0m -o: found a terminal; expected -o FILE.html, or -o - for stdout")
    )
    #expect(!refused.output.contains("<html"))
    let page = try CommandLineTool.shell("\(question) -o -")
    #expect(page.status == 0 && page.output.contains("</html>"))
  }

  @Test(arguments: [
    (["data/documentation-vault.json"], "status off", "Assumed active"),
    (["data/synthetic/expired.json"], "status off", "The period is over"),
    (["data/synthetic/empty.json"], "status off", "Nothing is staked"),
    (["data/synthetic/six-decimals.json"], "status", "Active as of"),
  ])
  func `a doubt about the status is amber`(arguments: [String], style: String, text: String) throws
  {
    let page = try CommandLineTool.run(["report"] + arguments).output
    #expect(page.contains("<p class=\"\(style)\">\(text)"))
  }
}
