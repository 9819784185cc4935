package import YieldKernels

extension VaultStatus {
  /// What stands for a status where an input is missing: no formula gives it.
  package static let unknownName = "unknown"

  /// The status as text, stable for programs.
  package var name: String {
    switch self {
    case .active: "active"
    case .expired: "expired"
    case .noStake: "noStake"
    case .zeroStakePrice: "zeroStakePrice"
    case .neverNotified: "neverNotified"
    }
  }
}
