import FixedPoint
import Contracts
import Quantities
import Text

@testable import Questions

/// Runs an analysis on the text of a JSON object, as its command does.
enum AnalysisRun {
  static let now = Result { try Timestamp(1_760_000_000) }

  static func values(_ json: String) throws -> InputValues {
    try InputValues(try JSONReader.parse(json), source: "case.json", what: "a case")
  }

  static func emission(_ json: String) throws -> AnalysisSheet {
    var notes = InputNotes(strict: false)
    return try EmissionAnalysis.sheet(
      try values(json), now: try now.get(), year: .days365, profile: .polNext, notes: &notes)
  }

  static func incentives(
    _ json: String, profile: ProtocolProfile = .polNext
  ) throws -> AnalysisSheet {
    var notes = InputNotes(strict: false)
    return try IncentiveAnalysis.sheet(
      try values(json), year: .days365, profile: profile, notes: &notes)
  }

  static func blockReward(
    _ json: String, profile: ProtocolProfile = .polNext
  ) throws -> AnalysisSheet {
    var notes = InputNotes(strict: false)
    return try BlockRewardAnalysis.sheet(
      try values(json), year: .days365, profile: profile, notes: &notes)
  }

  static func allocation(_ json: String) throws -> AnalysisSheet {
    try AllocationAnalysis.sheet(try values(json), profile: .polNext)
  }

  static func projection(
    _ json: String, profile: ProtocolProfile = .polNext
  ) throws -> AnalysisSheet {
    var notes = InputNotes(strict: false)
    return try PoolProjectionAnalysis.sheet(
      try values(json), year: .days365, profile: profile, notes: &notes)
  }

  /// The error line that an analysis ends with, or nil where it succeeds.
  static func error(_ body: () throws -> AnalysisSheet) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension AnalysisSheet {
  /// A figure's text for programs, by its key or `group.key`.
  func value(_ path: String) -> String? {
    var value: JSONValue? = json
    for key in path.split(separator: ".") {
      guard case .object(let members)? = value else { return nil }
      value = members.first { $0.key == key }?.node.value
    }
    return value?.cell
  }

  /// The rows of a table as objects.
  func rows(_ key: String) -> [JSONNode] {
    guard case .object(let members) = json else { return [] }
    return members.first { $0.key == key }?.node.elements ?? []
  }
}
