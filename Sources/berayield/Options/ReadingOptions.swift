internal import ArgumentParser
internal import Chain
internal import Contracts
internal import Faults
internal import Inputs
internal import Platform
internal import Questions
internal import Text

/// What is read from a chain, by whom, and what is known beside it.
struct ReadingOptions: ParsableArguments {
  @OptionGroup(title: "Chain") var chain: ChainOptions

  @Option(help: ArgumentHelp("Only this vault. Repeatable.", valueName: "address"))
  var vault: [String] = []
  @Flag(help: "Only vaults with a running period and stake.") var active = false
  @Option(help: ArgumentHelp("Add this validator. Repeatable.", valueName: "pubkey"))
  var validator: [String] = []
  @Option(
    help: ArgumentHelp("Add the validators of a file, a key a line.", valueName: "file"),
    completion: .file())
  var validators: String?
  @Option(
    help: ArgumentHelp("Add the staking pool of this validator. Repeatable.", valueName: "pubkey"))
  var pool: [String] = []

  @Option(
    help: ArgumentHelp("Price of a token; bera is WBERA. Repeatable.", valueName: "token=USD"))
  var price: [String] = []
  @Option(
    help: ArgumentHelp(
      "Prices by address: CSV with token,price, or a price API's JSON.", valueName: "file"),
    completion: .file())
  var prices: [String] = []
  @Flag(help: "Do not value tokens from the chain.") var noValueStake = false
  @Option(help: "The oldest an oracle's price may be at the block, in seconds.") var maxPriceAge =
    "3600"
  @Option(
    help: ArgumentHelp(
      "Official list of vaults or tokens, for names. Repeatable.", valueName: "file"),
    completion: .file())
  var names: [String] = []

  @OptionGroup(title: "CSV") var csv: CSVOptions

  @Flag(help: "Read everything from two endpoints, and refuse if they differ.") var verify = false
  @Option(
    help: ArgumentHelp("Keep all requests and replies.", valueName: "file"), completion: .file())
  var record: String?
  @Option(
    help: ArgumentHelp("Answer from such a record, offline.", valueName: "file"),
    completion: .file())
  var replay: String?

  /// The files that are read.
  var files: [String?] { [validators, replay] + prices + names }

  /// Refuses options that exclude one another.
  func requireSense() throws(Fault) {
    func refuse(_ option: String, _ other: String, _ reason: String) -> Fault {
      Fault(
        .conflict, at: .option(option), found: "\(option) beside \(other)", expected: reason)
    }
    if replay != nil {
      if !chain.rpc.isEmpty { throw refuse("--replay", "--rpc", "a record or an endpoint") }
      if record != nil { throw refuse("--replay", "--record", "one of both") }
    }
    guard verify else { return }
    if replay != nil || record != nil {
      throw refuse("--verify", replay != nil ? "--replay" : "--record", "two endpoints, read anew")
    }
  }

  func request(_ notes: inout InputNotes) throws(Fault) -> SnapshotRequest {
    var request = SnapshotRequest(deployment: try chain.deployment())
    if !vault.isEmpty {
      request.vaults = try Self.distinct(vault, "--vault") { field throws(Fault) in
        try field.address()
      }
    }
    request.isActiveOnly = active
    request.validators = try Self.distinct(validator, "--validator") { field throws(Fault) in
      try field.validatorKey()
    }
    if let validators {
      for key in try ValidatorList.read(try ByteSource(path: validators))
      where !request.validators.contains(key) {
        request.validators.append(key)
      }
    }
    request.pools = try Self.distinct(pool, "--pool") { field throws(Fault) in
      try field.validatorKey()
    }
    var list = PriceList(wbera: request.deployment.wbera)
    for text in price { try list.add(option: Field(option: "--price", text: text), notes: &notes) }
    let form = try csv.form()
    for path in prices {
      try list.add(file: try ByteSource(path: path), form: form, notes: &notes)
    }
    try csv.requireUse(!prices.isEmpty, expected: "--prices FILE as well")
    request.prices = list.prices
    request.valuesStake = !noValueStake
    request.maxPriceAge = try Field(option: "--max-price-age", text: maxPriceAge)
      .duration("an age")
    for path in names {
      try OfficialNames.read(try InputNode(path: path), into: &request.names)
    }
    return request
  }

  private static func distinct<Value: Equatable>(
    _ texts: [String], _ option: String, _ read: (Field) throws(Fault) -> Value
  ) throws(Fault) -> [Value] {
    var values: [Value] = []
    for text in texts {
      let field = Field(option: option, text: text)
      let value = try read(field)
      guard !values.contains(value) else {
        throw field.error(.repeated, expected: "each once")
      }
      values.append(value)
    }
    return values
  }
}
