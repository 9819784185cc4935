/// When to ask again after a failure, and when not at all.
///
/// Delays double from attempt to attempt, and a random half of each is left out, so that readers who
/// failed together do not come back together:
///
///     attempt        0    1    2     3     4     5 and later
///     broken (ms)  100  200  400   800  1600  3200 at most 8000
///     limited      500 1000 2000  4000  8000  8000
///
/// A delay that the server names goes instead, up to what is left of the whole run.
package struct RetryPolicy: Hashable, Sendable {
  /// How often a request is asked again.
  package var retries: Int
  /// Milliseconds for the whole run.
  package var timeout: UInt64
  /// How many requests may be on their way.
  package var concurrency: Int

  package init(retries: Int = 5, timeout: UInt64 = 120_000, concurrency: Int = 4) {
    self.retries = retries
    self.timeout = timeout
    self.concurrency = concurrency
  }

  private static let longestDelay: UInt64 = 8000

  /// Milliseconds before the next attempt.
  ///
  /// - Parameters:
  ///   - attempt: which one failed, counted from 0.
  ///   - reply: how it failed.
  ///   - random: any number; it decides about half of the delay.
  /// - Returns: the delay; nil where there is no further attempt.
  func delay(after attempt: Int, _ reply: ReplyClass, random: UInt64) -> UInt64? {
    guard attempt < retries else { return nil }
    switch reply {
    case .rateLimited(_, let after?): return min(after, timeout / 1000) * 1000
    case .rateLimited: return Self.jittered(500, attempt, random)
    default: return Self.jittered(100, attempt, random)
    }
  }

  private static func jittered(_ base: UInt64, _ attempt: Int, _ random: UInt64) -> UInt64 {
    let full = min(longestDelay, base << UInt64(min(attempt, 10)))
    return full / 2 + random % (full / 2 + 1)
  }
}
