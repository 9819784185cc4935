package import Contracts
package import Text
internal import Faults

/// The verification of a whole file: every case's first mismatch, and a count by function.
package struct VerificationReport: Sendable {
  /// A case that differs.
  package struct Failure: Sendable {
    /// The case's name, or where it stands.
    package let caseName: String
    /// Its first difference.
    package let mismatch: Mismatch
  }

  /// How many cases of one function or contract were run and how many differ.
  package struct Tally: Sendable {
    /// The function or the contract.
    package let subject: String
    /// Cases run.
    package internal(set) var cases = 0
    /// Steps run, for sequences.
    package internal(set) var steps = 0
    /// Cases that differ.
    package internal(set) var failures = 0
  }

  /// The cases that differ.
  package private(set) var failures: [Failure] = []
  /// Counts by function or contract, in order of first appearance.
  package private(set) var tallies: [Tally] = []
  /// Cases that record nothing to compare with.
  package private(set) var unrecorded: [JSONPath] = []

  /// Verifies a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - profile: the protocol's constants.
  /// - Throws: `Fault` where a case cannot be understood, or nothing at all is recorded.
  package init(_ file: ConformanceFile, profile: ProtocolProfile) throws {
    try file.replay(profile) { try add($0) }
    if unrecorded.count == file.cases.count {
      throw Fault(
        .invalidValue, at: .file(file.source), found: "no recorded results",
        expected: "cases with out or revert, or with states")
    }
  }

  private mutating func add(_ replayed: ReplayedCase) throws(Fault) {
    let verification = try Verification(replayed)
    if verification.recordCount == 0 && verification.mismatch == nil {
      unrecorded.append(replayed.path)
    }
    var index = tallies.firstIndex { $0.subject == replayed.subject }
    if index == nil {
      index = tallies.count
      tallies.append(Tally(subject: replayed.subject))
    }
    guard let index else { return }
    tallies[index].cases += 1
    tallies[index].steps += replayed.steps.count
    guard let mismatch = verification.mismatch else { return }
    tallies[index].failures += 1
    failures.append(
      Failure(caseName: replayed.name ?? replayed.path.description, mismatch: mismatch))
  }

  /// Whether everything recorded is what the engine computes.
  package var isConfirmed: Bool { failures.isEmpty }

  /// How many cases were run.
  package var caseCount: Int { tallies.reduce(0) { $0 + $1.cases } }
}
