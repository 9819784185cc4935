public import EVMArithmetic

/// The steps that the two staker vaults share: an ERC-4626 vault whose withdrawals wait out a cooldown.
///
/// Sources: berachain/contracts, src/pol/WBERAStakerVault.sol and src/pol/lst/LSTStakerVault.sol, on
/// OpenZeppelin's ERC4626Upgradeable v5.1.0. A withdrawal burns its shares at once and reserves the
/// assets, which from then on no longer count. What the two differ in are the requirements.
protocol StakerVaultContract {
  /// Balances of the asset, the vault's own under `address`.
  var asset: TokenLedger { get set }
  /// Shares per account.
  var shares: TokenLedger { get set }
  /// Supply, reserve and pause.
  var words: StakerVaultWords { get set }
  /// Withdrawals as tokens.
  var requests: WithdrawalRequests { get set }
  /// Shares that owners let others spend.
  var allowances: RevertibleMap<Address, [Address: UInt256]> { get set }
  /// Seconds between a request and its completion.
  var cooldown: UInt64 { get }

  /// The vault's own address.
  static var address: Address { get }
  /// What the asset reverts with for a payer or a vault that holds too little.
  static var insufficientAsset: String { get }
}

/// The words of a staker vault that are not in a map.
public struct StakerVaultWords: Hashable, Sendable {
  /// Shares in circulation.
  public internal(set) var totalSupply = UInt256.zero
  /// Assets promised to withdrawals.
  public internal(set) var reservedAssets = UInt256.zero
  /// Whether deposits and withdrawals are stopped.
  public internal(set) var isPaused = false
}

// What a call that reverts takes back.
extension StakerVaultContract {
  var registers: (words: StakerVaultWords, nextRequest: UInt256) {
    get { (words, requests.nextID) }
    set { (words, requests.nextID) = newValue }
  }

  /// Ends a step in the maps that both vaults have.
  mutating func applyToShared(_ step: AtomicStep) {
    asset.balances.apply(step)
    shares.balances.apply(step)
    requests.apply(step)
    allowances.apply(step)
  }
}

// Views.
extension StakerVaultContract {
  /// `totalAssets`: what the shares are worth together, base units held and not reserved.
  func heldAssets() throws(Revert) -> UInt256 {
    try asset.balance(of: Self.address) - words.reservedAssets
  }

  /// The vault's rate of conversion now, with decimals offset 0.
  func currentConversions() throws(Revert) -> ERC4626Shares {
    ERC4626Shares(totalAssets: try heldAssets(), totalSupply: words.totalSupply)
  }

  /// `maxWithdraw`: what an account's shares are worth, rounded down.
  func withdrawable(by owner: Address) throws(Revert) -> UInt256 {
    try currentConversions().assets(forShares: shares.balance(of: owner), rounding: .down)
  }
}

// Deposits.
extension StakerVaultContract {
  mutating func deposit(
    _ assets: UInt256, to receiver: Address, from caller: Address
  ) throws(Revert) -> UInt256 {
    try requireNotPaused()
    let minted = try currentConversions().previewDeposit(assets)
    try payIn(assets, from: caller, else: Self.insufficientAsset)
    try mintShares(minted, to: receiver)
    return minted
  }

  mutating func mint(
    _ minted: UInt256, to receiver: Address, from caller: Address
  ) throws(Revert) -> UInt256 {
    try requireNotPaused()
    let assets = try currentConversions().previewMint(minted)
    try payIn(assets, from: caller, else: Self.insufficientAsset)
    try mintShares(minted, to: receiver)
    return assets
  }

  func requireNotPaused() throws(Revert) {
    if words.isPaused { throw .custom("EnforcedPause") }
  }

  mutating func setPaused(_ pause: Bool) throws(Revert) {
    if words.isPaused == pause { throw .custom(pause ? "EnforcedPause" : "ExpectedPause") }
    words.isPaused = pause
  }

