import Foundation

/// What a measurement counts.
public enum Clock: Sendable {
  /// The time that this thread has had a processor: what else the machine does is not measured.
  case processor
  /// Real time, for work on several threads.
  case wall

  var nanoseconds: Double {
    var time = timespec()
    clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}

extension Workbench {
  /// Nanoseconds per operation: a warming pass, then the median of five slices of equal length.
  ///
  /// `pass` performs `operations` operations, and keeps their answers where `consume` can see them.
  public func measure(
    operations: Int, clock: Clock = .processor, _ pass: () throws -> Void
  ) rethrows -> Double {
    var start = clock.nanoseconds
    try pass()
    let one = max(1, clock.nanoseconds - start)
    let (seconds, attoseconds) = budget.components
    let slice = (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / 5
    let repeats = Int(slice / one) + 1
    var samples: [Double] = []
    for _ in 0..<5 {
      start = clock.nanoseconds
      for _ in 0..<repeats {
        try pass()
      }
      samples.append((clock.nanoseconds - start) / Double(repeats) / Double(operations))
    }
    samples.sort()
    return samples[2]
  }

  /// Prints one line of the runner's JSON for an exact program.
  public func report(
    _ workload: String, _ tool: String, nanoseconds: Double, operations: Int, fold: Fold
  ) {
    print(
      """
      {"workload":"\(workload)","tool":"\(tool)","ns":\(nanoseconds),\
      "operations":\(operations),"fold":"\(fold.text)"}
      """)
  }

  /// Prints one line of the runner's JSON for a program whose answers may be wrong: it compares
  /// them with the exact ones and counts the wrong answers and their wrong trailing digits.
  public func report(
    _ workload: String, _ tool: String, nanoseconds: Double, answers: [UInt128], exact: [UInt128]
  ) {
    var wrong = 0
    var digits = 0
    for (answer, right) in zip(answers, exact) where answer != right {
      wrong += 1
      digits += String(max(answer, right) - min(answer, right)).count
    }
    print(
      """
      {"workload":"\(workload)","tool":"\(tool)","ns":\(nanoseconds),\
      "operations":\(exact.count),"wrong":\(wrong),"of":\(exact.count),\
      "wrong_digits":\(Double(digits) / Double(exact.count))}
      """)
  }
}

/// Makes the optimiser believe that `value` is used.
@inline(never)
@_optimize(none)
public func consume<Value>(_ value: borrowing Value) {}
