/// Where observed values come from; it goes along with them to the answer.
public struct Provenance: Hashable, Sendable {
  /// The kinds of sources.
  public enum Source: Hashable, Sendable {
    /// The command line alone.
    case options
    /// A document as the user named it, or `standard input`.
    case file(String)
  }

  /// What the values were read from.
  public let source: Source
  /// What the document itself says of its values.
  public let statement: String?
  /// When the values were observed, if known.
  public let time: Timestamp?
  /// The block that a snapshot of a chain was read at.
  public let block: ObservedBlock?

  /// Takes the parts as they are.
  public init(
    source: Source, statement: String? = nil, time: Timestamp? = nil, block: ObservedBlock? = nil
  ) {
    self.source = source
    self.statement = statement
    self.time = time
    self.block = block
  }
}

/// A block of a chain, as a snapshot's file names it.
public struct ObservedBlock: Hashable, Sendable {
  /// EIP-155.
  public let chainID: UInt64
  /// The block's number.
  public let number: UInt64
  /// `0x` and 64 hexadecimal digits.
  public let hash: String
  /// `block.timestamp`.
  public let time: Timestamp
  /// The host that was asked.
  public let endpoint: String
  /// `bgt`, `pol-next` or `mixed`; nil where it could not be told.
  public let era: String?
  /// Which contracts of a block of era `mixed` are of PoL Next already.
  public let upgraded: Set<UpgradedContracts>

  /// Contracts that an upgrade moves together.
  public enum UpgradedContracts: Hashable, Sendable {
    /// The reward vaults and their factory: the reward token, and who shares incentives.
    case vaults
    /// The controller of block rewards and the distributor.
    case blockRewards
  }

  /// Takes the parts as they are.
  public init(
    chainID: UInt64, number: UInt64, hash: String, time: Timestamp, endpoint: String, era: String?,
    upgraded: Set<UpgradedContracts> = []
  ) {
    self.chainID = chainID
    self.number = number
    self.hash = hash
    self.time = time
    self.endpoint = endpoint
    self.era = era
    self.upgraded = upgraded
  }

  /// The era of some contracts of the block, `bgt` or `pol-next`; nil where it could not be told.
  public func era(of contracts: UpgradedContracts) -> String? {
    era == "mixed" ? (upgraded.contains(contracts) ? "pol-next" : "bgt") : era
  }
}

/// A value together with where it was observed.
public struct Observed<Value: Sendable>: Sendable {
  /// What was observed.
  public let value: Value
  /// Where it comes from.
  public let provenance: Provenance

  /// Takes the parts as they are.
  public init(_ value: Value, provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }
}
