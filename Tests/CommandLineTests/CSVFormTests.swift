import TestSupport
import Testing

/// CSV files as other programs write them, in every command that reads one.
///
///     delimiters ── asked for: csv, pool realized, axes, prices ── not asked for: named, with the option
///     blanks     ── --trim ── around names in any case
///     names      ── all missing ones at once ── repeated ones that pass through ── --prefix
///     other oddities ── sep=, lone carriage returns, ="...", a comma behind the last name
@Suite struct CSVFormTests {
  static let vault = """
    vault,reward_rate,period_finish,total_supply,reward_price,stake_price
    v1,272490527103681170793308992914391673,1800000000,598626940947001140289,7.8,223845.58

    """
  static let figures = ",0.500204779481316715,true\n"

  @Test(arguments: [(";", "';'"), ("|", "'|'"), ("\t", "tab"), ("\t", "\"$(printf '\\t')\"")])
  func `a delimiter that is asked for`(delimiter: String, option: String) throws {
    let input = Self.vault.replacing(",", with: delimiter)
    let csv = try CommandLineTool.shell(
      "berayield csv - --at 1750000000 --delimiter \(option)", input: input)
    #expect(
      csv.output
        == (Self.vault.split(separator: "\n")[0] + ",apr,active\n"
        + Self.vault.split(separator: "\n")[1] + Self.figures).replacing(",", with: delimiter))
    let history = "timestamp,total_assets,total_supply\n1700000000,10,10\n1700086400,11,10\n"
    let plain = try CommandLineTool.run(
      ["pool", "realized", "-", "--format", "json"], input: history)
    let divided = try CommandLineTool.shell(
      "berayield pool realized - --format json --delimiter \(option)",
      input: history.replacing(",", with: delimiter))
    #expect(plain.status == 0 && divided.output == plain.output)
    try CommandLineTool.inTemporaryFolder { folder in
      let axis = try CommandLineTool.shell(
        """
        printf 'day\(delimiter == "\t" ? "\\t" : delimiter)close\\n1\(delimiter == "\t" ? "\\t" : delimiter)5%%\\n' > f
        berayield sweep --axis grossApr=@f:close --axis commission=500 --metric poolNetApr \
          --format csv --delimiter \(option)
        """, in: folder)
      #expect(axis.output == "grossApr,commission,poolNetApr\n0.05,500,0.0475\n", "\(axis)")
    }
  }

  @Test(arguments: [(";", "';'", "';'"), ("|", "'|'", "'|'"), ("\t", "tabs", "tab")])
  func `a file that is divided otherwise names the option`(
    delimiter: String, phrase: String, option: String
  ) throws {
    let expected =
      "header: found a header divided by \(phrase); expected ','\n  hint: --delimiter \(option)\n"
    let csv = try CommandLineTool.run(
      ["csv", "-"], input: Self.vault.replacing(",", with: delimiter))
    #expect(csv.status == 3 && csv.output == "")
    #expect(csv.errors == "error: standard input:1: \(expected)")
    let pool = try CommandLineTool.run(
      ["pool", "realized", "-"],
      input: "timestamp,total_assets,total_supply\n5,5,5\n".replacing(",", with: delimiter))
    #expect(pool.errors == "error: standard input:1: \(expected)")
    try CommandLineTool.inTemporaryFolder { folder in
      let written = delimiter == "\t" ? "\\t" : delimiter
      let run = try CommandLineTool.shell(
        """
        printf 'token\(written)price\\n' > f
        berayield sweep --axis rewardPrice=@f:price --metric apr
        berayield snapshot --replay data/recorded/pol-next.ndjson --prices f
        """, in: folder)
      #expect(run.errors == "error: f:1: \(expected)error: f:1: \(expected)", "\(run)")
    }
  }

  @Test func `a delimiter where no file is divided`() throws {
    for command in [
      ["sweep", "--axis", "grossApr=5%", "--metric", "poolNetApr", "--fix", "commission=0"],
      ["snapshot", "--replay", "data/recorded/pol-next.ndjson"],
    ] {
      for option in [["--delimiter", ";"], ["--trim"]] {
        let run = try CommandLineTool.run(command + option)
        #expect(run.status == 2 && run.output == "", "\(run)")
        #expect(run.errors.hasPrefix("error: \(option[0]): found "), "\(run.errors)")
      }
    }
    let unknown = try CommandLineTool.run(["csv", "-", "--delimiter", "x"], input: Self.vault)
    #expect(unknown.status == 2)
    #expect(
      unknown.errors.hasPrefix("error: --delimiter: found \"x\"; expected one of ,, ;, tab, |"))
  }

  @Test func `prices divided by semicolons, with blanks`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        sed 's/,/ ; /g' data/recorded/prices.csv > p.csv
        berayield snapshot --replay data/recorded/pol-next.ndjson --prices p.csv -o a.json \
          --delimiter ';' --trim
        berayield snapshot --replay data/recorded/pol-next.ndjson \
          --prices data/recorded/prices.csv -o b.json
        sed 's/ , /,/g; s/ ; /,/g' a.json | cmp - b.json
        """, in: folder)
      #expect(run.status == 0, "\(run)")
    }
  }

  @Test func `blanks around fields and names`() throws {
    let spaced = Self.vault.replacing(",", with: " , ").replacing(
      "reward_rate", with: "Reward_Rate")
    let untrimmed = try CommandLineTool.run(["csv", "-", "--at", "1750000000"], input: spaced)
    #expect(untrimmed.status == 4 && untrimmed.errors.contains("1 rejected"), "\(untrimmed)")
    let trimmed = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--trim"], input: spaced)
    #expect(
      trimmed.output
        == spaced.replacing("stake_price\n", with: "stake_price,apr,active\n")
        .replacing("223845.58\n", with: "223845.58\(Self.figures)"), "\(trimmed)")
    let history = "Date , Total_Assets,TOTALSUPPLY\n 1700000000,10 ,10\n1700086400,11,10\n"
    let pool = try CommandLineTool.run(
      ["pool", "realized", "-", "--trim", "--format", "json"], input: history)
    #expect(pool.status == 0, "\(pool)")
    try CommandLineTool.inTemporaryFolder { folder in
      let axis = try CommandLineTool.shell(
        """
        printf 'Day, Close \\n1, 5%%\\n' > f
        berayield sweep --axis grossApr=@f:close --axis commission=500 --metric poolNetApr \
          --format csv --trim
        """, in: folder)
      #expect(axis.output == "grossApr,commission,poolNetApr\n0.05,500,0.0475\n", "\(axis)")
    }
  }

  @Test func `all missing columns are told at once`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-"], input: "vault,rewardRates,periodFinish,total_suply,price\n")
    #expect(run.status == 3)
    #expect(
      run.errors == """
        error: standard input:1: header: found the columns "vault", "rewardRates", "periodFinish", \
        "total_suply", "price"; expected "reward_rate" or "rewardRate"; "total_supply" or \
        "totalSupply"; "reward_price" or "rewardPrice"; "stake_price" or "stakePrice"
          hint: did you mean reward_rate by "rewardRates", total_supply by "total_suply"?

        """)
  }

  @Test func `repeated and empty names that pass through`() throws {
    let input = "dupe,dupe,,," + Self.vault.replacing("v1,", with: "1,2,3,4,v1,")
    let run = try CommandLineTool.run(["csv", "-", "--at", "1750000000"], input: input)
    #expect(run.status == 0 && run.output.hasSuffix(Self.figures), "\(run)")
    let objects = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--format", "ndjson"], input: input)
    #expect(objects.status == 3 && objects.errors.contains("dupe"))
    let needed = try CommandLineTool.run(
      ["csv", "-"], input: "Stake_Price," + Self.vault.replacing("v1", with: "1,v1"))
    #expect(needed.status == 3)
    #expect(needed.errors.contains("found stake_price in two spellings"), "\(needed)")
  }

  @Test func `appended names with a prefix`() throws {
    let input = Self.vault.replacing("vault,", with: "apr,")
    let taken = try CommandLineTool.run(["csv", "-", "--at", "1750000000"], input: input)
    #expect(taken.status == 3)
    #expect(
      taken.errors.hasSuffix(
        "hint: --prefix TEXT gives the appended columns names of their own\n"), "\(taken)")
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--prefix", "our "], input: input)
    #expect(run.output.hasPrefix("apr,") && run.output.contains(",our apr,our active\n"), "\(run)")
    let objects = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--prefix", "our_", "--format", "ndjson"], input: input)
    #expect(
      objects.output.hasSuffix("\"our_apr\":\"0.500204779481316715\",\"our_active\":true}\n"),
      "\(objects)")
    let quoted = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--prefix", "a,b "], input: input)
    #expect(quoted.output.contains(",\"a,b apr\",\"a,b active\"\n"), "\(quoted)")
  }

  @Test func `codes that hold the delimiter are quoted`() throws {
    let swapped =
      "1,272490527103681170793308992914391673,1800000000,598626940947001140289,"
      + "223845.58,7.8\n"
    let input = Self.vault.split(separator: "\n")[0] + "\n" + swapped
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "warnings", "--delimiter", ";"],
      input: input.replacing(",", with: ";"))
    #expect(run.output.hasSuffix(";\"pricesSwapped;periodFar;yieldBeyondRange\"\n"), "\(run)")
  }

  @Test(arguments: [
    (
      "sep=;\\nvault;reward_rate\\n", "1: header: found \"sep=;\", a line for spreadsheets",
      "leave the line out: tail -n +2 FILE"
    ),
    (
      "vault,reward_rate\\r1,5\\r", "1: header: found lines that end in a carriage return alone",
      "tr '\\r' '\\n' < FILE makes them"
    ),
  ])
  func `oddities of a header`(bytes: String, message: String, hint: String) throws {
    let run = try CommandLineTool.shell("printf '\(bytes)' | berayield csv -")
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.contains("error: standard input:\(message)"), "\(run)")
    #expect(run.errors.hasSuffix("hint: \(hint)\n"), "\(run)")
  }

  @Test func `a formula of a spreadsheet`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"],
      input: Self.vault.replacing("598626940947001140289", with: "=\"598626940947001140289\""))
    #expect(run.status == 4)
    #expect(
      run.errors.contains(
        "standard input:2: total_supply: found a formula, =\"...\"; expected the value alone"),
      "\(run)")
  }

  @Test func `a comma behind the last name alone is one error`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-"], input: Self.vault.replacing("stake_price\n", with: "stake_price,\n"))
    #expect(run.status == 3 && run.output == "")
    #expect(
      run.errors
        == "error: standard input:1: header: found a delimiter behind the last name, and a row "
        + "without one; expected as many names as fields\n")
    let both = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"], input: Self.vault.replacing("\n", with: ",\n"))
    #expect(both.status == 0 && both.output.hasSuffix(",223845.58,\(Self.figures)"), "\(both)")
  }

  @Test func `times without a zone are UTC, which is said once`() throws {
    let rows = Self.vault.replacing("1800000000", with: "2027-01-15 08:00:00")
    let csv = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"],
      input: rows + rows.split(separator: "\n")[1] + "\n")
    #expect(csv.output.contains(Self.figures))
    #expect(
      csv.errors.hasPrefix(
        "note: standard input:2: period_finish: a time without a zone: such times are taken as "
          + "UTC\nnote: 2 rows in"), "\(csv)")
    let pool = try CommandLineTool.run(
      ["pool", "realized", "-"],
      input: "date,price\n2026-01-01 00:00,1\n2026-01-02 00:00,1.1\n")
    #expect(
      pool.errors.hasPrefix("note: standard input:2: timestamp: a time without a zone: "), "\(pool)"
    )
    let cell = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"], input: Self.vault.replacing("1800000000", with: "-7d"))
    #expect(cell.status == 4)
  }
}
