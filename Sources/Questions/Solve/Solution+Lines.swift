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
          "target APY", Phrase(.share(apy.wad)), "compounded \(periods) times a year"))
    case .continuousAPY(let apy):
      lines.append(
        Figure("target APY", Phrase(.share(apy.wad)), "compounded continuously"))
    }
    lines.append(Figure("target APR", Phrase(.share(targetAPR.wad))))
    let unknown = question.unknown
    switch outcome {
    case .input(let solution):
      lines += [
        Figure(
          unknown.input?.rawValue ?? unknown.rawValue,
          Phrase(.number(solution.raw, decimals: solution.places), solution.decimalUnit)),
        onChain(solution.raw, solution.unit), roundedTo(solution.input.safeSide),
      ]
    case .stake(let solution) where unknown == .tvl:
      lines += [
        Figure("tvl", "\(usd: solution.tvl.wad) USD")
      ]
    case .stake(let solution):
      let isWithdrawal = solution.deposit.isNegative
      lines += [
        Figure(
          "deposit",
          Phrase(
            .number(solution.deposit, decimals: snapshot.totalSupply.decimals.count),
            isWithdrawal ? "tokens, so a withdrawal" : "tokens")),
        onChain(solution.deposit, "base units, \(snapshot.totalSupply.decimals) decimals"),
        roundedTo(.down),
      ]
    case .commission(let solution):
      lines += [
        Figure(
          "commission", "\(percent: solution.commission.wad) (\(solution.commission))",
          "rounded down to a bp")
      ]
    }
    return lines
  }

  /// The APR of the answer, of the value beside it, and of the vault as given.
  ///
  /// One unit moves the last digit of an APR, so these have all of theirs.
  var checkCells: Cells {
    var cells = Cells([.init("check"), .init("APR"), .init("")])
    func row(_ name: Phrase, _ apr: APR?) {
      let verdict = apr.map { apr in
        apr == targetAPR ? "the target" : apr > targetAPR ? "above the target" : "below the target"
      }
      cells.rows.append([name, Phrase(apr?.description ?? "none"), Phrase(verdict ?? "")])
    }
    switch outcome {
    case .input(let solution):
      row("this value", solution.apr)
      row(solution.input.raisesAPR ? "one unit less" : "one unit more", solution.nextAPR)
      if let presentRaw {
        row("as given, \(Reading.number(presentRaw, decimals: solution.places))", presentAPR)
      }
    case .stake(let solution):
      row("this stake", solution.stake.apr)
      row("one unit more", solution.stake.nextAPR)
      if let presentRaw {
        let decimals = snapshot.totalSupply.decimals.count
        row("as given, \(Reading.number(presentRaw, decimals: decimals))", presentAPR)
      }
    case .commission(let solution):
      row("this commission", solution.net)
      row("one bp more", solution.nextNet)
      row("none", solution.gross)
    }
    return cells
  }

  var consequenceLines: [Figure] {
    guard case .input(let solution) = outcome else { return [] }
    var lines: [Figure] = []
    if case .apr = question.target {
    } else if let yield = question.target.yield(of: solution.apr) {
      lines.append(Figure("APY", Phrase(.share(yield))))
    }
    lines.append(Figure("TVL", "\(usd: solution.tvl.wad) USD"))
    if question.unknown.isEmission {
      let wei = solution.rewards(for: question.duration.count)
      let usd = ExactRational(Wad(raw: wei)) * ExactRational(solution.snapshot.rewardPrice.wad)
      lines.append(
        Figure(
          "rewards for \(SpanText.of(question.duration))", "\(number: Wad(raw: wei)) tokens",
          "\(usd: usd.wad(rounding: .up)) USD"))
    }
    if let incentive {
      lines += [
        Figure(
          "incentive",
          Phrase(
            .number(incentive.incentiveRate, decimals: incentiveDecimals),
            "per reward token")),
        Figure(
          "incentive fund",
          Phrase(.number(incentive.fund, decimals: incentiveDecimals), "tokens"),
          "\(usd: incentive.fundUSD.wad(rounding: .up)) USD"),
      ]
    }
    return lines
  }

  private var incentiveDecimals: Int { question.market?.decimals.count ?? Wad.fractionDigits }

  /// The integer to hand to a contract, whole.
  private func onChain(_ raw: ExactInteger, _ unit: String) -> Figure {
    Figure("on chain", Phrase(raw.description), Phrase(unit))
  }

  private func roundedTo(_ side: RoundingRule) -> Figure {
    Figure(
      "", "rounded \(side == .up ? "up" : "down") to a unit: the APR is at least the target")
  }
}
