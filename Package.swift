// swift-tools-version: 6.2
import PackageDescription

// One place for the rules that every Swift target of this package obeys. No unsafe flags, so that the
// libraries stay usable from another package by path or by URL.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "BeraYield",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FixedPoint", targets: ["FixedPoint"]),
    .library(name: "EVMArithmetic", targets: ["EVMArithmetic"]),
    .library(
      name: "ProofOfLiquidity", targets: ["ProofOfLiquidity", "Quantities", "YieldKernels"]),
    .library(name: "YieldBatch", targets: ["Batch", "Quantities"]),
    .executable(name: "berayield", targets: ["berayield"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0")
  ],
  targets: [
    // Arithmetic.
    .systemLibrary(
      name: "CGMP",
      pkgConfig: "gmp",
      providers: [.apt(["libgmp-dev"]), .yum(["gmp-devel"]), .brew(["gmp"])]
    ),
    .target(name: "FixedPoint", dependencies: ["CGMP"], swiftSettings: strict),
    .target(name: "EVMArithmetic", swiftSettings: strict),

    // The domain.
    .target(name: "Quantities", dependencies: ["FixedPoint"], swiftSettings: strict),
    .target(name: "CYieldKernels"),
    .target(
      name: "YieldKernels", dependencies: ["FixedPoint", "CYieldKernels"], swiftSettings: strict),
    .target(
      name: "ProofOfLiquidity",
      dependencies: ["EVMArithmetic", "FixedPoint", "Quantities", "YieldKernels"],
      swiftSettings: strict
    ),

    // Many rows, and text and pictures in and out.
    .target(name: "Tabular", swiftSettings: strict),
    .target(name: "CTextKernels"),
    .target(name: "Plotting", dependencies: ["FixedPoint"], swiftSettings: strict),
    .target(
      name: "Batch",
      dependencies: [
        "CTextKernels", "FixedPoint", "ProofOfLiquidity", "Quantities", "Tabular", "YieldKernels",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "VaultAnalysis",
      dependencies: [
        "Batch", "EVMArithmetic", "FixedPoint", "Plotting", "ProofOfLiquidity", "Quantities",
        "Tabular",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "berayield",
      dependencies: [
        "Batch", "FixedPoint", "Plotting", "ProofOfLiquidity", "Quantities", "Tabular",
        "VaultAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests mirror Sources.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "FixedPointTests", dependencies: ["FixedPoint", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EVMArithmeticTests", dependencies: ["EVMArithmetic", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "FixedPoint", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YieldKernelsTests", dependencies: ["YieldKernels", "FixedPoint", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ProofOfLiquidityTests",
      dependencies: [
        "ProofOfLiquidity", "EVMArithmetic", "FixedPoint", "Quantities", "TestSupport", "Tabular",
        "YieldKernels",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TabularTests", dependencies: ["Tabular", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PlottingTests", dependencies: ["Plotting", "FixedPoint", "TestSupport"],
      exclude: ["Canvas/Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "BatchTests",
      dependencies: [
        "Batch", "CTextKernels", "FixedPoint", "ProofOfLiquidity", "Quantities", "Tabular",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VaultAnalysisTests",
      dependencies: [
        "VaultAnalysis", "EVMArithmetic", "FixedPoint", "ProofOfLiquidity", "Quantities",
        "Tabular", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["berayield", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
  ]
)
