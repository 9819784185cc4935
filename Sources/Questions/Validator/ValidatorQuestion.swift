internal import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
package import Sheets
internal import Yields
internal import EVMArithmetic
internal import Text

/// What one validator earns and directs: stake, commission, allocation, incentives, its pool.
package struct ValidatorQuestion: Sendable {
  let validator: ObservedValidator
  /// The vaults of the snapshot.
  let vaults: [Address: ObservedVault]
  /// What reaches each vault, as far as that is known.
  let emissions: [Address: VaultEmission]
  let stake: StakeShare?
  let blocks: DirectedEmission
  /// USD for one reward token, and for one BERA; nil where the snapshot has no price.
  let rewardPrice: Price?
  let terms: IncentiveTerms
  /// The validator's pool; nil where it has none.
  let pool: ObservedPool?
  let unpriced: [ObservedVault.Unpriced]
  let block: ObservedBlock
  let year: YearLength
  /// What looks wrong about the inputs.
  let warnings: [Warning]

  /// The sheet of the validator.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    let answer = try ValidatorAnswer(self)
    var sheet = Sheet("Validator \(validator.label)")
    sheet.append(figures: answer.head)
    sheet.append("stake", title: .heading("blocks and stake"), figures: answer.stake)
    sheet.append(
      "commission", title: .heading("commission on incentives"), figures: answer.commission)
    sheet.append("allocations", title: .heading("allocations"), figures: answer.allocations)
    sheet.append(answer.allocation)
    sheet.append(
      "incentivesPerDay", title: .heading("incentives of the next day, by the active weights"),
      figures: answer.incentives)
    if let pool = answer.pool {
      sheet.append("pool", title: .heading("its staking pool"), figures: pool)
    }
    sheet.append(unpriced.table, for: .programs)
    if !unpriced.isEmpty { sheet.append(unpriced.table, for: .text) }
    sheet.append(.warnings)
    sheet.remarks = answer.remarks
    sheet.warnings = warnings + unpriced.warnings
    return sheet
  }
}

/// A staking pool of a snapshot.
struct ObservedPool: Sendable {
  let address: Address?
  /// Wei of BERA; nil where it could not be read.
  let totalAssets: ExactInteger?
  let isFullyExited: Bool?
  /// The protocol fee on what the pool earns; nil where nobody says it.
  let feeRate: BasisPoints?
}
