import Testing
import TestSupport
import Text

@testable import Chain

/// Executes what a reader wants, and refuses what no transport could do: a number that is on its way
/// sent again, more on their way than allowed, a wait for nothing.
struct ScriptedEndpoint {
  /// In which order replies come back.
  enum Order: Sendable {
    case first, last, random
  }

  var reader: ChainReader
  let nodes: [MadeNode]
  let concurrency: Int
  var order = Order.first
  var random = SeededGenerator(seed: 1)
  /// Milliseconds that a reply takes.
  var latency: UInt64 = 0

  private(set) var now: UInt64 = 0
  /// Everything that was sent, in order, with its time.
  private(set) var log: [(asked: Asked, time: UInt64)] = []
  private var onTheirWay: [(number: Int, endpoint: Int, delivery: Delivery)] = []
  private var asked: [String: Int] = [:]

  /// More steps than any reading here can need: what goes on beyond them does not end.
  private static let mostSteps = 100_000

  init(
    _ nodes: [MadeNode], _ request: SnapshotRequest = SnapshotRequest(deployment: .mainnet),
    at block: BlockChoice = .finalized, known: [PinnedBlock] = [],
    policy: RetryPolicy = RetryPolicy(), urls: [String]? = nil
  ) throws {
    let urls = urls ?? nodes.indices.map { "https://rpc\($0).example/" }
    reader = ChainReader(
      request, at: block, known: known, endpoints: try urls.map { try Endpoint($0) },
      policy: policy)
    self.nodes = nodes
    concurrency = policy.concurrency
  }

  /// Reads to the end.
  mutating func run() throws -> ReaderAction {
    for _ in 0..<Self.mostSteps {
      switch reader.next(now: now) {
      case .send(let request): try send(request)
      case .wait(let time): try wait(until: time)
      case let end:
        // Nothing changes any more, whatever still comes.
        if let late = onTheirWay.first {
          reader.received(late.delivery, for: late.number, now: now, random: 0)
        }
        return end
      }
    }
    throw Impossible("no end after \(Self.mostSteps) steps")
  }

  private mutating func send(_ request: ReaderRequest) throws {
    guard nodes.indices.contains(request.endpoint) else { throw Impossible("no such endpoint") }
    guard !onTheirWay.contains(where: { $0.number == request.number }) else {
      throw Impossible("number \(request.number) sent while it is on its way")
    }
    guard onTheirWay.count(where: { $0.endpoint == request.endpoint }) < concurrency else {
      throw Impossible("more than \(concurrency) on their way to one endpoint")
    }
    let asked = try Asked(request)
    let question = "\(request.endpoint) \(String(decoding: request.request.body, as: UTF8.self))"
    let count = self.asked[question, default: 0]
    self.asked[question] = count + 1
    log.append((asked, now))
    let node = nodes[request.endpoint]
    onTheirWay.append(
      (request.number, request.endpoint, node.instead(asked, count) ?? node.answer(asked)))
  }

  private mutating func wait(until time: UInt64) throws {
    let coming = onTheirWay.indices.filter { onTheirWay[$0].delivery != MadeNode.silence }
    let index =
      switch order {
      case .first: coming.first
      case .last: coming.last
      case .random: coming.randomElement(using: &random)
      }
    guard let index, now + latency <= time else {
      guard time > now else { throw Impossible("a wait for nothing at \(now)") }
      now = time
      return
    }
    now += latency
    let (number, _, delivery) = onTheirWay.remove(at: index)
    reader.received(delivery, for: number, now: now, random: random.next())
  }

  /// The requests of a method.
  func sent(_ method: String, to endpoint: Int? = nil) -> [Asked] {
    log.map(\.asked).filter { $0.method == method && (endpoint == nil || $0.endpoint == endpoint) }
  }
}

/// What a reader must not want.
struct Impossible: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension ReaderAction {
  /// The reading, where it is one.
  var reading: ChainReading {
    get throws {
      if case .failed(let failure) = self { throw Impossible("\(failure)") }
      guard case .finished(let reading) = self else { throw Impossible("no end: \(self)") }
      return reading
    }
  }

  /// Why there is none.
  var failure: ChainFailure? {
    guard case .failed(let failure) = self else { return nil }
    return failure
  }
}

extension ChainReading {
  /// The file's bytes, without the name of who was asked.
  var bytes: [UInt8] {
    get throws {
      var writer = JSONWriter(style: .compact)
      writer.value(document.value)
      return writer.takeBytes()
    }
  }

  private var document: JSONNode {
    guard case .object(let members) = snapshot.document else { return JSONNode(value: .null) }
    return JSONNode(
      value: .object(
        members.map { member in
          guard member.key == "chain", let parts = member.node.members else { return member }
          return JSONMember(key: "chain", value: .object(parts.filter { $0.key != "endpoint" }))
        }))
  }

  /// A value of the file by its path, such as `vaults 0 stakeDecimals`.
  subscript(path: String) -> JSONValue? {
    var node: JSONNode? = JSONNode(value: snapshot.document)
    for step in path.split(separator: " ") {
      if let index = Int(step) {
        node = node?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      } else {
        node = node?[String(step)]
      }
    }
    return node?.value
  }

  /// The paths of the gaps.
  var gaps: [String] { texts(of: "field") }

  /// The contracts that the gaps name.
  var askedInVain: [String] { texts(of: "of") }

  private func texts(of key: String) -> [String] {
    JSONNode(value: snapshot.document)["gaps"]?.elements?.compactMap { $0[key]?.string } ?? []
  }
}
