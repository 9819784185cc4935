internal import Contracts
package import Faults
internal import Text

/// All requests and replies of a run, from which it can be repeated without a network.
///
/// Lines of JSON: a head with the endpoints' hosts, an exchange a line, and last the SHA-256 of all bytes
/// before it. No URL is in it, and what servers echo of one is taken out.
package struct Recording: Sendable {
  /// A request's body, and what came back.
  struct Exchange: Sendable {
    let endpoint: Int
    let request: [UInt8]
    /// Nil where the run ended first.
    let delivery: Delivery?
    /// Milliseconds of the run.
    let sent: UInt64
    let received: UInt64
  }

  private static let kind = "berayield-recording"
  /// The hosts of the endpoints, in the order of preference.
  package let hosts: [String]
  /// What the run's random numbers followed from.
  let seed: UInt64
  private(set) var exchanges: [Exchange] = []

  package init(of endpoints: [Endpoint], seed: UInt64) {
    hosts = endpoints.map(\.host)
    self.seed = seed
  }

  /// Adds an exchange.
  package mutating func append(
    _ request: ReaderRequest, _ delivery: Delivery?, of endpoint: Endpoint, sent: UInt64,
    received: UInt64
  ) {
    let redacted: Delivery? =
      switch delivery {
      case nil: nil
      // Whole, or the replay's message would be of the cut text.
      case .broken(let reason): .broken(endpoint.withoutSecrets(reason))
      case .late(let reason): .late(endpoint.withoutSecrets(reason))
      case .reply(let reply):
        .reply(
          HTTPReply(
            status: reply.status, retryAfter: reply.retryAfter, body: endpoint.redacted(reply.body))
        )
      }
    exchanges.append(
      Exchange(
        endpoint: request.endpoint, request: request.request.body, delivery: redacted, sent: sent,
        received: received))
  }

  /// The record's bytes.
  package var bytes: [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.value(
      .members([
        "kind": .string(Self.kind), "version": .number("1"),
        "hosts": .elements(hosts.map { .string($0) }), "seed": .string("\(seed)"),
      ]))
    writer.newline()
    for exchange in exchanges {
      writer.value(.object(exchange.members))
      writer.newline()
    }
    let content = writer.takeBytes()
    writer.value(.members(["sha256": .string(SHA256.digest(of: content))]))
    writer.newline()
    return content + writer.takeBytes()
  }
}

extension Recording.Exchange {
  fileprivate var members: [JSONMember] {
    let head = [
      JSONMember(key: "endpoint", value: .number("\(endpoint)")),
      JSONMember(key: "request", value: .string(String(decoding: request, as: UTF8.self))),
      JSONMember(key: "sent", value: .number("\(sent)")),
      JSONMember(key: "received", value: .number("\(received)")),
    ]
    switch delivery {
    case nil: return head
    case .broken(let reason): return head + [JSONMember(key: "broken", value: .string(reason))]
    case .late(let reason): return head + [JSONMember(key: "late", value: .string(reason))]
    case .reply(let reply):
      let after = reply.retryAfter.map { JSONMember(key: "retryAfter", value: .number("\($0)")) }
      return head + [JSONMember(key: "status", value: .number("\(reply.status)"))]
        + [after].compactMap(\.self)
        + [Self.body(reply.body)]
    }
  }

  /// A body as text, or where it is none as the hexadecimal digits of its bytes.
  private static func body(_ bytes: [UInt8]) -> JSONMember {
    String(validating: bytes, as: UTF8.self).map { JSONMember(key: "body", value: .string($0)) }
      ?? JSONMember(key: "bytes", value: .string(HexText.text(of: bytes)))
  }

  fileprivate init?(_ node: JSONNode) {
    guard let endpoint = node["endpoint"]?.scalarText.flatMap({ Int($0) }),
      let request = node["request"]?.string
    else { return nil }
    self.endpoint = endpoint
    self.request = Array(request.utf8)
    // A record without times is one of which all came at once.
    sent = node["sent"]?.scalarText.flatMap { UInt64($0) } ?? 0
    received = node["received"]?.scalarText.flatMap { UInt64($0) } ?? 0
    if let reason = node["broken"]?.string {
      delivery = .broken(reason)
      return
    }
    if let reason = node["late"]?.string {
      delivery = .late(reason)
      return
    }
    guard let member = node["status"] else {
      delivery = nil
      return
    }
    guard let status = member.scalarText.flatMap({ Int($0) }),
      let body = node["body"]?.string.map({ Array($0.utf8) })
        ?? node["bytes"]?.string.flatMap(HexText.bytes)
    else { return nil }
    delivery = .reply(
      HTTPReply(
        status: status, retryAfter: node["retryAfter"]?.scalarText.flatMap { UInt64($0) },
        body: body))
  }
}

// Reading one again.
extension Recording {
  /// Reads a record.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for messages.
  /// - Throws: a `Fault` where it was cut or changed, or is none.
  package init(reading bytes: [UInt8], file: String) throws(Fault) {
    func refused(_ found: String, line: Int) -> Fault {
      Fault(
        .invalidValue, at: .file(file, line: line), found: found,
        expected: "a whole record as --record wrote it")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 3, let end = lines.last, end.isEmpty else {
      throw refused("no whole lines", line: lines.count)
    }
    let last = lines[lines.count - 2]
    let content = Array(bytes.prefix(bytes.count - last.count - 1))
    guard let sum = try? JSONReader.parse(Array(last))["sha256"]?.string else {
      throw refused("no sum of the content at its end: the record is cut", line: lines.count - 1)
    }
    guard sum == SHA256.digest(of: content) else {
      throw refused("content that does not have the sum at its end", line: lines.count - 1)
    }
    let head = try JSONReader.parse(Array(lines[0]), name: file)
    guard head["kind"]?.string == Self.kind, head["version"]?.scalarText == "1",
      let hosts = head["hosts"]?.elements?.compactMap(\.string), !hosts.isEmpty
    else { throw refused("no record of requests and replies", line: 1) }
    self.hosts = hosts
    seed = head["seed"]?.string.flatMap { UInt64($0) } ?? 0
    for (index, line) in lines.dropFirst().dropLast(2).enumerated() {
      guard let exchange = try? Exchange(JSONReader.parse(Array(line))) else {
        throw refused("no request with its reply", line: index + 2)
      }
      exchanges.append(exchange)
    }
  }
}
