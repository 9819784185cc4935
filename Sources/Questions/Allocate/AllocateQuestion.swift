internal import Chain
internal import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
package import Sheets
internal import Yields
internal import EVMArithmetic
internal import Text

/// Where a validator's emission draws the most incentives, and the proof that it does.
package struct AllocateQuestion: Sendable {
  let validator: ObservedValidator
  /// The vaults of the snapshot.
  let vaults: [Address: ObservedVault]
  /// Those that the allocation may go to.
  let market: AllocationMarket
  /// All of them, for allocations that are there already.
  let wholeMarket: AllocationMarket
  let limits: AllocationLimits
  let maxNodes: Int
  /// The allocation that holds where a validator has none; nil where it is not known.
  let fallback: ObservedValidator.Allocation?
  /// Incentive tokens that are not counted.
  let unpriced: [ObservedVault.Unpriced]
  let terms: IncentiveTerms
  /// The contract's state that takes a change, as far as the snapshot has it.
  let chef: BeraChef
  /// Where the contract stands.
  let deployment: Deployment
  /// The block of the snapshot.
  let block: ObservedBlock
  /// The first block of the new allocation; nil where the snapshot does not say how soon that may be.
  let startBlock: UInt64?
  let isCalldataWanted: Bool
  /// What looks wrong about the inputs.
  let warnings: [Warning]

  /// The best weights beside those that are there.
  ///
  /// - Throws: a `Fault` where the limits leave no allocation, or the contract would refuse the change.
  package func sheet() throws(Fault) -> Sheet {
    let best = try market.best(within: limits, maxNodes: maxNodes)
    let answer = AllocateAnswer(question: self, best: best)
    var sheet = Sheet("Best allocation of validator \(validator.label)")
    sheet.append(figures: try answer.figures)
    sheet.append("marginal", for: .programs, figures: answer.marginal)
    sheet.append(for: .text, figures: answer.marginalLines)
    sheet.append(answer.weights, for: .programs)
    sheet.append(answer.change, for: [.csv])
    sheet.append(answer.comparison, for: .text)
    for section in answer.others { sheet.append(section) }
    sheet.append(unpriced.table, for: .programs)
    if !unpriced.isEmpty { sheet.append(unpriced.table, for: .text) }
    if isCalldataWanted { try appendChange(to: best, &sheet) }
    sheet.append(.warnings)
    sheet.csvTable = AllocateAnswer.changeKey
    sheet.remarks = answer.remarks
    sheet.warnings = warnings + unpriced.warnings
    if !best.gap.isZero {
      sheet.warnings.append(
        Warning(
          .searchCut,
          "the search was cut short after \(best.nodes) sets of vaults; gap says how much better "
            + "another allocation can be", field: "maxNodes"))
    }
    return sheet
  }

  /// Adds the transaction of the change, once the contract's own accounting has taken it.
  private func appendChange(to best: BestAllocation, _ sheet: inout Sheet) throws(Fault) {
    guard let startBlock else {
      throw Fault(
        .missingValue, at: .option("--start-block"), found: "nothing",
        expected: "the first block of the new allocation",
        hint: "the snapshot does not have BeraChef's rewardAllocationBlockDelay")
    }
    let allocation = ObservedValidator.Allocation(
      startBlock: startBlock,
      weights: best.weights.map {
        .init(receiver: $0.vault.address, percentage: UInt256(UInt64($0.weight.value)))
      })
    var chef = chef
    try Fault.asking(AllocationChange.signature, about: "startBlock") { () throws(Revert) in
      try chef.queue(allocation, for: validator.key, block: block.number)
    }
    let change = AllocationChange(validator: validator.key, allocation: allocation)
    let (to, data) = (deployment.beraChef.description, HexText.text(of: change.data))
    sheet.append(
      "calldata", for: .programs,
      figures: [
        .text("to", "", to), .text("function", "", AllocationChange.signature),
        .text("data", "", data),
      ])
    let weights = best.weights.map { "(\($0.vault.address), \($0.weight.value))" }
    // The raw words of a transaction stay whole, however wide.
    sheet.append(
      Sheet.Section(
        .steps([
          Step(name: "to", formula: "BeraChef", value: to),
          Step(
            name: "data",
            formula: "queueNewRewardAllocation(\(validator.key), \(startBlock), "
              + "[\(weights.joined(separator: ", "))])", value: data,
            remark: "to be sent by the validator's operator"),
        ]), title: .heading("the change"), for: .text))
  }
}
