import Contracts
import Quantities
import TestSupport
import Testing
import Text
import Yields

@testable import Questions
@testable import Sheets

/// The course of a pool and of a holder in it, from the scenario's text on, against a twin in Python.
@Suite struct PoolCourseTests {
  @Test(arguments: try VectorCase.all(in: "pool_courses.json"))
  func `a course is Python's, to the wei`(vector: VectorCase) throws {
    let scenario = try #require(vector.input["scenario"]?.text)
    let profile: ProtocolProfile = vector.input["era"]?.text == "bgt" ? .bgt : .polNext
    let sheet = try QuestionRun.projection(scenario, profile: profile)
    let last = try #require(sheet.rows("path").last)
    for key in [
      "totalAssets", "totalSupply", "phase", "holderShares", "holderAssets", "holderPending",
    ] {
      #expect(last[key]?.string == vector.output[key]?.text, "\(key)")
    }
    #expect(sheet.value("holder.apr") == vector.output["holderApr"]?.text)
    #expect(
      "\(sheet.warnings.filter { $0.code == .operationRefused }.count)"
        == vector.output["refused"]?.text)
  }
}
