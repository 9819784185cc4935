internal import Yields

/// What is appended to a row.
enum RowFigure: Sendable {
  /// A figure of the vault's report.
  case report(VaultFigure)
  /// A figure of the comparison with a published yield.
  case comparison(FigureKey)

  /// The figure with a key, one of `FigureKey.columns` or `comparison`.
  init(_ key: FigureKey) {
    if FigureKey.comparison.contains(key) {
      self = .comparison(key)
    } else if FigureKey.columns.contains(key), let figure = VaultFigure.with(key) {
      self = .report(figure)
    } else {
      preconditionFailure("\(key) is no figure of a row")
    }
  }

  var key: FigureKey {
    switch self {
    case .report(let figure): figure.key
    case .comparison(let key): key
    }
  }
}
