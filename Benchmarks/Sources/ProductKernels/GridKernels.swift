import Dispatch
import Workbench
import YieldKernels

/// Grids of 8-byte points in preallocated memory: the grid kernel, and the row kernel point by point.
struct GridKernels {
  let bench: Workbench

  func run() throws {
    for kind in ["linear", "small", "divisor", "round", "log", "listed"] {
      let grid = try Grid(kind: kind, bench: bench)
      grid.fill(threads: 1)
      grid.fill(threads: 2)
      if kind == "log" {
        try grid.pointByPoint()
      }
    }
  }
}

/// One grid of an input file.
private struct Grid {
  typealias Parameter = APRGridKernel.Parameter

  let kind: String
  let bench: Workbench
  let axes: [(parameter: Parameter, values: [UInt128])]
  let kernel: APRGridKernel
  let factor: AnnualFactor

  init(kind: String, bench: Workbench) throws {
    self.kind = kind
    self.bench = bench
    let parameters: [Parameter] = [.rewardRate, .rewardPrice, .totalSupply, .stakePrice]
    let head = try bench.words("grid-\(kind).bin").prefix(8)
    var values = try bench.integers("grid-\(kind).bin").dropFirst(4)
    var axes: [(parameter: Parameter, values: [UInt128])] = []
    for axis in 0..<4 {
      let count = Int(head[axis])
      axes.append((parameters[Int(head[4 + axis])], Array(values.prefix(count))))
      values = values.dropFirst(count)
    }
    self.axes = axes
    factor = AnnualFactor(secondsPerYear: AnnualFactor.protocolYear, stakeDecimals: 18)
    guard let kernel = APRGridKernel(axes: axes, factor: factor) else {
      throw WorkbenchError.wrongAnswer("grid/\(kind) is outside the grid kernel's range")
    }
    self.kernel = kernel
  }

  private var points: Int { kernel.rowCount * kernel.rowLength }

  /// Fills the memory by threads of equal shares of rows.
  func fill(threads: Int) {
    var answers = [UInt64](repeating: 0, count: points)
    let (kernel, length) = (kernel, kernel.rowLength)
    let nanoseconds = bench.measure(operations: points, clock: threads == 1 ? .processor : .wall) {
      answers.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let memory = buffer
        DispatchQueue.concurrentPerform(iterations: threads) { share in
          let first = kernel.rowCount * share / threads
          let rows = first..<kernel.rowCount * (share + 1) / threads
          let range = rows.lowerBound * length..<rows.upperBound * length
          let part = UnsafeMutableBufferPointer(rebasing: memory[range])
          var span = part.mutableSpan
          kernel.fill(rows: rows, into: &span)
        }
      }
    }
    report("product-\(threads)t", answers, nanoseconds)
  }

  func pointByPoint() throws {
    guard axes.map(\.parameter) == [.stakePrice, .totalSupply, .rewardPrice, .rewardRate] else {
      throw WorkbenchError.wrongAnswer("grid/\(kind): axes in another order")
    }
    let (prices, supplies) = (axes[0].values, axes[1].values)
    let (rewardPrices, rates) = (axes[2].values, axes[3].values)
    var answers = [UInt64](repeating: 0, count: points)
    let nanoseconds = bench.measure(operations: points) {
      var span = answers.mutableSpan
      var point = 0
      for price in prices {
        for supply in supplies {
          for rewardPrice in rewardPrices {
            for rate in rates {
              let apr = RewardVaultAPR.fixedWidth(
                rewardRate: rate, rewardPrice: rewardPrice, totalSupply: supply,
                stakePrice: price, factor: factor)
              span[point] = UInt64(truncatingIfNeeded: apr ?? 0)
              point += 1
            }
          }
        }
      }
    }
    report("product-pointwise", answers, nanoseconds)
  }

  private func report(_ tool: String, _ answers: [UInt64], _ nanoseconds: Double) {
    var fold = Fold()
    for answer in answers {
      fold.append(UInt128(answer))
    }
    bench.report("grid/\(kind)", tool, nanoseconds: nanoseconds, operations: points, fold: fold)
  }
}
