internal import ArgumentParser
internal import Faults
internal import Questions
internal import Yields
internal import Inputs

/// `berayield diff`: which conventions separate a published yield from the exact one.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Which known conventions turn a vault's exact APR into a published figure.",
    discussion: """
      Tries the conventions that published yields are known to follow, singly and in pairs: \
      percentages read as fractions, APYs by their compoundings per year, years of other lengths, \
      rewardRate in the wrong scale, wrong decimals, stale periods, commissions, missing or swapped \
      prices. Lists those whose figure comes within the tolerance: fewer conventions first, then the \
      closer figure.

      The published figure is a fraction (0.5002) or a percentage (50.02%); without a sign, 50.02 is \
      the fraction. The tolerance is one unit of its last digit unless --tolerance gives another, \
      written in the same two ways (0.01% is a hundredth of a percentage point).

      EXAMPLES
        berayield diff data/documentation-vault.json --published 64.85%
        berayield diff --published 0.475195 --commission 500 \\
          --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 \\
          --reward-price 7.8 --stake-price 223845.58
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "snapshot.json"))
  var file: String?

  @Option(help: ArgumentHelp("The published APR or APY: 0.5002 or 50.02%.", valueName: "yield"))
  var published: String

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions

  @Option(help: "How far a figure may be: 0.0001 or 0.01%. Default: one unit of the last digit.")
  var tolerance: String?
  @Option(help: "The commission that the yield is net of: 500 or 5%.") var commission: String?
  @Option(help: "The stake token's whole supply in base units, if a figure may divide by it.")
  var tokenSupply: String?
  @Option(help: "How many explanations are listed.") var limit: String = "10"

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try values.require(file: file)
    let (time, year) = (try conventions.evaluationTime(), try conventions.yearLength())
    let destination = try output.destination(output.notes(input))
    try destination.refusePages()
    try destination.answer(
      about: file,
      values.values(and: [
        "published": published, "tolerance": tolerance, "commission": commission,
        "tokenSupply": tokenSupply, "limit": limit,
      ]), several
    ) { inputs, notes throws(Fault) in
      let question = try DiffQuestion.read(inputs, time: time, year: year, notes: &notes)
      let vault = try VaultSnapshot.read(inputs, notes: &notes)
      return try inputs.locating { () throws(Fault) in try question.sheet(about: vault) }
    }
  }
}
