internal import Synchronization

/// How many structures are alive that were taken over or handed out, for tests that ask whether all comes
/// back to zero.
package enum LiveCounts {
  /// Schemas, arrays, streams, jobs and answers, in this order.
  package enum Kind: CaseIterable, Sendable {
    case schema, array, stream, job, answer
  }

  private static let schemas = Atomic<Int>(0)
  private static let arrays = Atomic<Int>(0)
  private static let streams = Atomic<Int>(0)
  private static let jobs = Atomic<Int>(0)
  private static let answers = Atomic<Int>(0)

  /// Counts one that begins to live.
  package static func begin(_ kind: Kind) { add(1, to: kind) }

  /// Counts one that ends.
  package static func end(_ kind: Kind) { add(-1, to: kind) }

  /// How many live.
  package static func count(_ kind: Kind) -> Int {
    switch kind {
    case .schema: schemas.load(ordering: .relaxed)
    case .array: arrays.load(ordering: .relaxed)
    case .stream: streams.load(ordering: .relaxed)
    case .job: jobs.load(ordering: .relaxed)
    case .answer: answers.load(ordering: .relaxed)
    }
  }

  private static func add(_ number: Int, to kind: Kind) {
    switch kind {
    case .schema: schemas.add(number, ordering: .relaxed)
    case .array: arrays.add(number, ordering: .relaxed)
    case .stream: streams.add(number, ordering: .relaxed)
    case .job: jobs.add(number, ordering: .relaxed)
    case .answer: answers.add(number, ordering: .relaxed)
    }
  }
}
