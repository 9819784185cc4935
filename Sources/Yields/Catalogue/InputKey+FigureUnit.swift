public import Quantities

extension InputKey {
  /// What one of the input is where it stands in an answer.
  public var figureUnit: FigureUnit {
    switch scale {
    case .text: .text
    case .raw: self == .rewardRate || self == .targetRate ? .rawRate : .raw
    case .decimal: unit == "USD" ? .usd : .fraction
    case .time: .time
    case .seconds: .seconds
    case .count: .count
    case .basisPoints: .basisPoints
    }
  }
}
