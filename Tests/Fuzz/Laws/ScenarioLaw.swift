import Contracts
import Faults
import Inputs
import Quantities
import Questions
import Sheets
import TestSupport
import Text
import Yields

/// A scenario is replayed or refused, and what a replay writes is confirmed when it is read again.
enum ScenarioLaw {
  static func check(_ input: [UInt8]) throws(Breach) {
    let bytes = Array(input.dropFirst())
    switch input.first {
    case UInt8(ascii: "r"): try checkReplay(bytes, .bgt)
    case UInt8(ascii: "n"): try checkReplay(bytes, .polNext)
    case UInt8(ascii: "p"): _ = try Fault.accepted { try checkProjection(bytes) }
    default: break
    }
  }

  private static func checkReplay(
    _ bytes: [UInt8], _ profile: ProtocolProfile
  ) throws(Breach) {
    func file(_ bytes: [UInt8]) throws -> ConformanceFile {
      var notes = InputNotes(strict: false)
      return try ConformanceFile(
        try JSONReader.parse(bytes, name: "case.json"), source: "case.json", notes: &notes)
    }
    let replayed = try Fault.accepted { () throws -> [UInt8] in
      let scenario = try file(bytes)
      var writer = SheetWriter(format: .json, style: TextStyle(), shape: scenario.answers)
      var written: [UInt8] = []
      var caseCount = 0
      try scenario.replay(profile) { replayed in
        if let conflict = replayed.conflicts.first { throw conflict }
        try AnswerLaw.check(replayed.sheet)
        written += try writer.bytes(of: replayed.sheet)
        caseCount += 1
      }
      if caseCount > 0 {
        _ = try Fault.accepted {
          try AnswerLaw.check(VerificationReport(scenario, profile: profile).sheet)
        }
      }
      return written + writer.end()
    }
    guard let replayed else { return }
    let report = try Fault.accepted {
      try VerificationReport(try file(replayed), profile: profile)
    }
    // Inputs that a file repeats although they follow from others stay as they were.
    let failure = report?.failures.first { !$0.mismatch.path.steps.contains(.member("in")) }
    if let failure { throw Breach("a replay that does not confirm itself: \(failure)") }
  }

  private static func checkProjection(_ bytes: [UInt8]) throws {
    var notes = InputNotes(strict: false)
    let document = try JSONReader.parse(bytes, name: "case.json")
    let inputs = try InputObject(
      InputNode(document, file: "case.json"), "a projection's scenario",
      keys: PoolProjectionQuestion.keys, options: [:], notes: &notes)
    let question = try PoolProjectionQuestion.read(
      inputs, year: .days365, profile: .polNext, notes: &notes)
    let projection = try inputs.locating { () throws(Fault) in try question.projection() }
    _ = PoolPlot.svg(of: projection, from: question.scenario.start)
    try AnswerLaw.check(
      try inputs.locating { () throws(Fault) in try question.sheet(of: projection) })
  }
}
