internal import FixedPoint
internal import Yields
internal import Quantities
internal import Faults

/// The values of one row as exact quantities, filled field by field.
struct CarefulValues {
  private var rewardRate = RewardRate.zero
  private var periodFinish: Timestamp?
  private var totalSupply = ExactInteger(0)
  private var rewardPrice = Price.zero
  private var stakePrice = Price.zero
  private var stakeDecimals = TokenDecimals.eighteen
  private(set) var time: Timestamp
  private(set) var roundedValues = 0
  private let refusesRounding: Bool

  init(time: Timestamp, refusesRounding: Bool) {
    self.time = time
    self.refusesRounding = refusesRounding
  }

  /// The values together; the stake is checked here, once its decimals are known.
  func snapshot() throws(Fault) -> VaultSnapshot {
    VaultSnapshot(
      rewardRate: rewardRate, periodFinish: periodFinish,
      totalSupply: try TokenAmount(raw: totalSupply, decimals: stakeDecimals),
      rewardPrice: rewardPrice, stakePrice: stakePrice)
  }

  /// Reads a field.
  ///
  /// - Parameters:
  ///   - text: its text.
  ///   - key: what the column means, one of `InputKey.columns`.
  /// - Throws: `Fault` without a place.
  mutating func read(_ text: String, as key: InputKey) throws(Fault) {
    guard !text.isEmpty else {
      throw Fault(.missingValue, found: "an empty field", expected: key.form)
    }
    switch key {
    case .rewardRate: rewardRate = try RewardRate(raw: integer(text, as: key))
    case .totalSupply: totalSupply = try integer(text, as: key)
    case .rewardPrice: rewardPrice = try price(text, as: key)
    case .stakePrice: stakePrice = try price(text, as: key)
    case .periodFinish: periodFinish = try timestamp(text, as: key)
    case .timestamp: time = try timestamp(text, as: key)
    case .stakeDecimals:
      stakeDecimals = try TokenDecimals(Int(clamping: try small(text, as: key)))
    default: preconditionFailure("\(key) is no column")
    }
  }

  private mutating func price(_ text: String, as key: InputKey) throws(Fault) -> Price {
    let (value, droppedDigits) = try number(as: key) { () throws(ArithmeticError) in
      try Wad.parse(text, rounding: .halfEven)
    }
    if droppedDigits > 0 {
      guard !refusesRounding else {
        throw Fault(
          .excessDigits, found: "\(droppedDigits) digits beyond the 18th decimal",
          expected: "at most 18")
      }
      roundedValues += 1
    }
    return try Price(value)
  }

  private func integer(_ text: String, as key: InputKey) throws(Fault) -> ExactInteger {
    do throws(Fault) {
      return try number(as: key) { () throws(ArithmeticError) in try ExactInteger(parsing: text) }
    } catch {
      // Spreadsheets turn large integers into this, and lose digits: worth a reason of its own.
      guard text.contains(where: { "eE".contains($0) }),
        (try? Wad.parse(text, rounding: .down)) != nil
      else { throw error }
      throw Fault(
        .invalidValue, found: "\"\(text)\", in scientific notation",
        expected: "all digits of \(key.form)")
    }
  }

  private func timestamp(_ text: String, as key: InputKey) throws(Fault) -> Timestamp {
    if let seconds = ISO8601.seconds(of: text) { return try Timestamp(seconds) }
    return try Timestamp(try small(text, as: key))
  }

  private func small(_ text: String, as key: InputKey) throws(Fault) -> UInt64 {
    let integer = try integer(text, as: key)
    guard let value = UInt64(exactly: integer) else {
      throw Fault(.outOfRange, found: integer.abbreviatedText, expected: key.form)
    }
    return value
  }

  /// A number, or the sentence about its text that `ArithmeticError` has.
  private func number<Value>(
    as key: InputKey, _ parse: () throws(ArithmeticError) -> Value
  ) throws(Fault) -> Value {
    do throws(ArithmeticError) {
      return try parse()
    } catch {
      throw Fault(.invalidValue, found: "\(error); expected \(key.form)", expected: "")
    }
  }
}
