import Chain
import Faults

/// Endpoints that answer what an input says, in a time of its own: each reply takes a while, so that a run
/// comes to its end even if the answers never do.
///
/// The input's replies stand between record separators and are given one after the other, over and over. The
/// first byte of each says what the rest is.
struct HostileTransport: ChainTransport {
  private let replies: [[UInt8]]
  private var count = 0
  private var onTheirWay: [(number: Int, delivery: Delivery)] = []
  private(set) var now: UInt64 = 0
  let seed: UInt64 = 1

  /// More than the time of a run allows: what sends more does not wait.
  private static let mostRequests = 5_000
  private static let latency: UInt64 = 50

  init(_ input: [UInt8]) {
    replies = input.split(separator: 0x1E, omittingEmptySubsequences: false).map(Array.init)
  }

  mutating func start(_ request: ReaderRequest) throws(Fault) {
    guard count < Self.mostRequests, !onTheirWay.contains(where: { $0.number == request.number })
    else {
      throw Fault(.internalError, found: "a request too many", expected: "")
    }
    let reply = replies[count % replies.count]
    count += 1
    onTheirWay.append((request.number, Self.delivery(reply, request.request)))
  }

  mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    defer { onTheirWay = [] }
    now = onTheirWay.isEmpty ? max(now, time) : now + Self.latency
    return onTheirWay
  }
}

// What replies are.
extension HostileTransport {
  private static func delivery(_ reply: [UInt8], _ request: RPCRequest) -> Delivery {
    let rest = Array(reply.dropFirst())
    let text = String(decoding: rest, as: UTF8.self)
    switch reply.first {
    case UInt8(ascii: "h"): return result(answer(request, []), request)
    case UInt8(ascii: "m"): return result(answer(request, rest), request)
    case UInt8(ascii: "j"): return result(text, request)
    case UInt8(ascii: "d"): return result("\"\(hexadecimal(rest))\"", request)
    case UInt8(ascii: "e"): return body("{\"id\":\(request.id),\"error\":\(text)}")
    case UInt8(ascii: "s"):
      return .reply(
        HTTPReply(
          status: 100 + 2 * Int(rest.first ?? 0), retryAfter: rest.first.map { UInt64($0) % 4 },
          body: Array(rest.dropFirst())))
    case UInt8(ascii: "b"): return .broken(text)
    case UInt8(ascii: "l"): return .late(text)
    default: return .reply(HTTPReply(status: 200, body: rest))
    }
  }

  private static func body(_ text: String) -> Delivery {
    .reply(HTTPReply(status: 200, body: Array(text.utf8)))
  }

  private static func result(_ text: String, _ request: RPCRequest) -> Delivery {
    body("{\"jsonrpc\":\"2.0\",\"id\":\(request.id),\"result\":\(text)}")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.reduce(into: "0x") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
  }

  /// A sound reply, whose values are those that bytes say.
  private static func answer(_ request: RPCRequest, _ values: [UInt8]) -> String {
    switch request.method {
    case "eth_chainId": "\"0x138de\""
    case "eth_blockNumber": "\"0x11\""
    case "eth_call": "\"\(hexadecimal(results(calls(of: request), values)))\""
    default:
      "{\"number\":\"0x10\",\"timestamp\":\"0x20\",\"hash\":\"0x\(String(repeating: "ab", count: 32))\"}"
    }
  }

  /// How many calls a request makes: the second word of its calldata.
  private static func calls(of request: RPCRequest) -> Int {
    let text = String(decoding: request.body, as: UTF8.self)
    guard let start = text.firstRange(of: "0x82ad56cb")?.upperBound else { return 0 }
    return Int(text[start...].dropFirst(64).prefix(64).suffix(8), radix: 16) ?? 0
  }

  private static func word(_ number: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: 24)
      + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private static func results(_ count: Int, _ values: [UInt8]) -> [UInt8] {
    var values = ReplyValues(values)
    var (heads, tail): ([UInt8], [UInt8]) = ([], [])
    for index in 0..<count {
      // The block's number, time and chain come first.
      let answer = index < 3 ? word([0x10, 0x20, 80094][index]) : values.next()
      heads += word(32 * count + tail.count)
      tail += word(answer == nil ? 0 : 1) + word(64) + word(answer?.count ?? 0) + (answer ?? [])
      tail += [UInt8](repeating: 0, count: (32 - (answer?.count ?? 0) % 32) % 32)
    }
    return word(32) + word(count) + heads + tail
  }

  /// Values of getters out of bytes, over and over.
  private struct ReplyValues {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func byte() -> Int {
      guard !bytes.isEmpty else { return 0 }
      defer { offset += 1 }
      return Int(bytes[offset % bytes.count])
    }

    private mutating func run(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8(truncatingIfNeeded: byte()) }
    }

    /// The next; nil is a revert.
    mutating func next() -> [UInt8]? {
      switch byte() % 10 {
      case 0: return nil
      case 1: return []
      case 2: return word(byte())
      case 3: return word(byte() << 56 | byte() << 8)
      case 4: return [UInt8](repeating: 0xFF, count: 32)
      case 5:
        let count = byte() % 8
        return word(32) + word(count) + (0..<count).flatMap { _ in word(byte()) }
      case 6: return word(32) + word(byte() % 12) + run(12) + [UInt8](repeating: 0, count: 20)
      case 7: return (0..<4).flatMap { _ in word(byte()) }
      case 8: return run(byte() % 70)
      default: return word(64) + word(byte()) + word(byte() % 4) + word(byte()) + word(byte())
      }
    }
  }
}
