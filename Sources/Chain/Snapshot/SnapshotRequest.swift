package import Contracts
package import FixedPoint
package import Quantities

/// What is to be read from a chain at one block.
package struct SnapshotRequest: Hashable, Sendable {
  package var deployment: Deployment
  /// The vaults to read; nil is all that the factory knows.
  package var vaults: [Address]?
  /// Whether only vaults with a running period and stake are kept.
  package var isActiveOnly = false
  package var validators: [ValidatorKey] = []
  /// Staking pools by their validators' keys.
  package var pools: [ValidatorKey] = []
  /// Prices that are given, by token.
  package var prices: [Address: GivenPrice] = [:]
  /// What official lists call vaults and tokens, by address; for reading alone.
  package var names: [Address: OfficialName] = [:]
  /// Whether tokens without a given price are valued from the chain.
  package var valuesStake = true
  /// How old an oracle's price may be at the block.
  package var maxPriceAge = Seconds(3600)

  package init(deployment: Deployment) { self.deployment = deployment }
}

/// What an official list calls a vault or a token.
package struct OfficialName: Hashable, Sendable {
  package let name: String
  package let `protocol`: String?

  package init(name: String, protocol: String?) {
    self.name = name
    self.protocol = `protocol`
  }
}

/// A price in USD per whole token, and where it comes from.
package struct GivenPrice: Hashable, Sendable {
  package enum Source: String, Hashable, Sendable {
    case option, file
  }

  package let price: Wad
  package let source: Source
  /// When and where somebody saw it, as the file says.
  package let statement: String?

  package init(price: Wad, source: Source, statement: String? = nil) {
    self.price = price
    self.source = source
    self.statement = statement
  }
}

/// The block at which everything is read.
package struct PinnedBlock: Hashable, Sendable {
  package let number: UInt64
  /// `0x` and 64 digits in lower case.
  package let hash: String
  package let timestamp: UInt64

  package init(number: UInt64, hash: String, timestamp: UInt64) {
    self.number = number
    self.hash = hash
    self.timestamp = timestamp
  }
}
