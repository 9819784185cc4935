public import EVMArithmetic

extension IncentivesCollector {
  /// What can be done to the collector; the cases carry the functions' names.
  public enum Operation: Hashable, Sendable {
    /// Pays the payout amount and takes all of some tokens; `claimFees` is the older name.
    case claim(recipient: Address, tokens: [Address])
    /// Asks for another payout amount, from the claim after the next on.
    case queuePayoutAmountChange(UInt256)
    /// Lets a vault take part.
    case addLstStakerVault(LSTVault)
    /// Takes a vault out; the last takes its place.
    case removeLstStakerVault(Address)
    /// Stops claims.
    case pause
    /// Resumes them.
    case unpause
  }

  /// What a transaction leaves behind, besides the new state.
  public struct Answer: Hashable, Sendable {
    /// The collector's events.
    public let receipt: Receipt
    /// What a claim paid and took; nil for other operations.
    public let auction: Auction?
  }

  /// What one claim paid and took.
  public struct Auction: Hashable, Sendable {
    /// The payout's parts.
    public let split: PayoutSplit
    /// The LST staker vaults that got a part, with the base units of their asset that it became.
    public internal(set) var received: [Amount] = []
    /// The tokens taken, in the order asked for, in base units.
    public internal(set) var claimed: [Amount] = []

    init(split: PayoutSplit) { self.split = split }
  }

  /// Base units of a token, or of a vault's asset.
  public struct Amount: Hashable, Sendable {
    /// The token or the vault.
    public let of: Address
    /// Base units.
    public let amount: UInt256
  }

  mutating func run(
    _ operation: Operation, in tx: inout Transaction
  ) throws(Revert) -> Auction? {
    switch operation {
    case .claim(let recipient, let tokens):
      return try claim(tokens, to: recipient, in: &tx)
    case .queuePayoutAmountChange(let amount):
      try requireRole(roles.owner, tx.caller)
      if amount.isZero { throw .custom("PayoutAmountIsZero") }
      tx.emit(.queuedPayoutAmount(amount, current: words.payoutAmount))
      words.queuedPayoutAmount = amount
    case .addLstStakerVault(let vault):
      try requireRole(roles.owner, tx.caller)
      try add(vault, in: &tx)
    case .removeLstStakerVault(let vault):
      try requireRole(roles.owner, tx.caller)
      guard let index = lstStakerVaults.firstIndex(where: { $0.address == vault }) else {
        throw .custom("LSTStakerVaultNotFound")
      }
      tx.emit(.lstStakerVaultRemoved(vault))
      lstStakerVaults.swapAt(index, lstStakerVaults.count - 1)
      lstStakerVaults.removeLast()
    case .pause:
      try requireRole(roles.pauser, tx.caller)
      try requireNotPaused()
      words.isPaused = true
      tx.emit(.paused(by: tx.caller))
    case .unpause:
      try requireRole(roles.manager, tx.caller)
      if !words.isPaused { throw .custom("ExpectedPause") }
      words.isPaused = false
      tx.emit(.unpaused(by: tx.caller))
    }
    return nil
  }

  private mutating func add(_ vault: LSTVault, in tx: inout Transaction) throws(Revert) {
    if vault.address == .zero || vault.adapter == .zero { throw .custom("ZeroAddress") }
    if lstStakerVaults.contains(where: { $0.address == vault.address }) {
      throw .custom("LSTStakerVaultAlreadyAdded")
    }
    if vault.decimals != 18 { throw .custom("InvalidToken") }
    tx.emit(.lstStakerVaultAdded(vault.address, adapter: vault.adapter))
    lstStakerVaults.append(vault)
  }

  private func requireRole(_ holder: Address, _ caller: Address) throws(Revert) {
    if caller != holder { throw .custom("AccessControlUnauthorizedAccount") }
  }

  private func requireNotPaused() throws(Revert) {
    if words.isPaused { throw .custom("EnforcedPause") }
  }
}

