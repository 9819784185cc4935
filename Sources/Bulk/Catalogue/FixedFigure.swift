internal import FixedPoint
internal import YieldKernels
internal import Yields

/// A figure as the fixed-width kernels have it.
enum FixedFigure: Hashable, Sendable {
  /// A number of 18 decimals, scaled by 1e18.
  case decimal(UInt128)
  /// A number of seconds.
  case count(UInt64)
  case flag(Bool)
  case status(VaultStatus)
  /// There is none; the status says why.
  case none
  /// Outside of the kernels' range, which says nothing of the value: ``VaultFigure`` has it.
  case beyond

  /// A number of 18 decimals that a kernel has, or `nil` outside of its range.
  @inline(__always)
  init(_ word: UInt128?) {
    self = word.map(FixedFigure.decimal) ?? .beyond
  }

  /// The same in the catalogue's terms; nil where there is no figure, or none here.
  var value: FigureValue? {
    switch self {
    case .decimal(let word): .decimal(Wad(raw: ExactInteger(word)))
    case .count(let count): .count(count)
    case .flag(let flag): .flag(flag)
    case .status(let status): .text(status.name)
    case .none, .beyond: nil
    }
  }
}
