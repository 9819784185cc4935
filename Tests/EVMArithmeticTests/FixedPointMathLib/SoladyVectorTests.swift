import EVMArithmetic
import TestSupport
import Testing

/// Solady's own answers, recorded by executing its code: every function, bit for bit.
@Suite struct SoladyVectorTests {
  private static let cases = Result {
    Dictionary(grouping: try VectorCase.all(in: "solady_fixedpoint.json")) {
      $0.input["fn"]?.text ?? ""
    }
  }

  @Test func `every recorded case is here`() throws {
    #expect(try Self.cases.get().values.map(\.count).reduce(0, +) == 4453)
  }

  @Test(arguments: [
    "mulWad", "mulWadUp", "divWad", "divWadUp", "mulDiv", "mulDivUp", "fullMulDiv", "fullMulDivUp",
    "divUp", "sqrt", "sqrtWad", "cbrt", "log2", "rpow", "sMulWad", "sDivWad", "expWad", "lnWad",
    "powWad",
  ])
  func `the contract's bits and reverts`(function: String) throws {
    let cases = try #require(try Self.cases.get()[function])
    for recorded in cases {
      let expected = try #require(recorded.output["r"]?.text ?? recorded.revert)
      #expect(try Self.answer(recorded.input) == expected, "\(recorded)")
    }
  }

  /// The result in decimal digits, or the name of the revert.
  private static func answer(_ input: VectorValue) throws -> String {
    let function = try input.value("fn") { $0 }
    do {
      if let evaluate = signedFunctions[function] {
        let words = try ["x", "y"].map { try #require(Int256(input[$0]?.text ?? "0")) }
        return try evaluate(words[0], words[1]).description
      }
      let evaluate = try #require(unsignedFunctions[function])
      let words = try [input["x"], input["y"], input["d"] ?? input["b"]].map {
        try #require(UInt256($0?.text ?? "0"))
      }
      return try evaluate(words[0], words[1], words[2]).description
    } catch let revert as Revert {
      return revert.name
    }
  }

  private typealias Lib = FixedPointMathLib

  private static let signedFunctions: [String: @Sendable (Int256, Int256) throws -> Int256] = [
    "sMulWad": { x, y in try Lib.sMulWad(x, y) },
    "sDivWad": { x, y in try Lib.sDivWad(x, y) },
    "expWad": { x, _ in try Lib.expWad(x) },
    "lnWad": { x, _ in try Lib.lnWad(x) },
    "powWad": { x, y in try Lib.powWad(x, y) },
  ]

  private static let unsignedFunctions:
    [String: @Sendable (UInt256, UInt256, UInt256) throws -> UInt256] = [
      "mulWad": { x, y, _ in try Lib.mulWad(x, y) },
      "mulWadUp": { x, y, _ in try Lib.mulWadUp(x, y) },
      "divWad": { x, y, _ in try Lib.divWad(x, y) },
      "divWadUp": { x, y, _ in try Lib.divWadUp(x, y) },
      "mulDiv": { x, y, d in try Lib.mulDiv(x, y, d) },
      "mulDivUp": { x, y, d in try Lib.mulDivUp(x, y, d) },
      "fullMulDiv": { x, y, d in try Lib.fullMulDiv(x, y, d) },
      "fullMulDivUp": { x, y, d in try Lib.fullMulDivUp(x, y, d) },
      "divUp": { x, _, d in try Lib.divUp(x, d) },
      "sqrt": { x, _, _ in Lib.sqrt(x) },
      "sqrtWad": { x, _, _ in Lib.sqrtWad(x) },
      "cbrt": { x, _, _ in Lib.cbrt(x) },
      "log2": { x, _, _ in Lib.log2(x) },
      "rpow": { x, y, b in try Lib.rpow(x, y, b) },
    ]
}
