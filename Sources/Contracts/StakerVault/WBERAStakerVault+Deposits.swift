internal import EVMArithmetic

extension WBERAStakerVault {
  mutating func deposit(
    _ assets: UInt256, to receiver: Address, from caller: Address
  ) throws(Revert) -> UInt256 {
    try requireNotPaused()
    let minted = try conversions().previewDeposit(assets)
    try payIn(assets, from: caller)
    try mintShares(minted, to: receiver)
    return minted
  }

  mutating func mint(
    _ minted: UInt256, to receiver: Address, from caller: Address
  ) throws(Revert) -> UInt256 {
    try requireNotPaused()
    let assets = try conversions().previewMint(minted)
    try payIn(assets, from: caller)
    try mintShares(minted, to: receiver)
    return assets
  }

  mutating func depositNative(
    _ assets: UInt256, to receiver: Address, value: UInt256
  ) throws(Revert) -> UInt256 {
    try requireNotPaused()
    if value != assets { throw .custom("InsufficientNativeValue") }
    let minted = try conversions().previewDeposit(assets)
    try wbera.mint(to: Self.address, assets)
    try mintShares(minted, to: receiver)
    return minted
  }

  func requireNotPaused() throws(Revert) {
    if words.isPaused { throw .custom("EnforcedPause") }
  }

  mutating func setPaused(_ pause: Bool, by caller: Address) throws(Revert) {
    if caller != (pause ? pauser : manager) {
      throw .custom("AccessControlUnauthorizedAccount")
    }
    if words.isPaused == pause { throw .custom(pause ? "EnforcedPause" : "ExpectedPause") }
    words.isPaused = pause
  }

  /// WBERA's `transferFrom`: Solady's ERC20 has an error of its own.
  private mutating func payIn(_ assets: UInt256, from payer: Address) throws(Revert) {
    if wbera.balance(of: payer) < assets { throw .custom("InsufficientBalance") }
    try wbera.transfer(from: payer, to: Self.address, assets)
  }

  /// `_mint` of the shares.
  mutating func mintShares(_ amount: UInt256, to receiver: Address) throws(Revert) {
    if receiver == .zero { throw .custom("ERC20InvalidReceiver") }
    words.totalSupply = try words.totalSupply + amount
    try shares.mint(to: receiver, amount)
  }
}
