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
    .library(name: "Contracts", targets: ["Contracts", "EVMArithmetic"]),
    .library(name: "Yields", targets: ["Yields", "Contracts", "Quantities", "YieldKernels"]),
    .library(name: "Bulk", targets: ["Bulk", "Faults", "Quantities", "Yields"]),
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
    .target(name: "CKernels"),
    .target(name: "Faults", swiftSettings: strict),
    .target(name: "FixedPoint", dependencies: ["CGMP"], swiftSettings: strict),
    .target(name: "EVMArithmetic", swiftSettings: strict),

    // The domain.
    .target(name: "Quantities", dependencies: ["Faults", "FixedPoint"], swiftSettings: strict),
    .target(
      name: "YieldKernels", dependencies: ["FixedPoint", "CKernels"], swiftSettings: strict),
    .target(name: "Contracts", dependencies: ["EVMArithmetic"], swiftSettings: strict),
    .target(
      name: "Yields",
      dependencies: [
        "Contracts", "EVMArithmetic", "Faults", "FixedPoint", "Quantities", "YieldKernels",
      ],
      swiftSettings: strict),

    // The machine, text, and what an answer looks like.
    .target(name: "Platform", dependencies: ["Faults"], swiftSettings: strict),
    .target(name: "Text", dependencies: ["CKernels", "Faults", "Platform"], swiftSettings: strict),
    .target(name: "Sheets", dependencies: ["FixedPoint"], swiftSettings: strict),

    // Many rows, questions, and the command line.
    .target(
      name: "Bulk",
      dependencies: [
        "CKernels", "Contracts", "Faults", "FixedPoint", "Platform", "Quantities", "Text",
        "YieldKernels", "Yields",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Questions",
      dependencies: [
        "Bulk", "Contracts", "EVMArithmetic", "Faults", "FixedPoint", "Platform", "Quantities",
        "Sheets", "Text", "YieldKernels", "Yields",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "berayield",
      dependencies: [
        "Bulk", "Contracts", "Faults", "Platform", "Quantities", "Questions", "Text", "Yields",
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
      name: "QuantitiesTests", dependencies: ["Quantities", "FixedPoint", "Faults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YieldKernelsTests",
      dependencies: ["CKernels", "YieldKernels", "FixedPoint", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContractsTests", dependencies: ["Contracts", "EVMArithmetic", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YieldsTests",
      dependencies: [
        "Contracts", "EVMArithmetic", "FixedPoint", "Platform", "Quantities", "Faults",
        "TestSupport", "Text",
        "YieldKernels", "Yields",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PlatformTests", dependencies: ["Platform", "Faults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextTests", dependencies: ["Platform", "Text", "Faults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SheetsTests", dependencies: ["Sheets", "FixedPoint", "TestSupport"],
      exclude: ["Plots/Canvas/Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "BulkTests",
      dependencies: [
        "Bulk", "CKernels", "Contracts", "FixedPoint", "Platform", "Quantities", "Text",
        "Faults", "TestSupport", "YieldKernels", "Yields",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QuestionsTests",
      dependencies: [
        "Contracts", "EVMArithmetic", "FixedPoint", "Platform", "Quantities", "Questions", "Sheets",
        "Faults", "TestSupport", "Text", "Yields",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["berayield", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
  ]
)
