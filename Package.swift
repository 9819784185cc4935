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
    .library(name: "EVMArithmetic", targets: ["EVMArithmetic", "Words"]),
    .library(name: "Contracts", targets: ["Contracts", "EVMArithmetic", "Faults"]),
    .library(
      name: "Yields", targets: ["Yields", "Contracts", "Faults", "Quantities", "YieldKernels"]),
    .library(name: "Bulk", targets: ["Bulk", "Faults", "Quantities", "Yields"]),
    // The door for other languages, a shared library: Sources/CBeraYield/include/berayield.h.
    .library(name: "BeraYieldC", type: .dynamic, targets: ["BeraYieldC"]),
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
    .target(name: "CKernels", exclude: ["Filter/Proofs"]),
    .target(name: "CExamples"),
    .target(name: "Faults", swiftSettings: strict),
    .target(name: "Words", swiftSettings: strict),
    .target(
      name: "FixedPoint", dependencies: ["CGMP", "CKernels", "Words"], swiftSettings: strict),
    .target(name: "EVMArithmetic", dependencies: ["Words"], swiftSettings: strict),

    // The domain.
    .target(name: "Quantities", dependencies: ["Faults", "FixedPoint"], swiftSettings: strict),
    .target(
      name: "YieldKernels", dependencies: ["FixedPoint", "CKernels", "Words"], swiftSettings: strict
    ),
    .target(name: "Contracts", dependencies: ["EVMArithmetic", "Faults"], swiftSettings: strict),
    .target(
      name: "Yields",
      dependencies: [
        "Contracts", "EVMArithmetic", "Faults", "FixedPoint", "Quantities", "YieldKernels",
      ],
      swiftSettings: strict),

    // The machine, text, and what an answer looks like.
    .target(name: "Platform", dependencies: ["Faults"], swiftSettings: strict),
    .target(name: "Text", dependencies: ["CKernels", "Faults", "Platform"], swiftSettings: strict),
    .target(
      name: "Inputs",
      dependencies: ["Faults", "FixedPoint", "Platform", "Quantities", "Text"],
      swiftSettings: strict),
    .target(
      name: "Sheets", dependencies: ["Faults", "FixedPoint", "Quantities", "Text"],
      swiftSettings: strict),

    // The way in: what is asked of a chain, and what carries it there.
    .target(
      name: "Chain",
      dependencies: ["Contracts", "Faults", "FixedPoint", "Quantities", "Text", "Words"],
      swiftSettings: strict),
    .target(
      name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "Transport", dependencies: ["CCurl", "Chain", "Faults"], swiftSettings: strict),

    // What was read before.
    .target(
      name: "CSQLite", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "History", dependencies: ["CSQLite", "Faults", "Platform", "Quantities", "Text"],
      swiftSettings: strict),

    // Many rows, questions, and the command line.
    .target(
      name: "Bulk",
      dependencies: [
        "Contracts", "Faults", "FixedPoint", "Inputs", "Platform", "Quantities", "Text", "Words",
        "YieldKernels", "Yields",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Questions",
      dependencies: [
        "Bulk", "Chain", "Contracts", "EVMArithmetic", "Faults", "FixedPoint", "History", "Inputs",
        "Platform", "Quantities", "Sheets", "Text", "YieldKernels", "Yields",
      ],
      swiftSettings: strict
    ),

    // The way out: tables of other programs, and the door to all of this for other languages.
    .target(
      name: "CBeraYield", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "Arrow",
      dependencies: [
        "Bulk", "CBeraYield", "Faults", "FixedPoint", "Platform", "Quantities", "Words", "Yields",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "BeraYieldC",
      dependencies: [
        "Arrow", "Bulk", "CBeraYield", "Contracts", "Faults", "Inputs", "Platform", "Quantities",
        "Questions", "Sheets", "Text", "Yields",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "berayield",
      dependencies: [
        "Bulk", "CExamples", "Chain", "Contracts", "Faults", "History", "Inputs", "Platform",
        "Quantities", "Questions", "Sheets", "Text", "Transport", "Yields",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests mirror Sources.
    .target(
      name: "TestSupport", dependencies: ["Faults", "Sheets", "Text"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "FilterOracle", dependencies: ["CGMP"], path: "Tests/FilterOracle"),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport", "Text"], swiftSettings: strict),
    .testTarget(name: "WordsTests", dependencies: ["Words", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FixedPointTests",
      dependencies: ["CKernels", "FilterOracle", "FixedPoint", "TestSupport", "Words"],
      swiftSettings: strict),
    .testTarget(
      name: "EVMArithmeticTests", dependencies: ["EVMArithmetic", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "FixedPoint", "Faults"],
      swiftSettings: strict),
    .testTarget(
      name: "YieldKernelsTests",
      dependencies: [
        "CKernels", "FilterOracle", "YieldKernels", "FixedPoint", "TestSupport", "Words",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ContractsTests",
      dependencies: ["Contracts", "EVMArithmetic", "Faults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YieldsTests",
      dependencies: [
        "Contracts", "EVMArithmetic", "FixedPoint", "Quantities", "Faults", "TestSupport", "Words",
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
      name: "InputsTests",
      dependencies: [
        "Faults", "FixedPoint", "Inputs", "Quantities", "TestSupport", "Text",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SheetsTests",
      dependencies: ["Faults", "FixedPoint", "Quantities", "Sheets", "TestSupport", "Text"],
      exclude: ["Plots/Canvas/Snapshots", "Sheet/Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "ChainTests",
      dependencies: [
        "Chain", "Contracts", "Faults", "FixedPoint", "Quantities", "TestSupport", "Text", "Words",
      ],
      exclude: ["Endpoint/Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "HistoryTests",
      dependencies: ["Faults", "History", "Quantities", "TestSupport", "Text"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "BulkTests",
      dependencies: [
        "Bulk", "CKernels", "FixedPoint", "Platform", "Quantities", "Text",
        "Faults", "TestSupport", "YieldKernels", "Yields",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QuestionsTests",
      dependencies: [
        "Bulk", "Contracts", "Faults", "FixedPoint", "History", "Inputs", "Platform", "Quantities",
        "Questions", "Sheets", "TestSupport", "Text", "Yields",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "berayield", "Contracts", "Faults", "FixedPoint", "Inputs", "Quantities", "Questions",
        "TestSupport", "Text", "Yields",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["berayield", "FixedPoint", "TestSupport", "Text"],
      exclude: ["Snapshots"], swiftSettings: strict),
  ]
)

// The program of Scripts/fuzz.sh, in the place of the tool and the tests: it has the sources of both, and
// no other build knows it.
if Context.environment["BERAYIELD_FUZZ"] != nil {
  let tool = package.targets.first { $0.type == .executable }
  package.targets.removeAll { $0.type == .executable || $0.type == .test }
  package.products.removeAll { $0.name == "berayield" }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: (tool?.dependencies ?? []) + ["FixedPoint", "TestSupport"],
      path: ".",
      exclude: [
        "Sources/berayield/Running/EntryPoint.swift", "Tests/Fuzz/Corpus", "Tests/Fuzz/README.md",
      ],
      sources: [
        "Sources/berayield", "Tests/Fuzz", "Tests/BulkTests/CSV/CSVInMemory.swift",
        "Tests/BulkTests/CSV/PlainSplitter.swift",
      ],
      swiftSettings: strict))
}
