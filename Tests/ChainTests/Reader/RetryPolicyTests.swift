import Testing

@testable import Chain

@Suite("When to ask again")
struct RetryPolicyTests {
  private let policy = RetryPolicy(retries: 100, timeout: 120_000)
  private let broken = ReplyClass.broken("cut")
  private let limited = ReplyClass.rateLimited("later", after: nil)

  /// The table in the type's comment.
  @Test(
    arguments: [
      (0, 100, 500), (1, 200, 1000), (2, 400, 2000), (3, 800, 4000), (4, 1600, 8000),
      (5, 3200, 8000),
      (6, 6400, 8000), (7, 8000, 8000), (50, 8000, 8000), (63, 8000, 8000), (64, 8000, 8000),
    ] as [(Int, UInt64, UInt64)])
  func `delays double up to the longest, and half of each is chance`(
    attempt: Int, brokenFor: UInt64, limitedFor: UInt64
  ) throws {
    for (reply, full) in [(broken, brokenFor), (limited, limitedFor), (.absent, brokenFor)] {
      func delay(_ random: UInt64) throws -> UInt64 {
        try #require(policy.delay(after: attempt, reply, random: random))
      }
      #expect(try delay(0) == full / 2)
      #expect(try delay(full / 2) == full)
      #expect(try delay(full / 2 + 1) == full / 2)
      for random: UInt64 in [1, 77, 12_345, .max, .max / 3] {
        #expect(try (full / 2...full).contains(delay(random)))
      }
    }
  }

  @Test func `a request is asked again as often as was said`() {
    for retries in [0, 1, 5] {
      let policy = RetryPolicy(retries: retries)
      for attempt in 0..<retries { #expect(policy.delay(after: attempt, broken, random: 1) != nil) }
      #expect(policy.delay(after: retries, broken, random: 1) == nil)
      #expect(policy.delay(after: retries, .rateLimited("later", after: 1), random: 1) == nil)
    }
  }

  @Test(
    arguments: [
      (0, 0), (1, 1000), (30, 30_000), (120, 120_000), (121, 120_000), (86_400, 120_000),
      (.max, 120_000),
    ] as [(UInt64, UInt64)])
  func `a delay that the server names is kept to, as long as the run is`(
    seconds: UInt64, milliseconds: UInt64
  ) {
    for random: UInt64 in [0, .max] {
      #expect(
        policy.delay(after: 3, .rateLimited("later", after: seconds), random: random)
          == milliseconds)
    }
  }

  @Test func `what users get unless they say otherwise`() {
    let policy = RetryPolicy()
    #expect(policy == RetryPolicy(retries: 5, timeout: 120_000, concurrency: 4))
  }
}
