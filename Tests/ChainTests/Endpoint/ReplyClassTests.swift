import Foundation
import TestSupport
import Testing
import Text

@testable import Chain

@Suite("What replies mean")
struct ReplyClassTests {
  /// The bodies that public endpoints sent: Vex-Foundation/Vex@72319a2,
  /// src/__tests__/fixtures/rpc-failures/bodies.ts, captured in September 2026.
  private struct Recorded: Decodable {
    struct Body: Decodable {
      struct Error: Decodable {
        let code: Int
        let message: String
      }
      let host: String
      let body: Error
      let `class`: String
    }
    let bodies: [Body]
  }

  /// What the classes of the recorded bodies are called here.
  private static let names = [
    "archive_gated": "archive state missing", "range_capped": "too large",
    "rate_limited or method refusal": "rate limited", "rate_limited": "rate limited",
    "compute_budget": "too large", "method_unsupported": "refused", "no route": "refused",
    "node behind / inconsistent": "node behind",
    "execution_reverted (never fail over)": "execution reverted",
  ]

  private static func reply(
    _ body: String, status: Int = 200, after: UInt64? = nil, id: UInt64 = 7
  ) -> ReplyClass {
    ReplyClass(.reply(HTTPReply(status: status, retryAfter: after, body: Array(body.utf8))), id: id)
  }

  private static func error(_ code: Int, _ message: String, status: Int = 200) throws -> ReplyClass
  {
    let text = try JSONEncoder().encode(message)
    let body = String(decoding: text, as: UTF8.self)
    return reply(
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":\(code),\"message\":\(body)}}",
      status: status)
  }

  @Test func `bodies of public endpoints`() throws {
    let recorded = try JSONDecoder().decode(
      Recorded.self, from: Data(VectorFile.bytes("rpc_error_bodies.json")))
    #expect(recorded.bodies.count == 17)
    for item in recorded.bodies {
      let expected = try #require(Self.names[item.class], "a class without a name: \(item.class)")
      // The status is whatever the host likes; the words go first.
      for status in [200, 400, 403, 429, 500, 503] {
        let found = try Self.error(item.body.code, item.body.message, status: status)
        #expect(found.name == expected, "\(item.host) with \(status): \(item.body.message)")
      }
    }
  }

  @Test(arguments: [
    (
      -32000, "missing trie node 1f2e (path ) state 0x1f2e is not available",
      "archive state missing"
    ),
    (
      -32000, "missing trie node (state of block 7 is not recorded; recorded blocks: 9, 10)",
      "archive state missing"
    ),
    (-32000, "layer stale", "archive state missing"),
    (-32000, "metadata is not found", "archive state missing"),
    (-32000, "header not found", "node behind"),
    (-32000, "header for hash not found", "node behind"),
    (-39001, "finalized block not found", "node behind"),
    (-32000, "hash 0x12 is not currently canonical", "block replaced"),
    (-32601, "the method eth_call does not exist/is not available", "refused"),
    (-32601, "anything", "refused"),
    (-32005, "limit exceeded: too many requests, retry later", "rate limited"),
    (-32005, "rate limited", "rate limited"), (-32005, "anything", "rate limited"),
    (-32005, "query returned more than 10000 results", "too large"),
    (-32600, "payload too large", "too large"),
    (-32000, "out of gas: gas limit 50000000 reached", "too large"),
    (-32000, "execution aborted (timeout = 5s)", "too large"),
    (-32602, "query exceeds max block range 10000", "too large"),
    (
      -32602, "invalid argument 1: json: cannot unmarshal object into Go value of type string",
      "misunderstood"
    ),
    (-32602, "missing value for required argument 0", "misunderstood"),
    (3, "execution reverted", "execution reverted"),
    (-32000, "execution reverted: no", "execution reverted"),
    (3, "Rate limit of the vault reached", "execution reverted"),
    (-32099, "call is not recorded in this data set", "error"), (-32603, "internal error", "error"),
  ])
  func `messages of nodes and of the recorded server`(code: Int, message: String, name: String)
    throws
  {
    let found = try Self.error(code, message)
    #expect(found.name == name, "\(message): \(found.name)")
    #expect(found.text == message)
  }

  @Test func `each HTTP status without a body that says more`() throws {
    let lines = (100...599).map { status in
      let found = Self.reply("<html>\(status)</html>", status: status)
      return "\(status) \(found.name)\(found.text.isEmpty ? "" : ": \(found.text)")"
    }
    let text = lines.joined(separator: "\n") + "\n"
    #expect(try Snapshot.expected("statuses.txt", actual: text) == text)
  }

  @Test func `a delay that the server names`() {
    #expect(Self.reply("", status: 429, after: 30) == .rateLimited("HTTP 429", after: 30))
    #expect(Self.reply("", status: 503, after: 9) == .rateLimited("HTTP 503", after: 9))
    #expect(Self.reply("", status: 503) == .broken("HTTP 503"))
    let body = "{\"id\":null,\"error\":{\"code\":-32005,\"message\":\"rate limited\"}}"
    #expect(Self.reply(body, status: 429, after: 2) == .rateLimited("rate limited", after: 2))
    #expect(Self.reply("payload too large", status: 413, after: 2) == .tooLarge("HTTP 413"))
  }

  @Test func `results belong to their request`() {
    #expect(Self.reply("{\"id\":7,\"result\":\"0x1\"}") == .result(.string("0x1")))
    #expect(Self.reply("{\"id\":\"7\",\"result\":{}}") == .result(.object([])))
    #expect(Self.reply("{\"id\":7,\"result\":null}") == .absent)
    #expect(Self.reply("{\"id\":7,\"result\":false,\"error\":null}") == .result(.bool(false)))
    for body in [
      "{\"id\":8,\"result\":\"0x1\"}", "{\"result\":\"0x1\"}", "{\"id\":7}", "[]", "7", "", "{",
      "null",
      "[{\"id\":7,\"result\":\"0x1\"}]", "<html>", "{\"id\":7,\"id\":7,\"result\":\"0x1\"}",
    ] {
      #expect(Self.reply(body).name == "broken transport", "\(body)")
    }
    #expect(ReplyClass(.broken("Connection refused"), id: 7) == .broken("Connection refused"))
    #expect(ReplyClass(.late("Timeout was reached"), id: 7) == .late("Timeout was reached"))
  }

  @Test func `odd errors are errors`() throws {
    for body in [
      "{\"error\":\"nope\"}", "{\"error\":7}", "{\"error\":[]}", "{\"error\":{}}",
      "{\"error\":{\"code\":\"x\"}}",
      "{\"id\":7,\"result\":\"0x1\",\"error\":{\"message\":7}}", "{\"error\":{\"code\":1e99}}",
    ] {
      #expect(Self.reply(body).name == "error", "\(body)")
    }
    #expect(Self.reply("{\"error\":\"rate limit\"}").name == "rate limited")
    let long = try Self.error(-32000, String(repeating: "x", count: 100_000))
    let shown = try Endpoint("https://rpc.example").redacted(long.text)
    #expect(shown.count < 200, "a message is short however long the server's is")
  }
}
