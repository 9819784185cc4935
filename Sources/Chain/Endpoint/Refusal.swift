/// How servers say no: their codes overlap, so the words go first.
///
/// Each row was seen at a server that is named beside it; the recorded bodies are in the tests.
struct Refusal: Sendable {
  /// The words, any of them, in lower case.
  private let words: [String]
  /// The codes, where no words are known or needed.
  private let codes: [Int]
  private let make: @Sendable (String, UInt64?) -> ReplyClass

  private init(
    _ words: [String] = [], codes: [Int] = [],
    _ make: @escaping @Sendable (String, UInt64?) -> ReplyClass
  ) {
    self.words = words
    self.codes = codes
    self.make = make
  }

  /// Geth's code of a revert, and of nothing else: the words are then the contract's.
  private static let revert = 3

  /// From the top: what the words of an earlier row say is not looked for in a later one.
  private static let table: [Refusal] = [
    // Geth: the contract's own no.
    Refusal(["execution reverted"], codes: [revert]) { text, _ in .reverted(text) },
    // Geth and Reth with requireCanonical.
    Refusal(["not currently canonical", "non-canonical"]) { text, _ in .notCanonical(text) },
    // Geth, Reth, Erigon, Nethermind; publicnode wants a token for old blocks.
    Refusal(
      [
        "missing trie node", "archive request", "personal token", "is not available",
        "metadata is not found", "layer stale", "pruned", "historical state", "state not found",
      ]
    ) { text, _ in
      // "the method ... does not exist/is not available" is another matter.
      text.lowercased().contains("method") ? .refused(text) : .stateMissing(text)
    },
    // Geth; drpc.
    Refusal([
      "header not found", "header for hash not found", "unknown block", "block not found",
      "cannot find block",
    ]) { text, _ in .blockUnknown(text) },
    // Infura, Alchemy, Hyperliquid, BSC's seeds.
    Refusal(
      ["rate limit", "too many requests", "limit exceeded", "throughput", "request limit"],
      codes: [-32005, 429]
    ) { text, after in
      // The same code refuses replies of too many results.
      text.lowercased().contains("more than") || text.lowercased().contains("results")
        ? .tooLarge(text) : .rateLimited(text, after: after)
    },
    // Geth's gas cap, timeouts, drpc's free plan, Base, Monad, Tenderly.
    Refusal(
      [
        "out of gas", "gas limit", "too large", "timeout", "timed out", "block range",
        "exceeds max", "exceeds the", "ranges over", "response size", "larger than",
      ], codes: [-32020, -32062]
    ) { text, _ in .tooLarge(text) },
    // Methods that a plan or a service does not have; drpc without a provider.
    Refusal(
      [
        "method not found", "does not exist", "not supported", "unsupported", "paid plan",
        "discontinued", "unauthorized", "forbidden", "can't route your request",
      ], codes: [-32601, -16401]
    ) { text, _ in .refused(text) },
    // Geth to a block object that it does not know, or to any malformed parameter.
    Refusal(["invalid argument", "cannot unmarshal", "invalid params"], codes: [-32602]) {
      text, _ in .misunderstood(text)
    },
  ]

  /// The class of an error.
  ///
  /// - Parameters:
  ///   - code: JSON-RPC's, if there is one.
  ///   - message: the server's words.
  ///   - retryAfter: seconds, where the server names a delay.
  /// - Returns: the class, with the server's words whole: what must not be shown is taken out first.
  static func `class`(code: Int?, message: String, retryAfter: UInt64?) -> ReplyClass {
    let words = code == revert ? "" : message.lowercased()
    let row =
      table.first { $0.words.contains { words.contains($0) } }
      ?? table.first { $0.codes.contains(code ?? 0) }
    return row?.make(message, retryAfter) ?? .unknownError(message)
  }
}
