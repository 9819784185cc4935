package import Quantities

/// A block of which a store has a snapshot.
package struct StoredBlock: Hashable, Sendable {
  package let number: UInt64
  /// `0x` and 64 digits in lower case.
  package let hash: String
  package let time: Timestamp
  /// How many vaults the snapshot has.
  package let vaultCount: Int
}

/// An attempt to read a snapshot.
package struct Attempt: Hashable, Sendable {
  /// When it ended.
  package let time: Timestamp
  /// Who was asked; empty where nobody was.
  package let host: String
  /// What went wrong, in words such as `rate-limited`; nil where nothing did.
  package let failure: String?

  package init(time: Timestamp, host: String, failure: String?) {
    self.time = time
    self.host = host
    self.failure = failure
  }
}
