internal import YieldKernels
internal import Yields

/// What a row of a table in memory says of its figures.
///
/// One byte, for columns of millions.
package enum RowStatus: UInt8, CaseIterable, Sendable {
  /// As `VaultStatus` has them.
  case active, expired, noStake, neverNotified
  /// A value is missing without which there is no figure.
  case unknown
  /// A figure is there that the column's type cannot hold.
  case beyondRange
  /// The row cannot be evaluated; its fault says why.
  case rejected

  /// The status as text; nil where there is none.
  package var name: String? {
    switch self {
    case .active: VaultStatus.active.name
    case .expired: VaultStatus.expired.name
    case .noStake: VaultStatus.noStake.name
    case .neverNotified: VaultStatus.neverNotified.name
    case .unknown: VaultStatus.unknownName
    case .beyondRange: "beyondRange"
    case .rejected: nil
    }
  }

  /// The names in the order of the raw values.
  package static let names = allCases.compactMap(\.name)

  /// A vault's status; a stake without a price is no status of a row, but its fault.
  @inline(__always)
  init(_ status: VaultStatus) {
    switch status {
    case .active: self = .active
    case .expired: self = .expired
    case .noStake: self = .noStake
    case .neverNotified: self = .neverNotified
    case .zeroStakePrice: self = .rejected
    }
  }
}
