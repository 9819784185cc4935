package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Sheets
internal import Yields

/// The decimals that a vault's assets and shares are read in: 18 and BERA unless something else is said.
///
/// They change what one unit of a share price is, and how people read amounts; raw integers stay as they
/// are, and so does every yield.
package struct PoolUnits: Sendable {
  package let assets: TokenDecimals
  package let shares: TokenDecimals
  /// What people call an asset.
  let assetName: String

  /// The units of a BERA staking pool.
  package static let staking = PoolUnits(assets: .eighteen, shares: .eighteen, assetName: "BERA")

  /// The keys of the inputs.
  package static let keys = ["assetDecimals", "shareDecimals"]

  /// Reads the decimals; those of any other vault are of assets without a name.
  ///
  /// - Throws: a `Fault` for a malformed value, with its place.
  package static func read(_ inputs: InputObject) throws(Fault) -> PoolUnits {
    let assets = try inputs.field("assetDecimals")?.tokenDecimals()
    let shares = try inputs.field("shareDecimals")?.tokenDecimals()
    guard assets != nil || shares != nil else { return .staking }
    return PoolUnits(
      assets: assets ?? .eighteen, shares: shares ?? .eighteen, assetName: "assets")
  }

  /// Whether it is a BERA staking pool, which alone has a validator and usual amounts.
  var isStaking: Bool { assetName == Self.staking.assetName }

  /// Whole assets for a whole share, of base units for a base unit.
  func price(_ ratio: ExactRational) -> ExactRational {
    ratio * .powerOfTen(shares.count - assets.count)
  }

  /// An amount of assets, raw to programs and whole to people.
  func assets(_ key: String, _ label: String, _ raw: ExactInteger) -> Figure {
    .scaled(key, label, raw, decimals: assets.count, assetName)
  }

  /// A number of shares, raw to programs and whole to people.
  func shares(_ key: String, _ label: String, _ raw: ExactInteger) -> Figure {
    .scaled(key, label, raw, decimals: shares.count, "shares")
  }

  /// Both prices, named apart.
  func figures(_ price: PoolSharePrice) -> [Figure] {
    let (ratio, conversion) = ("sharePrice", "conversionSharePrice")
    let (ratioLabel, conversionLabel) = (
      "share price (assets / supply)", "conversion price ((assets+1) / (supply+1))"
    )
    return [
      price.ratio.map { .decimal(ratio, ratioLabel, self.price($0), assetName) }
        ?? .none(ratio, ratioLabel, "none: no shares"),
      .decimal(conversion, conversionLabel, self.price(price.conversion), assetName),
    ]
  }
}
