package import FixedPoint

/// What a whole token is worth in USD, and how that was found.
package struct TokenValue: Hashable, Sendable {
  /// The methods, by the names that the file has.
  package enum Source: String, CaseIterable, Hashable, Sendable {
    case option, file, oracle, erc4626
    case v2Fair = "v2-fair"
    case kodiakSpot = "kodiak-spot"
    case bexWeighted = "bex-weighted"
    case bexStable = "bex-stable"
  }

  /// Scale 1e18, rounded down once.
  package let price: Wad
  package let source: Source
  /// When an oracle's price was published, unix seconds.
  package let publishTime: UInt64?
  /// What else the file says of it: when and where somebody saw the price.
  package let statement: String?

  package init(
    price: Wad, source: Source, publishTime: UInt64? = nil, statement: String? = nil
  ) {
    self.price = price
    self.source = source
    self.publishTime = publishTime
    self.statement = statement
  }
}
