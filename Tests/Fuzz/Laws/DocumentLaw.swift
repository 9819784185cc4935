import Bulk
import Contracts
import Faults
import Inputs
import Questions
import Quantities
import Sheets
import Text
import Yields

/// A document is read without a loss, and a question about it is answered or refused: the same however
/// the document is spaced.
enum DocumentLaw {
  static func check(_ input: [UInt8]) throws(Breach) {
    guard let letter = input.first else { return }
    let bytes = Array(input.dropFirst())
    let read = try Fault.accepted { try JSONReader.parse(bytes, name: "case.json") }
    guard let document = read else { return }
    let spaced = try spaced(document)
    guard let question = questions[Character(Unicode.Scalar(letter))] else { return }
    func answer(_ document: JSONNode) throws(Breach) -> [UInt8]? {
      try Fault.accepted { try question(InputNode(document, file: "case.json")) }
    }
    try Breach.require(
      try answer(document) == answer(spaced), "an answer that depends on white space")
  }

  /// The document written again on many lines: nothing but its white space is another.
  private static func spaced(_ document: JSONNode) throws(Breach) -> JSONNode {
    var (pretty, first, second) = (
      JSONWriter(style: .pretty), JSONWriter(style: .compact), JSONWriter(style: .compact)
    )
    pretty.value(document.value)
    guard let again = try? JSONReader.parse(pretty.takeBytes()) else {
      throw Breach("a document that cannot be read again")
    }
    first.value(document.value)
    second.value(again.value)
    try Breach.require(
      first.takeBytes() == second.takeBytes(), "a document that is another when written again")
    return again
  }

  private typealias Question = (InputNode) throws -> [UInt8]

  private static var questions: [Character: Question] {
    [
      "v": { try vault($0, isPage: false) }, "V": { try vault($0, isPage: true) },
      "s": solve, "d": diff, "e": emission, "i": incentives, "b": blockReward, "a": allocation,
      "p": poolPrice, "w": poolPreview, "g": grid, "o": overrides,
    ]
  }

  private static func checked(_ sheet: Sheet) throws(Breach) -> [UInt8] {
    try AnswerLaw.check(sheet)
    return AnswerLaw.json(sheet)
  }

  /// Inputs of a document, whose keys may be those of the options too.
  private static func inputs(
    _ document: InputNode, _ keys: KeyTree, _ notes: inout InputNotes
  ) throws(Fault) -> InputObject {
    try InputObject(document, "a case", keys: keys, notes: &notes)
  }

  private static func now() throws(Fault) -> Timestamp { try Timestamp(1_760_000_000) }

  private static func vault(_ document: InputNode, isPage: Bool) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    var question = VaultQuestion(
      time: .at(try now()), year: .days365, rules: try ProfileChoice(era: nil, notes: &notes))
    question.isExplained = true
    question.hasSensitivity = true
    question.isPage = isPage
    let inputs = try inputs(document, .vault(and: VaultQuestion.keys), &notes)
    let sheet = try question.sheet(about: inputs, notes: &notes)
    return isPage ? Array(sheet.html(TextStyle(precision: 4)).utf8) : try checked(sheet)
  }

  private static func solve(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, .vault(and: SolveQuestion.keys), &notes)
    let question = try SolveQuestion.read(
      inputs, time: .at(try now()), year: .days365, profile: .polNext, notes: &notes)
    let subject = try question.readSubject(inputs, notes: &notes)
    return try checked(
      try inputs.locating { () throws(Fault) in try question.sheet(about: subject) })
  }

  private static func diff(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, .vault(and: DiffQuestion.keys), &notes)
    let question = try DiffQuestion.read(
      inputs, time: .at(try now()), year: .days365,
      rules: try ProfileChoice(era: nil, notes: &notes), notes: &notes)
    let vault = try VaultSnapshot.read(inputs, notes: &notes)
    let found = question.difference(of: vault.value)
    return try checked(
      try inputs.locating { () throws(Fault) in try question.sheet(about: vault, found) })
  }

  private static func emission(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, EmissionQuestion.keys, &notes)
    let question = try EmissionQuestion.read(
      inputs, now: try now(), year: .days365, profile: .polNext, notes: &notes)
    let sheet = try inputs.locating { () throws(Fault) in try question.sheet() }
    _ = try inputs.locating { () throws(Fault) in try EmissionPlot.svg(of: question) }
    return try checked(sheet)
  }

  private static func incentives(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, IncentiveQuestion.keys, &notes)
    let question = try IncentiveQuestion.read(
      inputs, now: try now(), year: .days365, profile: .polNext, notes: &notes)
    return try checked(try inputs.locating { () throws(Fault) in try question.sheet() })
  }

  private static func blockReward(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, BlockRewardQuestion.keys, &notes)
    let question = try BlockRewardQuestion.read(
      inputs, year: .days365, profile: .bgt, notes: &notes)
    return try checked(try inputs.locating { () throws(Fault) in try question.sheet() })
  }

  private static func allocation(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, AllocationQuestion.keys, &notes)
    let question = try AllocationQuestion.read(inputs, profile: .polNext)
    return try checked(try inputs.locating { () throws(Fault) in try question.sheet() })
  }

  private static func poolPrice(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, PoolPriceQuestion.keys, &notes)
    let question = try PoolPriceQuestion.read(inputs, profile: .polNext)
    return try checked(try inputs.locating { () throws(Fault) in try question.sheet() })
  }

  private static func poolPreview(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(document, PoolPreviewQuestion.keys, &notes)
    var answers: [UInt8] = []
    for operation in PoolOperation.allCases {
      let question = try PoolPreviewQuestion.read(
        operation, amount: Field(option: "amount", text: "1000000000000000001"), inputs,
        now: try now(), profile: .polNext, notes: &notes)
      answers += try checked(try inputs.locating { () throws(Fault) in try question.sheet() })
    }
    return answers
  }

  /// What a grid has at most here; larger ones are read and not computed.
  private static let mostPoints = 200

  private static func grid(_ document: InputNode) throws -> [UInt8] {
    // A fuzzer does not open files that an input names.
    guard GridQuestion.columnFiles(of: document).isEmpty else { return [] }
    var question = GridQuestion(notes: InputNotes(strict: false))
    try question.read(document)
    let grid = try question.grid(year: .days365, time: .at(try now()), profile: .polNext)
    guard grid.pointCount <= mostPoints else { return [] }
    try AnswerLaw.check(grid.summary(threads: 1).sheet(of: grid))
    return try checked(grid.sheet)
  }

  private static func overrides(_ document: InputNode) throws -> [UInt8] {
    var notes = InputNotes(strict: false)
    let choice = try ProfileChoice(era: nil, usual: .bgt, overrides: document, notes: &notes)
    return Array("\(choice.profile)".utf8)
  }
}
