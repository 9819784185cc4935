internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

// A solution for people: the answer, the check, and what it means.

extension Solution {
  var answerLines: [Figure] {
    var lines: [Figure] = []
    switch question.target {
    case .apr: break
    case .apy(let apy, let periods):
      lines.append(
        Figure(
          "target APY", apy.description,
          "\(percent: apy.wad), compounded \(periods) times a year"))
    case .continuousAPY(let apy):
      lines.append(
        Figure("target APY", apy.description, "\(percent: apy.wad), compounded continuously"))
    }
    lines.append(Figure("target APR", targetAPR.description, .percent(targetAPR.wad)))
    let unknown = question.unknown
    switch outcome {
    case .input(let solution):
      lines += [
        Figure(
          unknown.input?.rawValue ?? unknown.rawValue, solution.raw.description,
          Phrase(solution.unit)),
        Figure("", solution.decimalText, Phrase(solution.decimalUnit)),
        Figure("exact", exactText(solution.exact), roundedTo(solution.input.safeSide)),
      ]
    case .stake(let solution) where unknown == .tvl:
      lines += [
        Figure("tvl", solution.tvl.description, "USD"),
        Figure("exact", exactText(solution.exactTVL), "rounded down to 18 decimals"),
      ]
    case .stake(let solution):
      let isWithdrawal = solution.deposit.isNegative
      lines += [
        Figure(
          "deposit", solution.deposit.description,
          isWithdrawal ? "base units, so a withdrawal" : "base units"),
        Figure("", decimalText(solution.deposit), "tokens"),
        Figure("exact", exactText(solution.exactDeposit), roundedTo(.down)),
      ]
    case .commission(let solution):
      lines += [
        Figure(
          "commission", solution.commission.value.description,
          "bps, \(plainPercent: solution.commission.wad)"),
        Figure("exact", exactText(solution.exact), "as a fraction, rounded down to a bp"),
      ]
    }
    return lines
  }

  /// The APR of the answer, of the value beside it, and of the vault as given.
  var checkCells: Cells {
    var cells = Cells([
      .init("check"), .init("value", .right), .init("APR"), .init("", .right),
    ])
    func row(_ name: String, _ value: String, _ apr: APR?) {
      let verdict = apr.map { apr in
        apr == targetAPR ? "the target" : apr > targetAPR ? "above the target" : "below the target"
      }
      cells.rows.append(
        [name, value, apr?.description ?? "none", verdict ?? ""].map { Phrase($0) })
    }
    switch outcome {
    case .input(let solution):
      row("this value", solution.raw.description, solution.apr)
      row(
        solution.input.raisesAPR ? "one unit less" : "one unit more",
        solution.nextRaw.description, solution.nextAPR)
      if let presentRaw { row("as given", presentRaw.description, presentAPR) }
    case .stake(let solution):
      row("this stake", solution.stake.raw.description, solution.stake.apr)
      row("one unit more", solution.stake.nextRaw.description, solution.stake.nextAPR)
      if let presentRaw { row("as given", presentRaw.description, presentAPR) }
    case .commission(let solution):
      row("this commission", "\(solution.commission.value)", solution.net)
      row("one bp more", "\(solution.commission.value + 1)", solution.nextNet)
      row("none", "0", solution.gross)
    }
    return cells
  }

  var consequenceLines: [Figure] {
    guard case .input(let solution) = outcome else { return [] }
    var lines: [Figure] = []
    if case .apr = question.target {
    } else if let yield = question.target.yield(of: solution.apr) {
      lines.append(Figure("APY", yield.text(), .percent(yield)))
    }
    lines.append(Figure("TVL", "\(solution.tvl) USD"))
    if question.unknown.isEmission {
      let wei = solution.rewards(for: question.duration.count)
      let usd = ExactRational(Wad(raw: wei)) * ExactRational(solution.snapshot.rewardPrice.wad)
      lines.append(
        Figure(
          "rewards for \(durationText)", "\(Wad(raw: wei).text()) tokens",
          "\(usd.wad(rounding: .up).text()) USD"))
    }
    if let incentive {
      lines += [
        Figure("incentiveRate", incentive.incentiveRate.description, "base units per token"),
        Figure(
          "incentive fund", "\(incentive.fund) base units",
          "\(incentive.fundUSD.wad(rounding: .up).text()) USD for \(durationText)"),
      ]
    }
    return lines
  }

  private var durationText: String {
    let (days, seconds) = question.duration.count.quotientAndRemainder(
      dividingBy: ProtocolProfile.secondsPerDay)
    return seconds == 0 ? "\(days) days" : "\(question.duration) s"
  }

  private func roundedTo(_ side: RoundingRule) -> Phrase {
    "rounded \(side == .up ? "up" : "down") to a unit, so that the APR is at least the target"
  }

  /// A fraction as a number with 18 decimals, marked where that is not all of it.
  private func exactText(_ value: ExactRational) -> String {
    let rounded = value.wad(rounding: .halfEven)
    return (ExactRational(rounded) == value ? "" : "~ ") + rounded.text()
  }
}
