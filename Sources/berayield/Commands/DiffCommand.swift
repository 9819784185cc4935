internal import ArgumentParser
internal import Faults
internal import Questions
internal import Yields
internal import Inputs
internal import Quantities

/// `berayield diff`: which conventions separate a published yield from the exact one.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Explain how a published yield differs from a vault's exact APR.",
    usage: "berayield diff [<options>] [--published <yield>] [<snapshot.json>]",
    discussion: """
      Tries the conventions that published yields are known to use, alone and in pairs: \
      percentages read as fractions, APYs with various compounding, other lengths of the year, a \
      wrong scale of rewardRate, wrong decimals, expired periods, commissions, missing or \
      swapped prices, raw oracle prices, figures of the other era. Lists what would explain the figure: fewest conventions \
      first, then what rounds to the published digits (the more common convention first), then \
      the closest figure.

      Write the published figure as a fraction (0.5002) or as a percentage (50.02%), or as the \
      key "published" of each vault in the file. A figure fits where it rounds to the published \
      digits: half a unit of the last one, at most a tenth of the value, and a zero without \
      decimals fits 0 alone; or where it was cut off to these digits, which is said. Figures of \
      more digits than a double holds may be off by what double precision loses. --tolerance \
      replaces these rules; it takes both forms too (0.01% is a hundredth of a percentage point).

      With --exit-code the exit code is 5 where a figure is neither equal nor explained, \
      or where there is no APR to compare with: nobody stakes, or a snapshot lacks a price.

      EXAMPLES
        berayield example documentation-vault | \\
          berayield diff - --published 64.85%
        berayield diff --published 0.475195 --commission 500 \\
          --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 \\
          --reward-price 7.8 --stake-price 223845.58
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "snapshot.json"), completion: .json
  )
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Published APR or APY: 0.5002 or 50.02% (default: each vault's own).", valueName: "yield"))
  var published: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions

  @Option(help: "Largest difference: 0.0001 or 0.01% (default: half a unit of the last digit).")
  var tolerance: String?
  @Option(help: "Commission already deducted from the yield: 500 or 5%.") var commission: String?
  @Option(help: "Total supply of the stake token, base units; also tries to divide by it.")
  var tokenSupply: String?
  @Option(
    help: "Price of the other era's reward token in USD; also tries it as the reward price.")
  var otherRewardPrice: String?
  @Option(help: "Number of explanations to list.") var limit: String = "10"
  @Flag(help: "Exit with 5 where a published figure is not explained.") var exitCode = false
  @Flag(help: "Write no answer; use it with --exit-code.") var quiet = false

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try values.document(file)
    try output.requireDistinct(from: [file, rules.profile])
    let (time, year) = (try conventions.evaluationTime(), try conventions.yearLength())
    var notes = input.notes
    let rules = try rules.choice(&notes)
    var destination = try output.destination(notes)
    try destination.refusePages()
    if quiet {
      guard exitCode else {
        throw Fault(
          .conflict, at: .option("--quiet"), found: "it alone",
          expected: "it with --exit-code, as no answer is written")
      }
      guard destination.path == "-" else {
        throw Fault(
          .conflict, at: .option("--quiet"), found: "-o \(destination.path)",
          expected: "no output file, because no answer is written")
      }
      (destination.path, destination.isQuiet) = ("/dev/null", true)
    }
    // A vault of a snapshot that lacks a price is asked about, and has no answer.
    var (asked, explained) = (0, 0)
    try destination.answer(
      about: file,
      values.values(and: [
        "published": published, "tolerance": tolerance, "commission": commission,
        "tokenSupply": tokenSupply, "otherRewardPrice": otherRewardPrice, "limit": limit,
      ]), several, further: DiffQuestion.vaultKeys, rules: rules
    ) { inputs, notes throws(Fault) in
      asked += 1
      let question = try DiffQuestion.read(
        inputs, time: time, year: year, rules: rules, notes: &notes)
      let vault = try VaultSnapshot.read(inputs, notes: &notes)
      notes.noteTime(time, of: vault.value)
      let found = question.difference(of: vault.value)
      if found?.isExplained ?? false { explained += 1 }
      return try inputs.locating { () throws(Fault) in try question.sheet(about: vault, found) }
    }
    if exitCode, explained < asked { throw ExitRequest(status: .mismatch) }
  }
}
