import Faults

/// What holds for every sequence of bytes, however wrong: the targets of the fuzzers.
///
/// An input is answered or refused with one fault. It never ends the process, and whatever is accepted
/// agrees with a rule that is written down here a second time.
enum Law: String, CaseIterable {
  /// A letter that chooses a question, then the JSON document it is asked about.
  case documents
  /// A byte of settings, then a CSV input.
  case tables
  /// A text that every reader of numbers reads.
  case numbers
  /// Arguments of the command line, one a line.
  case options
  /// A letter, then a scenario of contracts or of a pool.
  case scenarios
  /// A byte of settings, then what endpoints answer to a reader of the chain.
  case replies

  /// Holds an input to the law.
  ///
  /// - Throws: a `Breach` where it is broken.
  func check(_ input: [UInt8]) throws(Breach) {
    switch self {
    case .documents: try DocumentLaw.check(input)
    case .tables: try TableLaw.check(input)
    case .numbers: try NumberLaw.check(input)
    case .options: try OptionLaw.check(input)
    case .scenarios: try ScenarioLaw.check(input)
    case .replies: try ReplyLaw.check(input)
    }
  }
}

/// A law that an input breaks.
struct Breach: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  static func require(
    _ condition: Bool, _ description: @autoclosure () -> String
  ) throws(Breach) {
    guard condition else { throw Breach(description()) }
  }
}

extension Fault {
  /// The longest message that a person still reads; lists of names are the longest.
  private static let longestMessage = 2_000

  /// A value, or nil where it is refused as inputs are refused: with a fault that a person can read.
  static func accepted<Value>(_ read: () throws -> Value) throws(Breach) -> Value? {
    do {
      return try read()
    } catch let breach as Breach {
      throw breach
    } catch let fault as Fault {
      try fault.checkMessage()
      return nil
    } catch {
      throw Breach("an error that is no fault: \(error)")
    }
  }

  /// Says what was found, and is not too long; what a terminal must not see is escaped when it is
  /// printed.
  func checkMessage() throws(Breach) {
    for text in [description, hint ?? "none"] {
      try Breach.require(
        !text.isEmpty && text.utf8.count <= Self.longestMessage,
        "a message of \(text.utf8.count) bytes: \(text.debugDescription)")
    }
    try Breach.require(!found.isEmpty, "a fault that has found nothing: \(description)")
  }
}
