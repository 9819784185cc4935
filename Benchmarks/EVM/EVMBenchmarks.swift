import Benchmark
import SuiteSettings
import EVMArithmetic

// Solady's functions as the contracts call them. Arguments and results are recorded ones of the
// executed library (Tests/Vectors/solady_fixedpoint.json).
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Suite.configuration(scaling: .kilo)

  measure("mulWad", 549355823066475002651068567978) {
    try FixedPointMathLib.mulWad(2004692524729125726342842, 274034953634949091094959)
  }
  measure("divWad", 89995828573422021128) {
    try FixedPointMathLib.divWad(
      479773430336466562051124179027022932832328023908,
      5331062983047588067625901170668624208029866169)
  }
  measure("fullMulDiv", fullMulDivResult) {
    try FixedPointMathLib.fullMulDiv(
      200215372253745032195390001308054379687372205497264619447201,
      88938630919757498258363353116036497359, 153783226597133377340)
  }
  measure("sqrt", 37502882689489199374872587184975) {
    FixedPointMathLib.sqrt(1406466210021588644255996859068497954591744847098547360734619671)
  }
  measure("cbrt", 1354835743457) {
    FixedPointMathLib.cbrt(2486909247314357034206744143300946354)
  }
  measure("expWad", 13582021991857945) {
    try FixedPointMathLib.expWad(-4299008273100422455).unsigned()
  }
  measure("lnWad", 38265394090500888270) {
    try FixedPointMathLib.lnWad(41538374868278621028243970633760768).unsigned()
  }
  measure("powWad", 733666242850671652420) {
    try FixedPointMathLib.powWad(1000339900875296315, 19415000000000000000000).unsigned()
  }
}

private let fullMulDivResult: UInt256 =
  115792089237316195423043481767052661138877840093789083292115761590061531990878

private func measure(
  _ name: String, _ expected: UInt256, _ operation: @escaping @Sendable () throws -> UInt256
) {
  Benchmark(name) { benchmark in
    var last: UInt256 = 0
    for _ in benchmark.scaledIterations {
      last = try operation()
      blackHole(last)
    }
    Suite.check(benchmark, last == expected, last)
  }
}
