internal import EVMArithmetic

extension WBERAStakerVault {
  /// The shares that a withdrawal costs, after the check against what the owner has.
  func sharesToBurn(forAssets assets: UInt256, of owner: Address) throws(Revert) -> UInt256 {
    let most = try maxWithdraw(of: owner)
    if assets > most { throw .custom("ERC4626ExceededMaxWithdraw") }
    return try conversions().previewWithdraw(assets)
  }

  /// The assets that a redemption gives, after the check against what the owner has.
  func assetsToReserve(
    forShares amount: UInt256, of owner: Address
  ) throws(Revert) -> UInt256 {
    if amount > shares.balance(of: owner) { throw .custom("ERC4626ExceededMaxRedeem") }
    return try conversions().previewRedeem(amount)
  }

  /// `_withdraw`: the older request, one a caller.
  mutating func requestLegacy(
    _ request: WithdrawalRequest, _ caller: Address
  ) throws(Revert) {
    try requireNotPaused()
    if isRequested(caller) { throw .custom("WithdrawalAlreadyRequested") }
    try burnAndReserve(request, caller)
    legacyRequests[caller] = request
  }

  mutating func completeLegacy(
    _ caller: Address, _ now: UInt256, isNative: Bool
  ) throws(Revert) {
    try requireNotPaused()
    guard let request = legacyRequests[caller], isRequested(caller) else {
      throw .custom("WithdrawalNotRequested")
    }
    try requireCooledDown(request, now)
    try payOut(request, isNative: isNative)
    legacyRequests[caller] = nil
  }

  /// `_queueWithdraw`: a request as a token.
  mutating func queue(
    _ request: WithdrawalRequest, _ caller: Address
  ) throws(Revert) -> UInt256 {
    try burnAndReserve(request, caller)
    return requests.mint(request, to: caller)
  }

  mutating func cancel(_ id: UInt256, _ caller: Address) throws(Revert) {
    try requireNotPaused()
    if try requests.holder(of: id) != caller { throw .custom("OnlyNFTOwnerAllowed") }
    let request = try requests.burn(id)
    // Today's rate, and before the reserve is released: the canceller may get fewer shares back.
    let minted = try conversions().previewDeposit(request.assets)
    words.reservedAssets = try words.reservedAssets - request.assets
    try mintShares(minted, to: caller)
  }

  mutating func complete(
    _ id: UInt256, _ now: UInt256, isNative: Bool
  ) throws(Revert) {
    try requireNotPaused()
    let request = try requests.burn(id)
    try requireCooledDown(request, now)
    try payOut(request, isNative: isNative)
  }

  /// The contract tells a request by its time, which is 0 where there is none.
  private func isRequested(_ caller: Address) -> Bool {
    guard let request = legacyRequests[caller] else { return false }
    return !request.requestTime.isZero
  }

  private func requireCooledDown(
    _ request: WithdrawalRequest, _ now: UInt256
  ) throws(Revert) {
    let ready = try request.requestTime + UInt256(cooldown)
    if now < ready { throw .custom("WithdrawalNotReady") }
  }

  private mutating func burnAndReserve(
    _ request: WithdrawalRequest, _ caller: Address
  ) throws(Revert) {
    if caller != request.owner { try spendAllowance(of: request.owner, caller, request.shares) }
    if request.owner == .zero { throw .custom("ERC20InvalidSender") }
    let held = shares.balance(of: request.owner)
    if held < request.shares { throw .custom("ERC20InsufficientBalance") }
    shares.balances[request.owner] = held &- request.shares
    words.totalSupply = words.totalSupply &- request.shares
    words.reservedAssets = try words.reservedAssets + request.assets
  }

  private mutating func spendAllowance(
    of owner: Address, _ spender: Address, _ amount: UInt256
  ) throws(Revert) {
    let allowance = allowances[owner]?[spender] ?? 0
    if allowance == .max { return }
    if allowance < amount { throw .custom("ERC20InsufficientAllowance") }
    allowances[owner]?[spender] = allowance &- amount
  }

  /// Sends reserved assets out; BERA leaves the receiver's WBERA as it was.
  private mutating func payOut(
    _ request: WithdrawalRequest, isNative: Bool
  ) throws(Revert) {
    words.reservedAssets = try words.reservedAssets - request.assets
    let held = wbera.balance(of: Self.address)
    if held < request.assets { throw .custom("InsufficientBalance") }
    wbera.balances[Self.address] = held &- request.assets
    if isNative { return }
    wbera.balances[request.receiver] =
      try wbera.balance(of: request.receiver) + request.assets
  }
}
