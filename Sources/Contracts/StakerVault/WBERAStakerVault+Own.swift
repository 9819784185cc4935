internal import EVMArithmetic

// What only the sWBERA vault has: deposits of native BERA, and withdrawals of the older kind.
extension WBERAStakerVault {
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

  mutating func setPaused(_ pause: Bool, by caller: Address) throws(Revert) {
    if caller != (pause ? pauser : manager) {
      throw .custom("AccessControlUnauthorizedAccount")
    }
    try setPaused(pause)
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

  /// The contract tells a request by its time, which is 0 where there is none.
  private func isRequested(_ caller: Address) -> Bool {
    guard let request = legacyRequests[caller] else { return false }
    return !request.requestTime.isZero
  }
}
