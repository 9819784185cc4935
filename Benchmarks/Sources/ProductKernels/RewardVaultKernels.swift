import FixedPoint
import Workbench
import YieldKernels

/// One APR per row: the column form, one call a value on words, and one on the unbounded types.
struct RewardVaultKernels {
  let bench: Workbench
  /// `rows`, or `round` for inputs of round numbers.
  let kind: String
  let factor: AnnualFactor
  let rewardRates: [UInt128]
  let rewardPrices: [UInt128]
  let supplies: [UInt128]
  let stakePrices: [UInt128]

  init(kind: String, bench: Workbench) throws {
    self.kind = kind
    self.bench = bench
    factor = AnnualFactor(secondsPerYear: AnnualFactor.protocolYear, stakeDecimals: 18)
    let values = try bench.integers("apr-\(kind).bin")
    func column(_ first: Int) -> [UInt128] {
      stride(from: first, to: values.count, by: 4).map { values[$0] }
    }
    rewardRates = column(0)
    rewardPrices = column(1)
    supplies = column(2)
    stakePrices = column(3)
  }

  private var rows: Int { rewardRates.count }

  func run() throws {
    batch()
    guard bench.forcedVariant == nil, kind == "rows" else { return }
    try call()
    try unboundedCall()
  }

  /// A column of rows in one call.
  private func batch() {
    let finish = [UInt64](repeating: VaultStatus.noPeriodFinish, count: rows)
    var answers = [UInt128](repeating: 0, count: rows)
    var statuses = [VaultStatus](repeating: .active, count: rows)
    let nanoseconds = bench.measure(operations: rows) {
      var apr = answers.mutableSpan
      var status = statuses.mutableSpan
      let wide = RewardVaultAPR.evaluate(
        rewardRate: rewardRates.span, rewardPrice: rewardPrices.span, totalSupply: supplies.span,
        stakePrice: stakePrices.span, periodFinish: finish.span, at: 0, factor: factor,
        apr: &apr, status: &status)
      consume(wide)
    }
    report("product-batch\(bench.forcedVariant ?? "")", answers, nanoseconds)
  }

  /// One public call a value, from this module.
  private func call() throws {
    var answers = [UInt128](repeating: 0, count: rows)
    let nanoseconds = bench.measure(operations: rows) {
      var apr = answers.mutableSpan
      for row in rewardRates.indices {
        apr[row] =
          RewardVaultAPR.fixedWidth(
            rewardRate: rewardRates[row], rewardPrice: rewardPrices[row],
            totalSupply: supplies[row], stakePrice: stakePrices[row], factor: factor) ?? 0
      }
    }
    report("product-call", answers, nanoseconds)
  }

  /// One public call a value on `ExactInteger` and `Wad`, which know no range.
  private func unboundedCall() throws {
    let rates = rewardRates.map { ExactInteger($0) }
    let prices = rewardPrices.map { Wad(raw: ExactInteger($0)) }
    let supplies = self.supplies.map { ExactInteger($0) }
    let stakes = stakePrices.map { Wad(raw: ExactInteger($0)) }
    var answers = [Wad](repeating: .zero, count: rows)
    let nanoseconds = try bench.measure(operations: rows) {
      for row in answers.indices {
        answers[row] = try RewardVaultAPR.apr(
          rewardRate: rates[row], rewardPrice: prices[row], totalSupply: supplies[row],
          stakePrice: stakes[row], factor: factor)
      }
    }
    report("product-call-wad", answers.map { UInt128(exactly: $0.rawValue) ?? 0 }, nanoseconds)
  }

  private func report(_ tool: String, _ answers: [UInt128], _ nanoseconds: Double) {
    var fold = Fold()
    for answer in answers {
      fold.append(answer)
    }
    bench.report("apr/\(kind)", tool, nanoseconds: nanoseconds, operations: rows, fold: fold)
  }
}
