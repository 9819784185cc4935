// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the libraries fetch none of this. It sees what they see:
// the public API of the package above.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let fixedPoint = Target.Dependency.product(name: "FixedPoint", package: "BeraYield")
let evmArithmetic = Target.Dependency.product(name: "EVMArithmetic", package: "BeraYield")
let contracts = Target.Dependency.product(name: "Contracts", package: "BeraYield")
let yields = Target.Dependency.product(name: "Yields", package: "BeraYield")
let bulk = Target.Dependency.product(name: "Bulk", package: "BeraYield")

/// A suite for `swift package benchmark`: its folder must lie directly below `Benchmarks`.
func suite(_ folder: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "\(folder)Benchmarks",
    dependencies: dependencies + [
      "SuiteSettings", "Workbench", .product(name: "Benchmark", package: "benchmark"),
    ],
    path: folder,
    swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
  )
}

let package = Package(
  name: "BeraYieldBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "BeraYield", path: ".."),
    // Without its traits: they count allocations by interposing, and count none here.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
  ],
  targets: [
    // Inputs, clock and fingerprint, shared by every Swift program here.
    .target(name: "Workbench", swiftSettings: strict),
    // The product, through its public API, in the interleaved run.
    .executableTarget(
      name: "ProductKernels",
      dependencies: ["Workbench", fixedPoint, evmArithmetic, contracts, yields, bulk],
      swiftSettings: strict),
    // Its Swift peers: attaswift/BigInt and Foundation's Decimal.
    .executableTarget(
      name: "SwiftPeers",
      dependencies: ["Workbench", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: strict),
    .target(
      name: "SuiteSettings",
      dependencies: [.product(name: "Benchmark", package: "benchmark")],
      swiftSettings: strict),
    // Suites for developers: `swift package benchmark`.
    suite("FixedPoint", [fixedPoint]),
    suite("EVM", [evmArithmetic]),
    suite("Kernels", [fixedPoint, yields]),
    suite("CSV", [yields, bulk]),
    suite("Accounting", [evmArithmetic, contracts]),
  ]
)
