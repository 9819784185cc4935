internal import Bulk
package import Yields

/// What a column of figures leaves as.
package enum FigureType: Hashable, Sendable {
  /// Decimals of 16 or 32 bytes, with so many decimal places.
  case decimal(bytes: Int, scale: Int)
  /// Whole numbers of 64 bits.
  case integer
  case flag
  /// Indices of the names of `RowStatus`.
  case status
  case text

  /// The type of a figure.
  ///
  /// - Parameters:
  ///   - unit: what one of the figure is.
  ///   - isStatus: whether it is a row's status.
  ///   - isWide: whether decimals have 256 bits and not 128.
  ///   - isText: whether it is asked for as text.
  package init(of unit: FigureUnit, isStatus: Bool = false, isWide: Bool, isText: Bool) {
    let bytes = isWide ? 32 : 16
    if isText {
      self = .text
    } else {
      switch unit {
      case .fraction, .percent, .usd, .tokens, .number, .exactSeconds:
        self = .decimal(bytes: bytes, scale: unit.decimals)
      case .rawRate, .raw: self = .decimal(bytes: bytes, scale: 0)
      case .seconds, .time, .count, .basisPoints: self = .integer
      case .flag: self = .flag
      case .text: self = isStatus ? .status : .text
      // They have as many digits as they need.
      case .unrounded, .quotient: self = .text
      }
    }
  }

  /// The column of a schema.
  package func field(_ name: String) -> OutgoingField {
    switch self {
    case .decimal(bytes: 16, let scale): OutgoingField(name, format: "d:38,\(scale)")
    case .decimal(_, let scale): OutgoingField(name, format: "d:76,\(scale),256")
    case .integer: OutgoingField(name, format: "l")
    case .flag: OutgoingField(name, format: "b")
    case .status:
      OutgoingField(name, format: "c", dictionary: OutgoingField("", format: "u"))
    case .text: OutgoingField(name, format: "u")
    }
  }
}
