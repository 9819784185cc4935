internal import FixedPoint
internal import Faults
internal import Inputs
internal import Text
internal import Yields

// What an auction pays, and the LST staker vaults that share it, as files have them.

extension Field {
  /// What a claim pays, wei of BERA, more than 0.
  func auctionPayout() throws(Fault) -> ExactInteger {
    let amount = try rawInteger("a payout in wei of BERA", decimals: 18)
    guard !amount.isZero else { throw error(.outOfRange, expected: "more than 0") }
    return amount
  }
}

extension AuctionStakers.LSTVault {
  /// The keys of one.
  static let keys: KeyTree = ["name", "totalAssets", "rate"]

  /// Reads the vaults of a question; nil where it has none.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  static func read(_ inputs: InputObject) throws(Fault) -> [AuctionStakers.LSTVault]? {
    guard let list = inputs.node("lstStakerVaults"), !list.json.isNull else { return nil }
    var vaults: [AuctionStakers.LSTVault] = []
    for object in try inputs.objects("lstStakerVaults", "LST staker vaults") {
      let name = try object.text("name") ?? "LST vault \(vaults.count + 1)"
      let assets = try object.required("totalAssets", "the base units of the LST that are staked")
        .rawInteger("a totalAssets in base units", decimals: 18)
      let rate = try object.required("rate", "the BERA wei of 1e18 base units, getRate()")
        .rawInteger("a rate in BERA wei per 1e18 base units", decimals: 18)
      vaults.append(
        try object.locating { () throws(Fault) in
          try AuctionStakers.LSTVault(name: name, totalAssets: assets, rate: rate)
        })
    }
    return vaults
  }
}
