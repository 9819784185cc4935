// swift-tools-version: 6.2
import PackageDescription

// A stranger's package that depends on BeraYield as the README says; Scripts/test.sh builds and runs it.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "BeraYield", path: "../..")],
  targets: [
    .executableTarget(
      name: "Consumer",
      dependencies: [
        .product(name: "FixedPoint", package: "BeraYield"),
        .product(name: "EVMArithmetic", package: "BeraYield"),
        .product(name: "Yields", package: "BeraYield"),
      ])
  ]
)
