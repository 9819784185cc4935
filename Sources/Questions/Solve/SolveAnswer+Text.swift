internal import FixedPoint
internal import Contracts
internal import Quantities
internal import Text
internal import Yields

// A solution as a page for people: the answer, the check, and what it means.

extension SolveAnswer {
  /// The page: question, answer, check, consequences, warnings.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: lines that end in a line feed.
  package func page(_ style: TextStyle) -> String {
    var sections = [style.heading(title), answerTable(style), checkTable(style)]
    let consequences = consequenceTable(style)
    if !consequences.isEmpty { sections.append(consequences) }
    if !warnings.isEmpty {
      sections.append(warnings.map { style.warning("  ! \($0)\n") }.joined())
    }
    return sections.joined(separator: "\n")
  }

  private var title: String {
    let names = [snapshot.name, snapshot.vault].compactMap { $0 }
    let name = names.isEmpty ? "Reward vault" : names.joined(separator: "  ")
    let net = commission == .zero ? "" : " net of \(commission)"
    return "\(name)  [solve for \(unknown.rawValue)\(net)]"
  }

  private func answerTable(_ style: TextStyle) -> String {
    var table = TextTable([.init(""), .init(""), .init("")])
    switch target {
    case .apr: break
    case .apy(let apy, let periods):
      table.append([
        "target APY", apy.description,
        "\(style.percent(apy.wad)), compounded \(periods) times a year",
      ])
    case .continuousAPY(let apy):
      table.append([
        "target APY", apy.description, "\(style.percent(apy.wad)), compounded continuously",
      ])
    }
    table.append(["target APR", targetAPR.description, style.percent(targetAPR.wad)])
    switch outcome {
    case .input(let solution):
      table.append([
        unknown.input?.rawValue ?? unknown.rawValue, solution.raw.description, solution.unit,
      ])
      table.append(["", solution.decimalText, solution.decimalUnit])
      table.append(["exact", exactText(solution.exact), roundedTo(solution.input.safeSide)])
    case .stake(let solution) where unknown == .tvl:
      table.append(["tvl", solution.tvl.description, "USD"])
      table.append(["exact", exactText(solution.exactTVL), "rounded down to 18 decimals"])
    case .stake(let solution):
      let isWithdrawal = solution.deposit.isNegative
      table.append([
        "deposit", solution.deposit.description,
        "base units" + (isWithdrawal ? ", so a withdrawal" : ""),
      ])
      table.append(["", decimalText(solution.deposit), "tokens"])
      table.append(["exact", exactText(solution.exactDeposit), roundedTo(.down)])
    case .commission(let solution):
      table.append([
        "commission", solution.commission.value.description,
        "bps, " + style.percent(solution.commission.wad).dropFirst(2),
      ])
      table.append(["exact", exactText(solution.exact), "as a fraction, rounded down to a bp"])
    }
    return table.text(indent: 2)
  }

  private func checkTable(_ style: TextStyle) -> String {
    var table = TextTable([.init("check"), .init("value", .right), .init("APR"), .init("", .right)])
    func row(_ name: String, _ value: String, _ apr: APR?) {
      let verdict = apr.map { apr in
        apr == targetAPR ? "the target" : apr > targetAPR ? "above the target" : "below the target"
      }
      table.append([name, value, apr?.description ?? "none", verdict ?? ""])
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
    return table.text(indent: 2)
  }

  private func consequenceTable(_ style: TextStyle) -> String {
    guard case .input(let solution) = outcome else { return "" }
    var table = TextTable([.init(""), .init(""), .init("")])
    if case .apr = target {
    } else if let yield = target.yield(of: solution.apr) {
      table.append(["APY", yield.text(), style.percent(yield)])
    }
    table.append(["TVL", "\(solution.tvl) USD", ""])
    if unknown.isEmission {
      let wei = solution.rewards(for: duration.count)
      let usd = ExactRational(Wad(raw: wei)) * ExactRational(solution.snapshot.rewardPrice.wad)
      table.append([
        "rewards for \(durationText)", "\(Wad(raw: wei).text()) tokens",
        "\(usd.wad(rounding: .up).text()) USD",
      ])
    }
    if let incentive {
      table.append(["incentiveRate", incentive.incentiveRate.description, "base units per token"])
      table.append([
        "incentive fund", "\(incentive.fund) base units",
        "\(incentive.fundUSD.wad(rounding: .up).text()) USD for \(durationText)",
      ])
    }
    return table.text(indent: 2)
  }

  private var durationText: String {
    let (days, rest) = duration.count.quotientAndRemainder(
      dividingBy: ProtocolProfile.secondsPerDay)
    return rest == 0 ? "\(days) days" : "\(duration) s"
  }

  private func roundedTo(_ side: RoundingRule) -> String {
    "rounded \(side == .up ? "up" : "down") to a unit, so that the APR is at least the target"
  }

  /// A fraction as a number with 18 decimals, marked where that is not all of it.
  private func exactText(_ value: ExactRational) -> String {
    let rounded = value.wad(rounding: .halfEven)
    return (ExactRational(rounded) == value ? "" : "~ ") + rounded.text()
  }
}
