import Contracts
import Faults
import Inputs
import Quantities
import Sheets
import TestSupport
import Text
import Yields

@testable import Questions

/// Asks a question about the text of a JSON object, as its command does, without a process or a file.
enum QuestionRun {
  static let now = Result { try Timestamp(1_760_000_000) }

  /// The vault of Berachain's documentation.
  static let documentation = """
    {"name": "Documentation example", "rewardRate": "272490527103681170793308992914391673",
    "periodFinish": null, "totalSupply": "598626940947001140289", "rewardPrice": "7.8",
    "stakePrice": "223845.58", "source": "the documentation"}
    """

  static func inputs(
    _ json: String, _ what: String = "a case", keys: KeyTree, options: [String: String?] = [:]
  ) throws(Fault) -> InputObject {
    var notes = InputNotes(strict: false)
    return try InputObject(
      InputNode(try JSONReader.parse(json), file: "case.json"), what, keys: keys, options: options,
      notes: &notes)
  }

  /// A vault's inputs from a row of vectors, as options.
  static func vaultOptions(_ row: VectorRow) throws -> [String: String] {
    var options: [String: String] = [:]
    for key in ["rewardRate", "periodFinish", "totalSupply", "stakeDecimals"] {
      if let text = try? row.text(key), !text.isEmpty { options[key] = text }
    }
    return options
  }

  static func vault(
    _ json: String, options: [String: String] = [:], isPage: Bool = false
  ) throws -> Sheet {
    try vault(
      try inputs(json, keys: VaultSnapshot.keys, options: options.mapValues { $0 }), isPage: isPage)
  }

  static func vault(
    _ inputs: InputObject, at time: UInt64 = 1_740_000_000, year: YearLength = .days365,
    isPage: Bool = false
  ) throws -> Sheet {
    var notes = InputNotes(strict: false)
    var question = VaultQuestion(
      time: .at(try Timestamp(time)), year: year, rules: try ProfileChoice(era: nil, notes: &notes))
    question.isPage = isPage
    question.isExplained = true
    return try question.sheet(about: inputs, notes: &notes)
  }

  static func solve(_ inputs: InputObject, year: YearLength = .days365) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let question = try SolveQuestion.read(
      inputs, time: .at(try now.get()), year: year, profile: .polNext, notes: &notes)
    let subject = try question.readSubject(inputs, notes: &notes)
    return try inputs.locating { () throws(Fault) in try question.sheet(about: subject) }
  }

  static func diff(
    _ inputs: InputObject, era: ProtocolProfile.Era? = nil, at time: Timestamp
  ) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let question = try DiffQuestion.read(
      inputs, time: .at(time), year: .days365,
      rules: try ProfileChoice(era: era, notes: &notes), notes: &notes)
    let vault = try VaultSnapshot.read(inputs, notes: &notes)
    let found = question.difference(of: vault.value)
    return try inputs.locating { () throws(Fault) in try question.sheet(about: vault, found) }
  }

  static func emission(_ json: String) throws -> Sheet {
    try emission(json) { question throws(Fault) in try question.sheet() }
  }

  static func emission<Answer>(
    _ json: String, ask: (EmissionQuestion) throws(Fault) -> Answer
  ) throws -> Answer {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: EmissionQuestion.keys)
    let question = try EmissionQuestion.read(
      inputs, now: try now.get(), year: .days365, profile: .polNext, notes: &notes)
    return try inputs.locating { () throws(Fault) in try ask(question) }
  }

  static func incentives(_ json: String, profile: ProtocolProfile = .polNext) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: IncentiveQuestion.keys)
    let question = try IncentiveQuestion.read(
      inputs, now: try now.get(), year: .days365, profile: profile, notes: &notes)
    return try inputs.locating { () throws(Fault) in try question.sheet() }
  }

  static func blockReward(_ json: String, profile: ProtocolProfile = .polNext) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: BlockRewardQuestion.keys)
    let question = try BlockRewardQuestion.read(
      inputs, year: .days365, profile: profile, notes: &notes)
    return try inputs.locating { () throws(Fault) in try question.sheet() }
  }

  static func allocation(_ json: String) throws -> Sheet {
    let inputs = try inputs(json, keys: AllocationQuestion.keys)
    let question = try AllocationQuestion.read(inputs, profile: .polNext)
    return try inputs.locating { () throws(Fault) in try question.sheet() }
  }

  static func poolPrice(
    _ json: String, options: [String: String?] = [:], profile: ProtocolProfile = .polNext
  ) throws -> Sheet {
    let inputs = try inputs(json, keys: PoolPriceQuestion.keys, options: options)
    let question = try PoolPriceQuestion.read(inputs, profile: profile)
    return try inputs.locating { () throws(Fault) in try question.sheet() }
  }

  static func projection(_ json: String, profile: ProtocolProfile = .polNext) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: PoolProjectionQuestion.keys)
    let question = try PoolProjectionQuestion.read(
      inputs, year: .days365, profile: profile, notes: &notes)
    return try inputs.locating { () throws(Fault) in
      try question.sheet(of: try question.projection())
    }
  }

  /// The error line that a question ends with, or nil where it is answered.
  static func error(_ body: () throws -> Sheet) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension ConformanceFile {
  /// A file whose unknown keys are refused.
  init(_ bytes: [UInt8], source: String) throws(Fault) {
    var notes = InputNotes(strict: false)
    try self.init(try JSONReader.parse(bytes, name: source), source: source, notes: &notes)
  }
}

extension Sheet {
  /// A figure's text for programs, by its key or `group.key`.
  func value(_ path: String) -> String? {
    var value: JSONValue? = json
    for key in path.split(separator: ".") {
      guard case .object(let members)? = value else { return nil }
      value = members.first { $0.key == key }?.node.value
    }
    switch value {
    case .string(let text), .number(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .null, .object, .array, nil: return nil
    }
  }

  /// The rows of a table as objects; `group.key` for one inside an object.
  func rows(_ path: String) -> [JSONNode] {
    var value: JSONValue? = json
    for key in path.split(separator: ".") {
      guard case .object(let members)? = value else { return [] }
      value = members.first { $0.key == key }?.node.value
    }
    guard case .array(let elements)? = value else { return [] }
    return elements
  }

  /// Some columns of a table's rows.
  func cells(_ path: String, _ keys: [String]) -> [[String]] {
    rows(path).map { row in keys.map { row[$0]?.scalarText ?? "" } }
  }
}
