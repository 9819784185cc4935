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
          "target APY", Phrase(.share(apy.wad)), "compounded \(periods) times per year"))
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
          Self.label(of: unknown),
          Phrase(.number(solution.raw, decimals: solution.places), solution.input.decimalUnit)),
        onChain(solution.raw, solution.input.unit(snapshot.totalSupply.decimals)),
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
            isWithdrawal ? "tokens, a withdrawal" : "tokens")),
        onChain(solution.deposit, "base units, \(snapshot.totalSupply.decimals) decimals"),
      ]
    case .commission(let solution):
      lines += [
        Figure(
          "commission", "\(percent: solution.commission.wad) (\(solution.commission))")
      ]
    case .noStake:
      lines.append(Figure(Self.label(of: unknown), "none: \(NoYield.nobodyStakes)"))
    }
    return lines
  }

  /// The name of the input that is solved for, short enough to leave room for its raw integer.
  private static func label(of unknown: SolveUnknown) -> String {
    unknown.input == .targetRewardsPerSecond
      ? "target rate" : unknown.input?.rawValue ?? unknown.rawValue
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
      cells.rows.append([name, apr.map(Self.digits) ?? "none", Phrase(verdict ?? "")])
    }
    switch outcome {
    case .input(let solution):
      row("this value", solution.apr)
      row(solution.input.raisesAPR ? "one unit less" : "one unit more", solution.nextAPR)
      if let presentRaw {
        row("given value, \(Reading.number(presentRaw, decimals: solution.places))", presentAPR)
      }
    case .stake(let solution):
      row("this stake", solution.stake.apr)
      row("one unit more", solution.stake.nextAPR)
      if let presentRaw {
        let decimals = snapshot.totalSupply.decimals.count
        row("given value, \(Reading.number(presentRaw, decimals: decimals))", presentAPR)
      }
    case .commission(let solution):
      row("this commission", solution.net)
      row("one bp more", solution.nextNet)
      row("no commission", solution.gross)
    case .noStake: break
    }
    return cells
  }

  /// The answer in a line among those of other vaults.
  func summary(of vault: VaultSnapshot, _ warnings: [Warning]) -> [Figure] {
    let codes = warnings.codes
    func yield(_ key: String, _ label: String, _ apr: APR?) -> Figure {
      apr.map { .ratio(key, label, $0.wad) } ?? .none(key, label, "none")
    }
    let (value, apr, tvl): (Figure, APR?, USD) =
      switch outcome {
      case .input(let solution):
        (
          .scaled(
            "value", valueLabel(of: solution.input), solution.raw,
            decimals: solution.places), solution.apr, solution.tvl
        )
      case .stake(let solution) where question.unknown == .tvl:
        (.usd("value", "TVL, USD", ExactRational(solution.tvl.wad), ""), targetAPR, solution.tvl)
      case .stake(let solution):
        (
          .scaled(
            "value", "deposit, tokens", solution.deposit,
            decimals: snapshot.totalSupply.decimals.count), solution.stake.apr, solution.tvl
        )
      case .commission(let solution):
        (.bps("value", "commission", solution.commission), solution.net, snapshot.tvl)
      case .noStake(let input):
        (.none("value", valueLabel(of: input), NoYield.nobodyStakes), nil, snapshot.tvl)
      }
    return [
      vault.nameFigure, .text("status", "status", status.name), value, yield("apr", "APR", apr),
      yield("presentApr", "APR as given", presentAPR),
      .usd("tvlUsd", "TVL, USD", ExactRational(tvl.wad), ""),
      Figure(
        "warnings", "warnings", .string(codes.joined(separator: ";")),
        text: codes.isEmpty ? "none" : Phrase(codes.joined(separator: ", "))),
    ]
  }

  /// What heads the column of an input that is solved for, nil for a commission.
  private func valueLabel(of input: SolvableInput?) -> String {
    input.map { "\(question.unknown.rawValue), \($0.decimalUnit)" } ?? "commission"
  }

  var consequenceLines: [Figure] {
    guard case .input(let solution) = outcome else { return [] }
    var lines: [Figure] = []
    if case .apr = question.target {
    } else {
      let yield = question.target.yield(of: solution.apr)
      lines.append(
        Figure("APY", yield.map { Phrase(.share($0)) } ?? "none: \(NoYield.aboveLimit)"))
    }
    lines.append(Figure("TVL", "\(usd: solution.tvl.wad) USD"))
    if question.unknown.isEmission {
      let wei = solution.rewards(for: question.duration.count)
      let usd = ExactRational(Wad(raw: wei)) * ExactRational(solution.snapshot.rewardPrice.wad)
      lines.append(
        Figure(
          "rewards for \(question.duration.span)", "\(number: Wad(raw: wei)) tokens",
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

  /// All digits of an APR; of one that nobody reads to the last digit, a rounded percentage.
  private static func digits(_ apr: APR) -> Phrase {
    apr.wad < Wad(1_000_000_000) ? Phrase(apr.description) : "\(percent: apr.wad)"
  }

  private var incentiveDecimals: Int { question.market?.decimals.count ?? Wad.fractionDigits }

  /// The integer to hand to a contract, whole.
  private func onChain(_ raw: ExactInteger, _ unit: String) -> Figure {
    Figure("on chain", Phrase(raw.description), Phrase(unit))
  }

  /// What a reader should know about the answer.
  var remarks: [String] {
    switch outcome {
    case .input(let solution):
      [
        "rounded \(Self.name(of: solution.input.safeSide)) to a whole unit: "
          + "the APR is at least the target"
      ]
    case .stake: ["rounded down to a whole unit: the APR is at least the target"]
    case .commission: ["rounded down to a basis point: the APR is at least the target"]
    case .noStake: []
    }
  }

  private static func name(of side: RoundingRule) -> String { side == .up ? "up" : "down" }
}
