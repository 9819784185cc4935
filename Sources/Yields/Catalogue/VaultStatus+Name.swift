package import YieldKernels

extension VaultStatus {
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
