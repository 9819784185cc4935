internal import YieldKernels
package import Faults
package import FixedPoint
package import Quantities
package import Sheets
package import Yields
package import Contracts

/// The yield of a reward vault, and what is asked beside it.
package struct VaultQuestion: Sendable {
  /// When the vault is evaluated.
  package var time: EvaluationTime
  package var year: YearLength
  /// A number of compoundings per year to state an APY for, beside daily and continuous.
  package var compounding: Int?
  /// The commission that net figures are after; nil where none is wanted.
  package var commission: BasisPoints?
  /// A staker's balance, base units of the stake token.
  package var balance: ExactInteger?
  /// What one compounding costs the staker, where the best number of them is wanted.
  package var compoundingCost: Price?
  /// A further deposit, base units of the stake token.
  package var deposit: ExactInteger?
  /// Whether the derivation is wanted.
  package var isExplained = false
  /// Whether sensitivities and break-evens are wanted.
  package var hasSensitivity = false
  /// The net APR that break-evens are for: the vault's own gross APR unless another is given.
  package var hurdle: APR?
  /// Whether the sheet is to be a page with what-if curves.
  package var isPage = false
  /// The vault's figures over time, for its page.
  package var curves: [LineChart] = []
  /// The protocol's rules, for the cap of commissions, and who says their era.
  package let rules: ProfileChoice
  /// What rewards are paid in; nil where nobody says the era.
  package var rewardToken: RewardToken?

  package init(time: EvaluationTime, year: YearLength, rules: ProfileChoice) {
    self.time = time
    self.year = year
    self.rules = rules
  }

  /// The answer for one vault.
  ///
  /// - Throws: a `Fault` at the input that cannot be: a stake price of 0, a balance above the stake.
  package func sheet(about vault: Observed<VaultSnapshot>) throws(Fault) -> Sheet {
    let snapshot = vault.value
    let report = try VaultReport(
      evaluating: snapshot,
      under: YieldConvention(
        time: time.resolved(for: snapshot.timestamp), year: year, compounding: compounding,
        commission: commission, rewardToken: rewardToken))
    var sheet = Sheet(Phrase(snapshot.title))
    sheet.state = .init(
      report.status.name, isGood: report.status == .active && snapshot.periodFinish != nil)
    sheet.provenance = vault.provenance
    sheet.warnings = report.warnings + warnings(in: report)
    sheet.subject = snapshot.subject
    sheet.summary = report.summary
    sheet.summaryColumns = VaultReport.summaryColumns(under: report.convention)
    sheet.append(
      for: .programs,
      figures: report.figures + snapshot.waiting + [.rewardToken(rewardToken)])
    sheet.append(.init(.warnings, for: .programs))
    sheet.append(for: .text, figures: report.lines + snapshot.waitingLines)
    sheet.append(for: .text, figures: report.periodLines)
    if let yields = report.streamYields {
      sheet.append(yields.table, for: [.text, .json, .csv])
    }
    if let staker = try staker(in: report) { staker.append(to: &sheet) }
    appendBestCompounding(of: report, to: &sheet)
    if let dilution = try dilution(of: report) { dilution.append(to: &sheet) }
    if isExplained { report.derivation.append(to: &sheet) }
    if hasSensitivity || isPage {
      let answer = SensitivityAnswer(
        of: snapshot, year: year, hurdle: hurdle, profile: rules.profile)
      if hasSensitivity { answer.append(to: &sheet) }
      if isPage {
        sheet.appendPage(of: report, answer, history: curves, profile: rules.profile)
      }
    }
    return sheet
  }

  private func staker(in report: VaultReport) throws(Fault) -> VaultStaker? {
    guard let balance else { return nil }
    do throws(Fault) {
      return try report.staker(
        balance: try TokenAmount(raw: balance, decimals: report.snapshot.totalSupply.decimals))
    } catch {
      throw error.at(.input("balance"))
    }
  }

  private func dilution(of report: VaultReport) throws(Fault) -> VaultDilution? {
    guard let deposit else { return nil }
    do throws(Fault) {
      return try report.dilution(
        byDeposit: try TokenAmount(raw: deposit, decimals: report.snapshot.totalSupply.decimals))
    } catch {
      throw error.at(.input("deposit"))
    }
  }
}
