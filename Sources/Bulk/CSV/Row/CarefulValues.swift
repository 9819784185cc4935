internal import FixedPoint
internal import Yields
internal import Quantities
internal import Faults

/// Why a field is not the value its column asks for.
struct ValueFault: Error {
  let reason: String
}

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

  mutating func read(_ text: String, as column: VaultColumn) throws(ValueFault) {
    guard !text.isEmpty else {
      throw ValueFault(reason: "found an empty field; expected \(Self.expectation(column))")
    }
    do {
      switch column {
      case .rewardRate: rewardRate = try RewardRate(raw: integer(text, as: column))
      case .totalSupply: totalSupply = try integer(text, as: column)
      case .rewardPrice: rewardPrice = try price(text)
      case .stakePrice: stakePrice = try price(text)
      case .periodFinish: periodFinish = try timestamp(text)
      case .timestamp: time = try timestamp(text)
      case .stakeDecimals:
        stakeDecimals = try TokenDecimals(Int(clamping: try small(text, as: column)))
      }
    } catch let fault as ValueFault {
      throw fault
    } catch let fault as Fault {
      throw ValueFault(reason: fault.fact)
    } catch {
      throw ValueFault(reason: "\(error); expected \(Self.expectation(column))")
    }
  }

  private mutating func price(_ text: String) throws -> Price {
    let (value, droppedDigits) = try Wad.parse(text, rounding: .halfEven)
    if droppedDigits > 0 {
      guard !refusesRounding else {
        throw ValueFault(
          reason: "found \(droppedDigits) digits beyond the 18th decimal; expected at most 18")
      }
      roundedValues += 1
    }
    return try Price(value)
  }

  private func integer(_ text: String, as column: VaultColumn) throws -> ExactInteger {
    do throws(ArithmeticError) {
      return try ExactInteger(parsing: text)
    } catch {
      // Spreadsheets turn large integers into this, and lose digits: worth a reason of its own.
      guard text.contains(where: { "eE".contains($0) }),
        (try? Wad.parse(text, rounding: .down)) != nil
      else { throw error }
      throw ValueFault(
        reason: "found \"\(text)\", in scientific notation; expected all digits of "
          + Self.expectation(column))
    }
  }

  private func timestamp(_ text: String) throws -> Timestamp {
    if let seconds = ISO8601.seconds(of: text) { return try Timestamp(seconds) }
    return try Timestamp(try small(text, as: .timestamp))
  }

  private func small(_ text: String, as column: VaultColumn) throws -> UInt64 {
    let integer = try integer(text, as: column)
    guard let value = UInt64(exactly: integer) else {
      throw ValueFault(
        reason: "found \(integer.abbreviatedText); expected \(Self.expectation(column))")
    }
    return value
  }

  private static func expectation(_ column: VaultColumn) -> String {
    switch column {
    case .rewardRate: "a raw integer, reward per second scaled by 1e36"
    case .totalSupply: "a raw integer in base units of the stake token"
    case .rewardPrice, .stakePrice: "a price in USD such as 7.8"
    case .periodFinish, .timestamp: "unix seconds, or a UTC time as 2026-05-01T12:00:00Z"
    case .stakeDecimals: "a number of decimals from 0 to 255"
    }
  }
}
