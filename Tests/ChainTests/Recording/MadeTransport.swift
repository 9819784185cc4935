import Faults
import TestSupport

@testable import Chain

/// Carries requests to made nodes in a time of its own; replies take as long as chance says.
struct MadeTransport: ChainTransport {
  let nodes: [MadeNode]
  var random: SeededGenerator
  /// Milliseconds that a reply takes at most.
  var slowest: UInt64 = 300
  private(set) var now: UInt64 = 0
  let seed: UInt64
  private var onTheirWay: [(number: Int, time: UInt64, delivery: Delivery)] = []
  private var asked: [[UInt8]: Int] = [:]

  init(_ nodes: [MadeNode], seed: UInt64 = 1) {
    self.nodes = nodes
    self.seed = seed
    random = SeededGenerator(seed: seed)
  }

  mutating func start(_ request: ReaderRequest) throws(Fault) {
    guard let read = try? Asked(request) else {
      throw Fault(.internalError, found: "no request that a node reads", expected: "")
    }
    let question = [UInt8(request.endpoint)] + request.request.body
    let count = asked[question, default: 0]
    asked[question] = count + 1
    let node = nodes[request.endpoint]
    let time = now + UInt64.random(in: 0...slowest, using: &random)
    onTheirWay.append((request.number, time, node.instead(read, count) ?? node.answer(read)))
  }

  mutating func deliveries(
    until time: UInt64
  ) throws(Fault) -> [(number: Int, delivery: Delivery)] {
    let first = onTheirWay.map(\.time).min() ?? .max
    now = max(now, min(time, first))
    let due = onTheirWay.filter { $0.time <= now }
    onTheirWay.removeAll { $0.time <= now }
    return due.map { ($0.number, $0.delivery) }
  }
}