  mutating func payIn(
    _ assets: UInt256, from payer: Address, else error: String
  ) throws(Revert) {
    try asset.debit(payer, assets, else: error)
    try asset.mint(to: Self.address, assets)
  }

  /// `_mint` of the shares.
  mutating func mintShares(_ amount: UInt256, to receiver: Address) throws(Revert) {
    if receiver == .zero { throw .custom("ERC20InvalidReceiver") }
    words.totalSupply = try words.totalSupply + amount
    try shares.mint(to: receiver, amount)
  }
}

// Withdrawals.
extension StakerVaultContract {
  /// The shares that a withdrawal costs, after the check against what the owner has.
  func sharesToBurn(forAssets assets: UInt256, of owner: Address) throws(Revert) -> UInt256 {
    let most = try withdrawable(by: owner)
    if assets > most { throw .custom("ERC4626ExceededMaxWithdraw") }
    return try currentConversions().previewWithdraw(assets)
  }

  /// The assets that a redemption gives, after the check against what the owner has.
  func assetsToReserve(
    forShares amount: UInt256, of owner: Address
  ) throws(Revert) -> UInt256 {
    if amount > shares.balance(of: owner) { throw .custom("ERC4626ExceededMaxRedeem") }
    return try currentConversions().previewRedeem(amount)
  }

  /// `queueWithdraw`: returns the shares burned and the request.
  mutating func queueWithdraw(
    _ assets: UInt256, to receiver: Address, of owner: Address, by caller: Address, at now: UInt256
  ) throws(Revert) -> [UInt256] {
    try requireNotPaused()
    let burned = try sharesToBurn(forAssets: assets, of: owner)
    return [burned, try queue(.init(assets, burned, now, owner, receiver), caller)]
  }

  /// `queueRedeem`: returns the assets reserved and the request.
  mutating func queueRedeem(
    _ burned: UInt256, to receiver: Address, of owner: Address, by caller: Address, at now: UInt256
  ) throws(Revert) -> [UInt256] {
    try requireNotPaused()
    let assets = try assetsToReserve(forShares: burned, of: owner)
    return [assets, try queue(.init(assets, burned, now, owner, receiver), caller)]
  }

  /// `_queueWithdraw`: a request as a token.
  private mutating func queue(
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
    let minted = try currentConversions().previewDeposit(request.assets)
    words.reservedAssets = try words.reservedAssets - request.assets
    try mintShares(minted, to: caller)
  }

  /// `completeWithdrawal`: sends reserved assets out; BERA leaves the receiver's balance as it was.
  mutating func complete(_ id: UInt256, _ now: UInt256, isNative: Bool) throws(Revert) {
    try requireNotPaused()
    let request = try requests.burn(id)
    try requireCooledDown(request, now)
    try payOut(request, isNative: isNative)
  }

  func requireCooledDown(_ request: WithdrawalRequest, _ now: UInt256) throws(Revert) {
    let ready = try request.requestTime + UInt256(cooldown)
    if now < ready { throw .custom("WithdrawalNotReady") }
  }

  mutating func burnAndReserve(
    _ request: WithdrawalRequest, _ caller: Address
  ) throws(Revert) {
    if caller != request.owner { try spendAllowance(of: request.owner, caller, request.shares) }
    if request.owner == .zero { throw .custom("ERC20InvalidSender") }
    try shares.debit(request.owner, request.shares, else: "ERC20InsufficientBalance")
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

  mutating func payOut(_ request: WithdrawalRequest, isNative: Bool) throws(Revert) {
    words.reservedAssets = try words.reservedAssets - request.assets
    try asset.debit(Self.address, request.assets, else: Self.insufficientAsset)
    if !isNative { try asset.mint(to: request.receiver, request.assets) }
  }
}

extension WithdrawalRequest {
  init(
    _ assets: UInt256, _ shares: UInt256, _ requestTime: UInt256, _ owner: Address,
    _ receiver: Address
  ) {
    self.init(
      assets: assets, shares: shares, requestTime: requestTime, owner: owner, receiver: receiver)
  }
}
