public import EVMArithmetic

extension WBERAStakerVault {
  /// What can be done to the vault; the cases carry the functions' names.
  public enum Operation: Hashable, Sendable {
    /// Deposits WBERA; returns the shares.
    case deposit(UInt256, receiver: Address)
    /// Buys shares; returns the WBERA paid.
    case mint(UInt256, receiver: Address)
    /// Deposits native BERA with its value attached; returns the shares.
    case depositNative(UInt256, receiver: Address, value: UInt256)
    /// Requests assets, the older way; returns the shares burned.
    case withdraw(UInt256, receiver: Address, owner: Address)
    /// Requests the assets of shares, the older way; returns the assets.
    case redeem(UInt256, receiver: Address, owner: Address)
    /// Completes the caller's older request, in BERA or in WBERA.
    case completeWithdrawalLegacy(isNative: Bool)
    /// Requests assets; returns the shares burned and the request.
    case queueWithdraw(UInt256, receiver: Address, owner: Address)
    /// Requests the assets of shares; returns the assets and the request.
    case queueRedeem(UInt256, receiver: Address, owner: Address)
    /// Takes a request back and mints shares at today's rate.
    case cancelQueuedWithdrawal(UInt256)
    /// Completes a request, in BERA or in WBERA.
    case completeWithdrawal(UInt256, isNative: Bool)
    /// Adds rewards.
    case receiveRewards(UInt256)
    /// WBERA arrives without a call of the vault.
    case donate(UInt256)
    /// Lets another account spend the caller's shares.
    case approve(spender: Address, UInt256)
    /// Stops deposits and withdrawals.
    case pause
    /// Resumes them.
    case unpause
  }

  mutating func run(
    _ operation: Operation, _ caller: Address, _ now: UInt256
  ) throws(Revert) -> [UInt256] {
    switch operation {
    case .deposit(let assets, let receiver):
      return [try deposit(assets, to: receiver, from: caller)]
    case .mint(let shares, let receiver):
      return [try mint(shares, to: receiver, from: caller)]
    case .depositNative(let assets, let receiver, let value):
      return [try depositNative(assets, to: receiver, value: value)]
    case .withdraw(let assets, let receiver, let owner):
      let shares = try sharesToBurn(forAssets: assets, of: owner)
      try requestLegacy(.init(assets, shares, now, owner, receiver), caller)
      return [shares]
    case .redeem(let shares, let receiver, let owner):
      let assets = try assetsToReserve(forShares: shares, of: owner)
      try requestLegacy(.init(assets, shares, now, owner, receiver), caller)
      return [assets]
    case .completeWithdrawalLegacy(let isNative):
      try completeLegacy(caller, now, isNative: isNative)
    case .queueWithdraw(let assets, let receiver, let owner):
      return try queueWithdraw(assets, to: receiver, of: owner, by: caller, at: now)
    case .queueRedeem(let shares, let receiver, let owner):
      return try queueRedeem(shares, to: receiver, of: owner, by: caller, at: now)
    case .cancelQueuedWithdrawal(let id): try cancel(id, caller)
    case .completeWithdrawal(let id, let isNative):
      try complete(id, now, isNative: isNative)
    case .receiveRewards(let amount), .donate(let amount):
      try wbera.mint(to: Self.address, amount)
    case .approve(let spender, let amount): allowances[caller, default: [:]][spender] = amount
    case .pause: try setPaused(true, by: caller)
    case .unpause: try setPaused(false, by: caller)
    }
    return []
  }
}
