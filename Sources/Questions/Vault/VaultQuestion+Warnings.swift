internal import Contracts
internal import Quantities
internal import Yields

// What looks wrong about a staker's balance and a deposit.

extension VaultQuestion {
  func warnings(in report: VaultReport) -> [Warning] {
    // Of other decimals nothing is known that would tell base units from whole tokens.
    let isUsual = report.snapshot.totalSupply.decimals == .eighteen
    let capped = commission.flatMap {
      Plausibility.commission($0, cap: rules.profile.commission.maxRate, "commission")
    }
    return [capped].compactMap(\.self)
      + [(balance, "balance"), (deposit, "deposit")].compactMap { units, field in
        guard let units else { return nil }
        return isUsual
          ? Plausibility.amount(units, field, of: "stake tokens") : Plausibility.word(units, field)
      }
  }
}
