internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// The fast path of a grid's APRs: all axes are among the four inputs of the APR's fraction, and
/// nothing else about the vault varies.
struct VaultGridKernel: Sendable {
  /// The kernel of `apr`, on which the APYs build too.
  let apr: APRGridKernel?
  /// The kernel of `netApr`, on which `netApy` builds.
  let netAPR: APRGridKernel?

  /// Longer rows are not worth a buffer each; they are computed point by point.
  static let longestRow = 1 << 16

  /// Prepares the kernels that the metrics ask for, or gives `nil` where none is of use.
  init?(
    axes: [GridAxis], fixed: [InputKey: ExactInteger], metrics: [FigureKey],
    year: YearLength
  ) {
    let four: [(InputKey, APRGridKernel.Parameter)] = [
      (.rewardRate, .rewardRate), (.rewardPrice, .rewardPrice), (.totalSupply, .totalSupply),
      (.stakePrice, .stakePrice),
    ]
    var kernelAxes: [(parameter: APRGridKernel.Parameter, values: [UInt128])] = []
    for (key, kernelParameter) in four {
      if let value = fixed[key] {
        guard let word = UInt128(exactly: value) else { return nil }
        kernelAxes.append((kernelParameter, [word]))
      }
    }
    for axis in axes {
      guard let kernelParameter = four.first(where: { $0.0 == axis.key })?.1,
        case .narrow(let values) = axis.storage
      else { return nil }
      kernelAxes.append((kernelParameter, values))
    }
    let finish = fixed[.periodFinish]
    let isActive = fixed[.timestamp].map { time in finish.map { time < $0 } ?? true } ?? true
    guard kernelAxes.count == four.count, isActive, let last = axes.last,
      last.count <= Self.longestRow
    else { return nil }
    let decimals = fixed[.stakeDecimals].flatMap { UInt8(exactly: $0) } ?? 18
    let needsAPR = metrics.contains { [.apr, .apyDaily, .apyContinuous, .apy].contains($0) }
    apr =
      needsAPR
      ? APRGridKernel(
        axes: kernelAxes,
        factor: AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: decimals)) : nil
    if metrics.contains(where: \.isNet),
      let commission = fixed[.commission].flatMap({
        UInt16(exactly: $0)
      })
    {
      netAPR = APRGridKernel(
        axes: kernelAxes,
        factor: AnnualFactor(
          secondsPerYear: year.seconds, stakeDecimals: decimals,
          commissionBasisPoints: commission))
    } else {
      netAPR = nil
    }
    if apr == nil && netAPR == nil { return nil }
  }
}
