internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults

/// A function that files record calls of by name: reads its inputs and answers.
struct RecordedFunction {
  let answer: (inout RecordedObject, ProtocolProfile) throws(Fault) -> Outcome

  /// The function called `name`, or nil.
  static func named(_ name: String) -> RecordedFunction? {
    fixedPoint(name) ?? blockReward(name) ?? commission(name)
  }
}

// Solady's fixed point.
extension RecordedFunction {
  private typealias Lib = FixedPointMathLib

  static func fixedPoint(_ name: String) -> RecordedFunction? {
    switch name {
    case "mulWad": unsigned { x, y throws(Revert) in try Lib.mulWad(x, y) }
    case "mulWadUp": unsigned { x, y throws(Revert) in try Lib.mulWadUp(x, y) }
    case "divWad": unsigned { x, y throws(Revert) in try Lib.divWad(x, y) }
    case "divWadUp": unsigned { x, y throws(Revert) in try Lib.divWadUp(x, y) }
    case "sMulWad": signed { x, y throws(Revert) in try Lib.sMulWad(x, y) }
    case "sDivWad": signed { x, y throws(Revert) in try Lib.sDivWad(x, y) }
    case "powWad": signed { x, y throws(Revert) in try Lib.powWad(x, y) }
    case "mulDiv": unsigned("d") { x, y, d throws(Revert) in try Lib.mulDiv(x, y, d) }
    case "mulDivUp": unsigned("d") { x, y, d throws(Revert) in try Lib.mulDivUp(x, y, d) }
    case "fullMulDiv": unsigned("d") { x, y, d throws(Revert) in try Lib.fullMulDiv(x, y, d) }
    case "fullMulDivUp":
      unsigned("d") { x, y, d throws(Revert) in try Lib.fullMulDivUp(x, y, d) }
    case "rpow": unsigned("b") { x, y, b throws(Revert) in try Lib.rpow(x, y, b) }
    case "expWad": signed { x throws(Revert) in try Lib.expWad(x) }
    case "lnWad": signed { x throws(Revert) in try Lib.lnWad(x) }
    case "sqrt": unsigned(Lib.sqrt)
    case "sqrtWad": unsigned(Lib.sqrtWad)
    case "cbrt": unsigned(Lib.cbrt)
    case "log2": unsigned(Lib.log2)
    case "divUp": divUp
    default: nil
    }
  }

  private static var divUp: RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let (x, d) = (try input.word("x", "a word"), try input.word("d", "a divisor"))
      return result { () throws(Revert) in .word(try Lib.divUp(x, d)) }
    }
  }

  private static func unsigned(_ call: @escaping (UInt256) -> UInt256) -> RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let x = try input.word("x", "a word")
      return result { () throws(Revert) in .word(call(x)) }
    }
  }

  private static func unsigned(
    _ call: @escaping (UInt256, UInt256) throws(Revert) -> UInt256
  ) -> RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let (x, y) = (try input.word("x", "a word"), try input.word("y", "a word"))
      return result { () throws(Revert) in .word(try call(x, y)) }
    }
  }

  private static func unsigned(
    _ third: String, _ call: @escaping (UInt256, UInt256, UInt256) throws(Revert) -> UInt256
  ) -> RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let (x, y) = (try input.word("x", "a word"), try input.word("y", "a word"))
      let z = try input.word(third, "a word")
      return result { () throws(Revert) in .word(try call(x, y, z)) }
    }
  }

  private static func signed(
    _ call: @escaping (Int256) throws(Revert) -> Int256
  ) -> RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let x = try input.requiredField("x", "a signed word").signedWord("a signed word")
      return result { () throws(Revert) in .word(try call(x)) }
    }
  }

  private static func signed(
    _ call: @escaping (Int256, Int256) throws(Revert) -> Int256
  ) -> RecordedFunction {
    RecordedFunction { input, _ throws(Fault) in
      let x = try input.requiredField("x", "a signed word").signedWord("a signed word")
      let y = try input.requiredField("y", "a signed word").signedWord("a signed word")
      return result { () throws(Revert) in .word(try call(x, y)) }
    }
  }

  private static func result(_ call: () throws(Revert) -> JSONValue) -> Outcome {
    Outcome.of { () throws(Revert) in .members(["r": try call()]) }
  }
}
