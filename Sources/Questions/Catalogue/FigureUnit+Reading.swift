internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

// How people read a value of the catalogues, of which programs get all digits.

extension FigureUnit {
  /// A value in units of its last decimal.
  func reading(_ raw: ExactInteger) -> Reading {
    switch self {
    case .fraction: .percent(Wad(raw: raw))
    case .usd: .usd(Wad(raw: raw))
    case .percent, .tokens, .number, .unrounded: .number(raw, decimals: Wad.fractionDigits)
    case .rawRate: .number(raw, decimals: 2 * Wad.fractionDigits)
    case .seconds: .span(raw)
    case .exactSeconds: .span(ExactRational(Wad(raw: raw)).integer(rounding: .down))
    case .time: .time(raw)
    case .basisPoints: .percent(Wad(raw: raw * .powerOfTen(14)))
    case .count, .raw, .quotient, .flag, .text: .number(raw, decimals: 0)
    }
  }
}

extension InputKey {
  /// A value in units of its last decimal.
  ///
  /// - Parameters:
  ///   - raw: the value.
  ///   - stakeDecimals: those of the stake token, where the value is an amount of it.
  /// - Returns: the value, for people.
  func reading(_ raw: ExactInteger, stakeDecimals: Int = Wad.fractionDigits) -> Reading {
    switch scale {
    case .raw(let decimals): .number(raw, decimals: decimals ?? stakeDecimals)
    case .decimal:
      self == .grossApr ? .percent(Wad(raw: raw)) : .number(raw, decimals: Wad.fractionDigits)
    case .time: .time(raw)
    case .seconds: .span(raw)
    case .basisPoints: .percent(Wad(raw: raw * .powerOfTen(14)))
    case .count, .text: .number(raw, decimals: 0)
    }
  }
}
