internal import ArgumentParser
internal import Chain
internal import Faults
internal import Inputs
internal import Platform
internal import Questions
internal import Sheets
internal import Text
internal import Transport

/// `berayield snapshot`: raw values from a chain at one block, in one file.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Read vaults, validators and pools from a chain at one block, into one file.",
    usage: "berayield snapshot [<options>]",
    discussion: """
      Asks any public endpoint for everything that the other commands need, at one pinned block, \
      and writes the raw values. A call that fails is a null and a gap that says why, never a zero. \
      Every other command then takes the file, offline: apr today.json.

      Stake tokens are valued from the chain where their kind is known; --price and --prices go \
      first. Of an endpoint's URL only the host is ever shown. Without --rpc and --replay the \
      chain's own public endpoint is asked.

      EXAMPLES
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield snapshot --replay - --prices prices.csv -o today.json
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield snapshot --replay - --prices prices.csv --format text
      """
  )

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

  @Option(help: ArgumentHelp("Output format.", valueName: "json|csv|ndjson|text"))
  var format: ResultFormat = .json
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout. A file is written completely or not at all.", valueName: "file"),
    completion: .file())
  var output = "-"

  func run() throws {
    try RunFiles(
      inputs: [validators, replay] + prices + names, outputs: ["-o": output, "--record": record]
    ).requireDistinct()
    try requireSense()
    var notes = InputNotes(strict: false)
    let request = try request(&notes)
    let destination = AnswerOutput(
      path: output, format: format, style: TextStyle(width: Terminal.width), notes: notes)
    try destination.refusePages()
    let reading = try read(request)
    Diagnostics.notes(notes.notes + reading.skipped.map(\.note))
    try destination.write(SnapshotSheet.sheet(of: reading))
    Diagnostics.notes(SnapshotSheet.notes(of: reading))
  }

  /// Refuses options that exclude one another.
  private func requireSense() throws(Fault) {
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

  private func request(_ notes: inout InputNotes) throws(Fault) -> SnapshotRequest {
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

// Reading.
extension SnapshotCommand {
  private func read(_ request: SnapshotRequest) throws -> ChainReading {
    let (block, policy) = (try chain.blockChoice(), try chain.policy())
    if let replay {
      let source = try ByteSource(path: replay)
      let recording = try Recording(reading: try source.readAll(), file: source.name)
      let reader = ChainReader(
        request, at: block, endpoints: recording.hosts.map { Endpoint(recorded: $0) },
        policy: policy)
      var transport = ReplayTransport(recording, file: source.name)
      return try ChainSession.run(reader, over: &transport)
    }
    let endpoints = try chain.endpoints(of: request.deployment)
    guard verify else { return try read(request, block, endpoints, policy) }
    guard endpoints.count == 2 else {
      throw Fault(
        .usage, at: .option("--verify"), found: "\(endpoints.count) endpoints",
        expected: "two, by --rpc twice")
    }
    let first = try read(request, block, [endpoints[0]], policy)
    let second = try read(request, .hash(first.block.hash), [endpoints[1]], policy)
    if let difference = SnapshotDifference.first(first.snapshot, second.snapshot) {
      throw Fault(
        .differs,
        found:
          "\(difference.path): \(endpoints[0].host) says \(difference.left.excerpt), \(endpoints[1].host) says \(difference.right.excerpt)",
        expected: "", hint: "nothing was written; ask a third endpoint")
    }
    return first
  }

  private func read(
    _ request: SnapshotRequest, _ block: BlockChoice, _ endpoints: [Endpoint],
    _ policy: RetryPolicy
  ) throws -> ChainReading {
    let reader = ChainReader(request, at: block, endpoints: endpoints, policy: policy)
    let progress = ProgressLine.ofCalls("snapshot")
    defer { ProgressLine.clear() }
    var transport = try CurlTransport(endpoints)
    guard let record else {
      return try ChainSession.run(reader, over: &transport, progress: progress)
    }
    var recorder = RecordingTransport(transport, endpoints: endpoints)
    // What went wrong is what a record is for: it is written then, too.
    let result = Result { try ChainSession.run(reader, over: &recorder, progress: progress) }
    let bytes = recorder.recording.bytes
    try OutputFile.write(to: record, option: "--record") { file in try file.write(bytes) }
    return try result.get()
  }
}
