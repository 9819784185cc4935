internal import FixedPoint

/// The inputs of one point: words where they fit, exact integers where not.
struct GridInputs {
  private var words = [UInt128](repeating: 0, count: GridParameter.allCases.count)
  private var wide: [ExactInteger?] = .init(repeating: nil, count: GridParameter.allCases.count)
  private var present: UInt32 = 0
  private var wideMask: UInt32 = 0

  /// Whether a parameter has a value.
  func has(_ parameter: GridParameter) -> Bool {
    present >> parameter.slot & 1 == 1
  }

  /// Whether all values that a set of parameters has are words.
  func areWords(_ mask: UInt32) -> Bool { wideMask & mask == 0 }

  /// The value as a word; zero where there is none, and meaningless where it is wide.
  func word(_ parameter: GridParameter) -> UInt128 { words[Int(parameter.slot)] }

  /// A word that the parameter's range bounds.
  func small(_ parameter: GridParameter) -> UInt64 {
    UInt64(truncatingIfNeeded: words[Int(parameter.slot)])
  }

  /// The value; zero where there is none.
  func exact(_ parameter: GridParameter) -> ExactInteger {
    wide[Int(parameter.slot)] ?? ExactInteger(words[Int(parameter.slot)])
  }

  mutating func set(_ parameter: GridParameter, _ value: ExactInteger) {
    let (slot, bit) = (Int(parameter.slot), UInt32(1) << parameter.slot)
    present |= bit
    if let word = UInt128(exactly: value) {
      words[slot] = word
      wide[slot] = nil
      wideMask &= ~bit
    } else {
      wide[slot] = value
      wideMask |= bit
    }
  }

  mutating func set(_ axis: GridAxis, at index: Int) {
    guard case .narrow(let values) = axis.storage else {
      set(axis.parameter, axis[raw: index])
      return
    }
    words[Int(axis.parameter.slot)] = values[index]
    present |= UInt32(1) << axis.parameter.slot
  }
}

extension GridParameter {
  /// The parameter's place among the inputs.
  var slot: UInt32 {
    switch self {
    case .rewardRate: 0
    case .periodFinish: 1
    case .totalSupply: 2
    case .stakeDecimals: 3
    case .rewardPrice: 4
    case .stakePrice: 5
    case .timestamp: 6
    case .compounding: 7
    case .commission: 8
    case .grossApr: 9
    case .poolFee: 10
    case .reward: 11
    case .undistributed: 12
    case .targetRate: 13
    case .duration: 14
    case .minDuration: 15
    }
  }

  /// The bits of the parameters that the vault's figures are made of.
  static let vaultMask: UInt32 = [
    GridParameter.rewardRate, .totalSupply, .rewardPrice, .stakePrice,
  ].reduce(0) { $0 | 1 << $1.slot }
}
