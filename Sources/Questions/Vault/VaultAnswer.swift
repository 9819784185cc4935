internal import FixedPoint
package import Contracts
package import Yields
package import Quantities
package import Faults

/// What is asked about a vault beyond its own figures; base units of its stake token, as text.
package struct VaultQuestion: Sendable {
  /// A staker's balance.
  package var balance: Field?
  /// A further deposit.
  package var deposit: Field?
  /// Whether the derivation is wanted.
  package var explain = false
  /// Whether the sensitivities are wanted.
  package var sensitivity = false
  /// The net APR that break-evens are for.
  package var hurdle: Field?
  /// The protocol's rules, for the cap of commissions.
  package var profile = ProtocolProfile.polNext

  package init() {}
}

/// A vault's report with the answers to a ``VaultQuestion``: what the writers write.
package struct VaultAnswer: Sendable {
  package let report: VaultReport
  package let staker: VaultStaker?
  package let dilution: VaultDilution?
  package let derivation: VaultDerivation?
  package let sensitivity: SensitivityAnswer?

  /// Evaluates a vault and answers.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - fields: the vault's inputs.
  ///   - convention: year and compounding; its time is replaced by the snapshot's own unless `time`
  ///     is given.
  ///   - time: the time asked for, if any.
  ///   - notes: where the input's peculiarities are reported.
  /// - Throws: `Fault`.
  package init(
    to question: VaultQuestion, about fields: SnapshotFields, convention: YieldConvention,
    time: Timestamp?, notes: inout InputNotes
  ) throws(Fault) {
    let snapshot = try fields.snapshot(notes: &notes)
    var convention = convention
    convention.time = time ?? snapshot.timestamp ?? convention.time
    do {
      report = try VaultReport(evaluating: snapshot, under: convention)
    } catch {
      throw Fault(
        .invalidValue, at: fields.stakePrice?.place ?? .option("--stake-price"), found: "0",
        expected: "a stake price above 0, since an APR divides by it")
    }
    let decimals = snapshot.totalSupply.decimals
    let report = report
    let balance = try question.balance?.quantity("a balance in base units") {
      raw throws(Fault) in try TokenAmount(raw: raw, decimals: decimals)
    }
    let deposit = try question.deposit?.quantity("a deposit in base units") {
      raw throws(Fault) in try TokenAmount(raw: raw, decimals: decimals)
    }
    do {
      staker = try balance.map { amount throws(Fault) in try report.staker(balance: amount)
      }
    } catch {
      throw Fault(
        .invalidValue, at: question.balance?.place ?? .option("--balance"),
        found: question.balance?.quoted ?? "nothing", expected: "\(error)")
    }
    do {
      dilution = try deposit.map { amount throws(Fault) in
        try report.dilution(byDeposit: amount)
      }
    } catch {
      throw Fault(
        .invalidValue, at: question.deposit?.place ?? .option("--deposit"),
        found: question.deposit?.quoted ?? "nothing", expected: "\(error)")
    }
    derivation = question.explain ? report.derivation : nil
    let hurdle = try question.hurdle.map { field throws(Fault) in
      APR(try field.positiveFraction("a net APR", notes: &notes))
    }
    sensitivity =
      question.sensitivity
      ? SensitivityAnswer(
        of: snapshot, year: convention.year, hurdle: hurdle, profile: question.profile) : nil
  }
}
