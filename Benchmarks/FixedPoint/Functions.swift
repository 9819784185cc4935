import Benchmark
import FixedPoint
import SuiteSettings

/// Correctly rounded functions and compounding.
///
/// The known answers are from mpmath at 60 digits.
enum Functions {
  static func register() throws {
    let rate = try Wad(parsing: "0.500204779481316715")
    let ten = Wad(10)
    let eachSecond = try Compounding(periodsPerYear: 31_536_000)
    measure("exp", "1.649058929558400917") { try rate.exp(rounding: .halfEven) }
    measure("ln", "2.302585092994045684") { try ten.ln(rounding: .halfEven) }
    measure("pow", "3.163769095822590586") { try ten.pow(rate, rounding: .halfEven) }
    measure("compound daily", "0.648494333188796396") {
      try Compounding.daily.apy(fromAPR: rate, rounding: .halfEven)
    }
    measure("compound each second", "0.649058923016631355") {
      try eachSecond.apy(fromAPR: rate, rounding: .halfEven)
    }
    measure("compound continuously", "0.649058929558400917") {
      try Compounding.continuous.apy(fromAPR: rate, rounding: .halfEven)
    }
  }

  private static func measure(
    _ name: String, _ expected: String, _ operation: @escaping () throws -> Wad
  ) {
    Benchmark(name) { benchmark in
      var last = Wad.zero
      for _ in benchmark.scaledIterations {
        last = try operation()
        blackHole(last)
      }
      Suite.check(benchmark, last.text() == expected, last)
    }
  }
}
