internal import Platform

/// Synthetic vaults as CSV: any number of rows, the same bytes for the same settings, for tests,
/// demonstrations and benchmarks.
///
/// The rows are labelled in every line: the `vault` column reads `synthetic-...` and is no address.
/// Rates, stakes and prices are of the size that real vaults have; they say nothing about any.
/// A twentieth of the periods has finished at ``evaluationTime``.
public struct SampleCSV: Hashable, Sendable {
  /// How many rows follow the header.
  public var rows: Int
  /// Chooses the numbers.
  public var seed: UInt64
  /// Every how many rows one is bad, in turn by a sign, a zero price, a letter, a missing field and a
  /// stray quote; 0 for never.
  public var dirtyEvery = 0
  /// Whether names are quoted and hold a comma and a quote, and stakes are quoted too.
  public var isQuoted = false

  /// The time that the periods lie around, in unix seconds: 2027-01-15T08:00:00Z.
  public static let evaluationTime: UInt64 = 1_800_000_000

  /// The names of the columns.
  public static let header = "vault,reward_rate,period_finish,total_supply,reward_price,stake_price"

  /// Clean rows without quotes.
  ///
  /// - Parameters:
  ///   - rows: how many rows follow the header.
  ///   - seed: chooses the numbers.
  public init(rows: Int, seed: UInt64) {
    self.rows = rows
    self.seed = seed
  }

  /// Writes the header and the rows.
  ///
  /// - Parameter output: a path, or `-` for standard output.
  /// - Throws: the system's reason where the output cannot be written.
  public func write(to output: String) throws {
    let file = try AtomicFile(path: output)
    do {
      try file.write(Self.header + "\n")
      var block: [UInt8] = []
      for row in 0..<max(rows, 0) {
        block += SampleRow(row, seed: seed).bytes(as: self)
        guard block.count >= Self.blockSize || row == rows - 1 else { continue }
        try file.write(block)
        block.removeAll(keepingCapacity: true)
      }
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Large enough that writing is cheap, small enough to stay in a core's cache.
  private static let blockSize = 1 << 18
}
