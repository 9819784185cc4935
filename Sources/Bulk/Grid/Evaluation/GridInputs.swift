internal import Faults
internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// The inputs of one point: words where they fit, exact integers where not.
struct GridInputs {
  /// The vault's inputs; of one that no word holds only that it is not zero.
  ///
  /// Without a period and a time the period counts as active, and figures that need no stake take some
  /// for granted.
  private(set) var vault = VaultWords(
    totalSupply: 1, stakePrice: 1, periodFinish: VaultStatus.noPeriodFinish, timestamp: 0)
  /// Whether words hold all inputs of the vault.
  private(set) var isVaultInWords = true
  /// The other inputs by their slots.
  private var others = [UInt128](repeating: 0, count: InputKey.axes.count)
  /// The inputs that no word holds.
  private var wide: [InputKey: ExactInteger] = [:]
  private let keys: [InputKey]
  private let hasPeriod: Bool

  /// Nothing yet.
  ///
  /// - Parameter keys: the inputs that will have values.
  init(of keys: [InputKey]) {
    self.keys = keys
    hasPeriod = keys.contains(.periodFinish) && keys.contains(.timestamp)
  }

  /// The place of an input among all that a grid can have.
  static func slot(_ key: InputKey) -> Int {
    guard let slot = InputKey.axes.firstIndex(of: key) else {
      preconditionFailure("\(key) is no axis")
    }
    return slot
  }

  /// Whether an input has a value.
  func has(_ key: InputKey) -> Bool { keys.contains(key) }

  /// An input that is none of the vault's and whose range bounds it; zero where it has no value.
  func small(_ slot: Int) -> UInt64 { UInt64(truncatingIfNeeded: others[slot]) }

  /// The same of an input that is a count or a rate in basis points.
  func count(_ key: InputKey) -> Int { Int(small(Self.slot(key))) }

  /// An input that is none of the vault's; zero where it has no value.
  func exact(_ key: InputKey) -> ExactInteger {
    wide[key] ?? ExactInteger(others[Self.slot(key)])
  }

  mutating func set(_ key: InputKey, _ slot: Int, _ value: ExactInteger) {
    let word = UInt128(exactly: value)
    wide[key] = word == nil ? value : nil
    isVaultInWords = !wide.keys.contains { InputKey.columns.contains($0) }
    set(key, slot, word: word ?? .max)
  }

  mutating func set(_ axis: GridAxis, _ slot: Int, at index: Int) {
    switch axis.storage {
    case .narrow(let values): set(axis.key, slot, word: values[index])
    case .wide(let values): set(axis.key, slot, values[index])
    }
  }

  private mutating func set(_ key: InputKey, _ slot: Int, word: UInt128) {
    switch key {
    case .rewardRate: vault.rewardRate = word
    case .totalSupply: vault.totalSupply = word
    case .rewardPrice: vault.rewardPrice = word
    case .stakePrice: vault.stakePrice = word
    case .periodFinish where hasPeriod: vault.periodFinish = UInt64(truncatingIfNeeded: word)
    case .timestamp: vault.timestamp = UInt64(truncatingIfNeeded: word)
    case .stakeDecimals: vault.stakeDecimals = UInt8(truncatingIfNeeded: word)
    default: others[slot] = word
    }
  }
}

extension GridInputs {
  /// The vault in exact numbers.
  var snapshot: VaultSnapshot {
    func exact(_ key: InputKey, _ word: UInt128) -> ExactInteger { wide[key] ?? ExactInteger(word) }
    // The axes have let pass what the inputs can be.
    return VaultSnapshot(
      rewardRate: RewardRate(unchecked: exact(.rewardRate, vault.rewardRate)),
      periodFinish: hasPeriod ? Timestamp(unchecked: vault.periodFinish) : nil,
      totalSupply: TokenAmount(
        unchecked: exact(.totalSupply, vault.totalSupply),
        decimals: TokenDecimals(unchecked: Int(vault.stakeDecimals))),
      rewardPrice: Price(unchecked: Wad(raw: exact(.rewardPrice, vault.rewardPrice))),
      stakePrice: Price(unchecked: Wad(raw: exact(.stakePrice, vault.stakePrice))))
  }

  /// A pool's net yield.
  var poolYield: PoolNetYield {
    let source = PoolYieldSource(
      name: "yield", unchecked: ExactRational(Wad(raw: exact(.grossApr))),
      commission: BasisPoints(unchecked: count(.commission)))
    return PoolNetYield(sources: [source], feeRate: BasisPoints(unchecked: count(.poolFee)))
  }
}
