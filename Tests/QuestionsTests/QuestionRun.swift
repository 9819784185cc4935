import Contracts
import Faults
import Inputs
import Quantities
import Sheets
import Text

@testable import Questions

/// Asks a question about the text of a JSON object, as its command does, without a process or a file.
enum QuestionRun {
  static let now = Result { try Timestamp(1_760_000_000) }

  static func inputs(
    _ json: String, _ what: String = "a case", keys: [String], options: [String: String?] = [:]
  ) throws(Fault) -> InputObject {
    var notes = InputNotes(strict: false)
    return try InputObject(
      InputNode(try JSONReader.parse(json), file: "case.json"), what, keys: keys, options: options,
      notes: &notes)
  }

  static func emission(_ json: String) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: EmissionQuestion.keys)
    let question = try EmissionQuestion.read(
      inputs, now: try now.get(), year: .days365, profile: .polNext, notes: &notes)
    return try inputs.locating { () throws(Fault) in try question.sheet() }
  }

  static func incentives(_ json: String, profile: ProtocolProfile = .polNext) throws -> Sheet {
    var notes = InputNotes(strict: false)
    let inputs = try inputs(json, keys: IncentiveQuestion.keys)
    let question = try IncentiveQuestion.read(
      inputs, year: .days365, profile: profile, notes: &notes)
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
    try AllocationAnalysis.sheet(
      try InputValues(try JSONReader.parse(json), source: "case.json", what: "a case"),
      profile: .polNext)
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

  /// The rows of a table as objects.
  func rows(_ key: String) -> [JSONNode] {
    guard case .object(let members) = json else { return [] }
    return members.first { $0.key == key }?.node.elements ?? []
  }
}
