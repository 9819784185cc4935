internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

/// A function that files record calls of by name: reads its inputs and answers.
struct RecordedFunction: Sendable {
  /// What a call says beside `fn`.
  let keys: [String]
  let answer: @Sendable (RecordedObject, ProtocolProfile) throws(Fault) -> Outcome

  init(
    _ keys: [String],
    _ answer: @escaping @Sendable (RecordedObject, ProtocolProfile) throws(Fault) -> Outcome
  ) {
    self.keys = keys
    self.answer = answer
  }

  /// The functions that contracts have in an era, by name.
  private static func all(in era: ProtocolProfile.Era) -> [String: RecordedFunction] {
    switch era {
    case .bgt: bgtEra
    case .polNext: polNext
    }
  }

  private static let bgtEra = fixedPoint.merging(blockReward.merging(commission) { $1 }) { $1 }
  private static let polNext = fixedPoint.merging(blockRewardV2.merging(commissionV2) { $1 }) { $1 }

  /// The names of all that there are in an era, sorted.
  static func names(in era: ProtocolProfile.Era) -> [String] { all(in: era).keys.sorted() }

  /// The function called `name` in an era, or nil.
  static func named(_ name: String, in era: ProtocolProfile.Era) -> RecordedFunction? {
    all(in: era)[name]
  }

  /// What a call of `name` can say beside `fn`, whatever the era; nil where no era has it.
  static func keys(of name: String) -> KeyTree? {
    ProtocolProfile.Era.allCases.compactMap { named(name, in: $0) }
      .reduce(nil) { ($0 ?? []) + KeyTree($1.keys) }
  }

  /// The same function where an upgrade has removed it: the call reverts with no data.
  var removed: RecordedFunction {
    RecordedFunction(keys) { input, _ throws(Fault) in
      for key in keys { _ = try input.requiredField(key, "a value of the removed function") }
      return .reverted("empty")
    }
  }
}

// Solady's fixed point.
extension RecordedFunction {
  private typealias Lib = FixedPointMathLib

  private static let fixedPoint: [String: RecordedFunction] = [
    "mulWad": unsigned { x, y throws(Revert) in try Lib.mulWad(x, y) },
    "mulWadUp": unsigned { x, y throws(Revert) in try Lib.mulWadUp(x, y) },
    "divWad": unsigned { x, y throws(Revert) in try Lib.divWad(x, y) },
    "divWadUp": unsigned { x, y throws(Revert) in try Lib.divWadUp(x, y) },
    "sMulWad": signed { x, y throws(Revert) in try Lib.sMulWad(x, y) },
    "sDivWad": signed { x, y throws(Revert) in try Lib.sDivWad(x, y) },
    "powWad": signed { x, y throws(Revert) in try Lib.powWad(x, y) },
    "mulDiv": unsigned("d") { x, y, d throws(Revert) in try Lib.mulDiv(x, y, d) },
    "mulDivUp": unsigned("d") { x, y, d throws(Revert) in try Lib.mulDivUp(x, y, d) },
    "fullMulDiv": unsigned("d") { x, y, d throws(Revert) in try Lib.fullMulDiv(x, y, d) },
    "fullMulDivUp": unsigned("d") { x, y, d throws(Revert) in try Lib.fullMulDivUp(x, y, d) },
    "rpow": unsigned("b") { x, y, b throws(Revert) in try Lib.rpow(x, y, b) },
    "expWad": signed { x throws(Revert) in try Lib.expWad(x) },
    "lnWad": signed { x throws(Revert) in try Lib.lnWad(x) },
    "sqrt": unsigned { x in Lib.sqrt(x) },
    "sqrtWad": unsigned { x in Lib.sqrtWad(x) },
    "cbrt": unsigned { x in Lib.cbrt(x) },
    "log2": unsigned { x in Lib.log2(x) },
    "divUp": divUp,
  ]

  private static var divUp: RecordedFunction {
    RecordedFunction(["x", "d"]) { input, _ throws(Fault) in
      let (x, d) = (try input.word("x", "a word"), try input.word("d", "a divisor"))
      return result { () throws(Revert) in .word(try Lib.divUp(x, d)) }
    }
  }

  private static func unsigned(_ call: @escaping @Sendable (UInt256) -> UInt256) -> RecordedFunction
  {
    RecordedFunction(["x"]) { input, _ throws(Fault) in
      let x = try input.word("x", "a word")
      return result { () throws(Revert) in .word(call(x)) }
    }
  }

  private static func unsigned(
    _ call: @escaping @Sendable (UInt256, UInt256) throws(Revert) -> UInt256
  ) -> RecordedFunction {
    RecordedFunction(["x", "y"]) { input, _ throws(Fault) in
      let (x, y) = (try input.word("x", "a word"), try input.word("y", "a word"))
      return result { () throws(Revert) in .word(try call(x, y)) }
    }
  }

  private static func unsigned(
    _ third: String,
    _ call: @escaping @Sendable (UInt256, UInt256, UInt256) throws(Revert) -> UInt256
  ) -> RecordedFunction {
    RecordedFunction(["x", "y", third]) { input, _ throws(Fault) in
      let (x, y) = (try input.word("x", "a word"), try input.word("y", "a word"))
      let z = try input.word(third, "a word")
      return result { () throws(Revert) in .word(try call(x, y, z)) }
    }
  }

  private static func signed(
    _ call: @escaping @Sendable (Int256) throws(Revert) -> Int256
  ) -> RecordedFunction {
    RecordedFunction(["x"]) { input, _ throws(Fault) in
      let x = try input.requiredField("x", "a signed word").signedWord("a signed word")
      return result { () throws(Revert) in .word(try call(x)) }
    }
  }

  private static func signed(
    _ call: @escaping @Sendable (Int256, Int256) throws(Revert) -> Int256
  ) -> RecordedFunction {
    RecordedFunction(["x", "y"]) { input, _ throws(Fault) in
      let x = try input.requiredField("x", "a signed word").signedWord("a signed word")
      let y = try input.requiredField("y", "a signed word").signedWord("a signed word")
      return result { () throws(Revert) in .word(try call(x, y)) }
    }
  }

  private static func result(_ call: () throws(Revert) -> JSONValue) -> Outcome {
    Outcome.of { () throws(Revert) in .members(["r": try call()]) }
  }
}