// The auction.
extension IncentivesCollector {
  private mutating func claim(
    _ tokens: [Address], to recipient: Address, in tx: inout Transaction
  ) throws(Revert) -> Auction {
    try requireNotPaused()
    try takePayout(from: tx.caller)
    let split = try PayoutSplit(
      of: words.payoutAmount, staked: wberaStakerVault.totalAssets,
      vaults: lstStakerVaults.map { ($0.shares.totalAssets, $0.rate) })
    var auction = Auction(split: split)
    try spend(split.wberaStakerVault)
    wberaStakerVault.totalAssets = try wberaStakerVault.totalAssets + split.wberaStakerVault
    for (index, part) in split.lstStakerVaults.enumerated() where !part.isZero {
      let amount = try stake(part, in: index)
      tx.emit(.rewardConverted(lstStakerVaults[index].address, bera: part, lst: amount))
      auction.received.append(Amount(of: lstStakerVaults[index].address, amount: amount))
    }
    for token in tokens {
      let amount = try sendAll(of: token, to: recipient)
      tx.emit(.incentiveTokenClaimed(token, amount, by: tx.caller, to: recipient))
      auction.claimed.append(Amount(of: token, amount: amount))
    }
    tx.emit(.incentivesClaimed(by: tx.caller, to: recipient))
    if !words.queuedPayoutAmount.isZero {
      tx.emit(.payoutAmountSet(words.queuedPayoutAmount, old: words.payoutAmount))
      words.payoutAmount = words.queuedPayoutAmount
      words.queuedPayoutAmount = .zero
    }
    return auction
  }

  private static var wbera: Address { RewardToken.wbera.address }

  /// WBERA's `transferFrom`: Solady's ERC20 looks at the allowance before the balance.
  private mutating func takePayout(from payer: Address) throws(Revert) {
    let payout = words.payoutAmount
    let allowance = allowances[payer] ?? .zero
    if allowance < payout { throw .custom("InsufficientAllowance") }
    if allowance != .max { allowances[payer] = allowance &- payout }
    try move(payout, of: Self.wbera, from: payer, to: Self.address, else: "InsufficientBalance")
  }

  /// WBERA leaves the collector for a staker vault or an adapter.
  private mutating func spend(_ amount: UInt256) throws(Revert) {
    let own = Holding(Self.wbera)
    balances[own] = try (balances[own] ?? .zero) - amount
  }

  /// The adapter turns BERA into the vault's asset, which becomes a reward of its stakers.
  private mutating func stake(_ part: UInt256, in index: Int) throws(Revert) -> UInt256 {
    let vault = lstStakerVaults[index]
    if vault.isBroken { throw .custom("AdapterBroken") }
    try spend(part)
    let amount = try (try part * FixedPointMathLib.wad) / vault.rate
    lstStakerVaults[index].shares.totalAssets = try vault.shares.totalAssets + amount
    return amount
  }

  private mutating func sendAll(
    of token: Address, to recipient: Address
  ) throws(Revert) -> UInt256 {
    let amount = balances[Holding(token)] ?? .zero
    if failingTokens.contains(token) { throw .custom("SafeERC20FailedOperation") }
    // WBERA can be sent to nobody, an ERC20 of OpenZeppelin cannot.
    if recipient == .zero && token != Self.wbera { throw .custom("ERC20InvalidReceiver") }
    try move(
      amount, of: token, from: Self.address, to: recipient, else: "ERC20InsufficientBalance")
    return amount
  }

  private mutating func move(
    _ amount: UInt256, of token: Address, from sender: Address, to recipient: Address,
    else error: String
  ) throws(Revert) {
    try balances.update(Holding(token, of: sender), default: .zero) { held throws(Revert) in
      if held < amount { throw .custom(error) }
      held = held &- amount
    }
    try balances.update(Holding(token, of: recipient), default: .zero) { held throws(Revert) in
      held = try held + amount
    }
  }
}
