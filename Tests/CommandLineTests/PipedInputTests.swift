import TestSupport
import Testing

/// What is piped in needs no `-`, where a command has nothing else to work on.
@Suite struct PipedInputTests {
  @Test(arguments: [
    "apr --at 1760000000", "solve --for rewardRate --target-apr 50% --at 1760000000",
    "diff --published 50.02% --at 1760000000", "report --at 1760000000",
  ])
  func `a vault`(command: String) throws {
    let file = "data/documentation-vault.json"
    let named = try CommandLineTool.shell("berayield \(command) - < \(file)")
    let piped = try CommandLineTool.shell("cat \(file) | berayield \(command)")
    let redirected = try CommandLineTool.shell("berayield \(command) < \(file)")
    #expect(named.status == 0 && piped.output == named.output, "\(piped)")
    #expect(redirected.output == named.output)
  }

  @Test(arguments: [
    ("emission --at 5", #"{"reward":"500000000000000000000"}"#),
    ("block-reward --era bgt", #"{"boost":"5%"}"#),
    ("pool price", #"{"totalAssets":"301500","totalSupply":"290000"}"#),
    (
      "sweep",
      #"{"axes":[{"name":"grossApr","values":["5%"]}],"fixed":{"commission":"0"},"metrics":["poolNetApr"]}"#
    ),
    ("csv --at 1750000000", CSVFormTests.vault),
    ("pool realized", "date,price\n2026-01-01,1\n2026-01-02,1.1\n"),
  ])
  func `other inputs`(command: String, input: String) throws {
    let named = try CommandLineTool.run(
      command.split(separator: " ").map(String.init) + ["-"], input: input)
    let piped = try CommandLineTool.shell("cat | berayield \(command)", input: input)
    #expect(named.status == 0 && piped.status == 0, "\(named) \(piped)")
    #expect(piped.output == named.output)
  }

  @Test func `options are enough, and stdin stays unread`() throws {
    let run = try CommandLineTool.shell(
      """
      printf 'a\\nb\\n' | while read -r line; do
        berayield emission --reward 5 --at 5 --format json > /dev/null && echo "$line"
      done
      """)
    #expect(run.output == "a\nb\n")
  }

  @Test func `nothing at all`() throws {
    for command in ["apr", "csv", "pool realized"] {
      let run = try CommandLineTool.shell("berayield \(command) < /dev/null")
      #expect(run.status == 2 && run.output == "", "\(run)")
    }
    let csv = try CommandLineTool.shell("berayield csv < /dev/null")
    #expect(csv.errors.hasPrefix("error: <in.csv>: found nothing; expected a value\n"), "\(csv)")
    // What `-` reads already is no one else's.
    let taken = try CommandLineTool.run(["emission", "--profile", "-"], input: "{}")
    #expect(taken.status != 0 && taken.errors.contains("--reward"), "\(taken)")
    let sweep = try CommandLineTool.shell(
      "cat data/documentation-vault.json | berayield sweep --axis rewardPrice=1,2 --metric apr")
    #expect(sweep.errors.hasSuffix("hint: '-' reads what is piped in\n"), "\(sweep)")
  }

  @Test func `a vault's file fixes what no axis of a sweep varies`() throws {
    let words = ["--axis", "rewardPrice=3.9,7.8", "--metric", "apr", "--format", "csv"]
    let run = try CommandLineTool.run(["sweep", "data/documentation-vault.json"] + words)
    #expect(
      run.output == "rewardPrice,apr\n3.9,0.250102389740658357\n7.8,0.500204779481316715\n",
      "\(run)")
    let replaced = try CommandLineTool.run(
      ["sweep", "data/documentation-vault.json", "--stake-price", "111922.79"] + words)
    #expect(replaced.output.hasPrefix("rewardPrice,apr\n3.9,0.500204779481316715\n"), "\(replaced)")
    let unknown = try CommandLineTool.run(
      ["sweep", "-"] + words, input: #"{"rewardRate":"5","totalSuply":"5"}"#)
    #expect(unknown.status == 3 && unknown.errors.contains("did you mean totalSupply?"))
    let unused = try CommandLineTool.run(
      ["sweep", "-"] + words,
      input:
        #"{"rewardRate":"5","totalSupply":"5","stakePrice":"1","published":"5%","periodFinish":null}"#
    )
    #expect(
      unused.errors.hasPrefix("note: standard input:1:54: $.published: a value for other"),
      "\(unused)")
    let several = try CommandLineTool.run(["sweep", "data/synthetic/all.json"] + words)
    #expect(several.status == 3)
    #expect(several.errors.contains("or a vault's values"), "\(several)")
  }
}
