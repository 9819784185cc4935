internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

// OpenZeppelin's ERC4626.sol: all six conversions of one amount.
extension RecordedFunction {
  static var shareConversions: RecordedFunction {
    RecordedFunction(["totalAssets", "totalSupply", "decimalsOffset", "amount"]) {
      input, _ throws(Fault) in
      let assets = try input.word("totalAssets", "asset base units")
      let supply = try input.word("totalSupply", "shares")
      let offset = try input.requiredField("decimalsOffset", "a number of decimals")
      let amount = try input.word("amount", "an amount")
      guard let decimals = UInt8(exactly: try offset.narrowWord("a number of decimals")) else {
        throw offset.error(expected: "a number of decimals from 0 to 255")
      }
      let shares = ERC4626Shares(
        totalAssets: assets, totalSupply: supply, decimalsOffset: decimals)
      return .output(conversions(shares, of: amount))
    }
  }

  private static func conversions(_ shares: ERC4626Shares, of amount: UInt256) -> JSONValue {
    .members([
      "convertToShares": .view { () throws(Revert) in
        try shares.shares(forAssets: amount, rounding: .down)
      },
      "convertToAssets": .view { () throws(Revert) in
        try shares.assets(forShares: amount, rounding: .down)
      },
      "previewDeposit": .view { () throws(Revert) in try shares.previewDeposit(amount) },
      "previewMint": .view { () throws(Revert) in try shares.previewMint(amount) },
      "previewWithdraw": .view { () throws(Revert) in try shares.previewWithdraw(amount) },
      "previewRedeem": .view { () throws(Revert) in try shares.previewRedeem(amount) },
    ])
  }
}
