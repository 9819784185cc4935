internal import ArgumentParser
internal import Chain
internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions

/// Which chain is asked, by whom and for how long.
struct ChainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Endpoint to ask, in order of preference (default: BERAYIELD_RPC_URL, else the chain's own).",
      valueName: "URL"))
  var rpc: [String] = []

  @Option(
    help: ArgumentHelp(
      "Expected chain: mainnet, bepolia or a chain id.", valueName: "mainnet|bepolia|ID"),
    completion: .list(["mainnet", "bepolia"]))
  var chain = "mainnet"

  @Option(
    help: ArgumentHelp(
      "Block to read: finalized, a number, a hash, or the last one at or before a time.",
      valueName: "finalized|NUMBER|0xHASH|time"),
    completion: .list(["finalized"]))
  var block = "finalized"

  @Option(help: "Seconds for the whole run (1 to 86400).") var timeout = "120"
  @Option(help: "How often a request is tried again (0 to 100).") var retries = "5"
  @Option(help: "Requests on their way at once (1 to 64).") var concurrency = "4"

  func deployment() throws(Fault) -> Deployment {
    switch chain {
    case "mainnet": return .mainnet
    case "bepolia": return .bepolia
    default:
      let field = Field(option: "--chain", text: chain)
      guard let id = UInt64(chain), id > 0, String(id) == chain else {
        throw field.error(expected: "mainnet, bepolia, or a chain id such as 80094")
      }
      return Deployment(chainID: id)
    }
  }

  /// Which block is read.
  ///
  /// - Parameter notes: has the clock, and takes what is to be noted of a time.
  /// - Returns: the choice.
  /// - Throws: a `Fault` for what is none.
  func blockChoice(_ notes: inout InputNotes) throws(Fault) -> BlockChoice {
    if block == "finalized" { return .finalized }
    let field = Field(option: "--block", text: block)
    if block.hasPrefix("0x"), block.utf8.count == 66, block.dropFirst(2).allSatisfy(\.isHexDigit) {
      return .hash(block.lowercased())
    }
    // Digits alone are a number, never a time.
    if let number = UInt64(block), String(number) == block { return .number(number) }
    guard block == "now" || block.hasPrefix("-") || WrittenTime(block) != nil else {
      throw field.error(
        expected:
          "finalized, a block's number, its hash (0x and 64 digits), or a time such as 2026-05-01")
    }
    return .time(try field.timestamp(notes: &notes))
  }

  func policy() throws(Fault) -> RetryPolicy {
    func number(_ option: String, _ text: String, _ range: ClosedRange<Int>) throws(Fault) -> Int {
      try Field(option: option, text: text).integer("a whole number", in: range)
    }
    return RetryPolicy(
      retries: try number("--retries", retries, 0...100),
      timeout: UInt64(try number("--timeout", timeout, 1...86_400)) * 1000,
      concurrency: try number("--concurrency", concurrency, 1...64))
  }

  /// The endpoints, in the order of preference.
  func endpoints(of deployment: Deployment) throws(Fault) -> [Endpoint] {
    if !rpc.isEmpty { return try Self.endpoints(rpc, at: "--rpc") }
    let name = "BERAYIELD_RPC_URL"
    if let listed = Terminal.variable(name), !listed.isEmpty {
      return try Self.endpoints(listed.split { $0 == "," || $0 == " " }.map(String.init), at: name)
    }
    guard let own = deployment.endpoint else {
      throw Fault(
        .missingValue, at: .option("--rpc"), found: "no endpoint",
        expected: "one for chain \(deployment.chainID)")
    }
    return [try Endpoint(own)]
  }

  private static func endpoints(_ urls: [String], at option: String) throws(Fault) -> [Endpoint] {
    try urls.map { url throws(Fault) in
      do throws(Fault) { return try Endpoint(url) } catch { throw error.at(.option(option)) }
    }
  }
}
