internal import Contracts
internal import Faults
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields
internal import EVMArithmetic

/// The parts of the answer about the best allocation.
struct AllocateAnswer: Sendable {
  let question: AllocateQuestion
  let best: BestAllocation

  /// The rows of CSV: what a change of the allocation needs.
  static let changeKey = "allocation"

  private var span: String {
    question.market.days == 1 ? "USD in 1 d" : "USD in \(question.market.days) d"
  }

  var figures: [Figure] {
    get throws(Fault) {
      let token = question.terms.era.rewardToken.symbol
      return [
        .program("validator", .string(question.validator.key.description)),
        .text("era", "era", question.terms.era.rawValue),
        .time("evaluatedAt", "as of", question.block.time),
        .count("days", "horizon", question.market.days, question.market.days == 1 ? "day" : "days"),
        .wei(
          "emissionPerDay", "directed to vaults", question.market.emissionPerDay, "\(token) per day"
        ),
        .wei("emission", "over the horizon", question.market.emission, token),
        .program("startBlock", question.startBlock.map { .whole("\($0)") } ?? .null),
        .usd("usd", "incentives drawn", best.usd, span),
        bound, gap,
        .usd(
          "validatorUsd", "validator's part", try question.terms.shares(of: best.usd).validator,
          span),
        .program("nodes", .number("\(best.nodes)")),
      ]
    }
  }

  /// Rounded down as the value is where they are equal, else up, so that it stays a bound.
  private var bound: Figure {
    best.gap.isZero
      ? Figure(
        "bound", "at most", .string(best.usd.wad(rounding: .down).text()),
        text: "as much: no allocation within the limits draws more")
      : .usd("bound", "at most", Self.roundedUp(best.bound), span)
  }

  private var gap: Figure {
    let gap = Self.roundedUp(best.gap)
    return gap.isZero
      ? .program("gap", .string(Wad.zero.text())) : .usd("gap", "gap", gap, span)
  }

  private static func roundedUp(_ value: ExactRational) -> ExactRational {
    ExactRational(value.wad(rounding: .up))
  }

  var remarks: [String] {
    [
      "the horizon begins at the block of the snapshot, with the incentives that remain there",
      "exact, in steps of \(question.limits.step) bps: at most \(question.limits.maxWeight.value) bps "
        + "for a vault, at most \(question.limits.maxVaults) vaults",
    ]
  }

  // MARK: Marginal steps

  var marginal: [Figure] {
    func step(_ key: String, _ step: BestAllocation.Step?) -> [Figure] {
      [
        .program(key, step.map { .string($0.usd.wad(rounding: .down).text()) } ?? .null),
        .program("\(key)Vault", step.map { .string($0.vault.description) } ?? .null),
      ]
    }
    return step("last", best.last) + step("next", best.next) + [
      .program("stepBps", .number("\(question.limits.step)"))
    ]
  }

  var marginalLines: [Figure] {
    let unit = question.limits.step == 1 ? "basis point" : "step of \(question.limits.step) bps"
    func line(_ label: String, _ step: BestAllocation.Step?) -> [Figure] {
      step.map {
        [
          Figure(
            label, "\(usd: $0.usd.wad(rounding: .down)) \(span), at \(name(of: $0.vault))")
        ]
      } ?? []
    }
    return line("the last \(unit) earns", best.last) + line("one more would earn", best.next)
  }

  // MARK: Tables

  /// A vault as people tell it from others.
  private func name(of address: Address) -> String {
    question.vaults[address]?.label ?? address.description
  }

  private func value(_ allocation: [ObservedValidator.Allocation.Weight]) -> [Valued] {
    allocation.map { weight in
      let points = BasisPoints(unchecked: Int(weight.percentage.low))
      return (
        weight.receiver, points, question.wholeMarket.usd(of: points, to: weight.receiver)
      )
    }
  }

  /// When a vault's offers have run dry, in unix seconds.
  private func emptyAt(_ weight: BestAllocation.Weight) -> ExactInteger? {
    question.market.emptyAfterDays(weight.weight, of: weight.vault).map {
      ExactInteger(question.block.time.seconds)
        + ($0 * ExactRational(Seconds.day.count)).integer(rounding: .down)
    }
  }

  var weights: Table {
    Table(
      "weights",
      rows: best.weights.map { weight in
        let vault = question.vaults[weight.vault.address]
        return [
          .text("vault", "vault", weight.vault.address.description),
          .program("name", .text(vault?.name)),
          .program("weight", .number("\(weight.weight.value)")),
          .usd("usd", "", weight.usd),
          .decimal("bid", "", vault?.bid ?? .zero),
          .program("emptyAt", emptyAt(weight).map { .whole($0.description) } ?? .null),
          more(at: weight.vault.address, beside: weight.weight),
        ]
      }, columns: AllocateQuestion.answer.columns(of: "weights"))
  }

  /// What one basis point more would earn at a vault.
  private func more(at address: Address, beside weight: BasisPoints) -> Figure {
    let (key, label) = ("nextUsd", "one more bp, USD")
    guard weight < question.limits.maxWeight else { return .none(key, label, "at the limit") }
    return .usd(key, label, question.wholeMarket.marginalUSD(after: weight, to: address), "")
  }

  /// The change that the contract takes.
  var change: Table {
    Table(
      Self.changeKey,
      rows: best.weights.map { weight in
        [
          .text("vault", "", weight.vault.address.description),
          .program("weight", .number("\(weight.weight.value)")),
        ]
      }, columns: ["vault", "weight"])
  }

  /// The best weights beside the present ones, for people.
  var comparison: Table {
    let present = Dictionary(
      value(question.validator.active ?? []).map { ($0.address, $0.weight) }
    ) { first, _ in first }
    let inside = best.weights.map { (address: $0.vault.address, weight: $0) }
    let outside = present.keys.filter { key in !inside.contains { $0.address == key } }.sorted()
    func share(_ label: String, _ weight: BasisPoints?) -> Figure {
      Figure(label, weight.map { Phrase(.percent($0.wad)) } ?? "none")
    }
    func row(_ address: Address, _ weight: BestAllocation.Weight?) -> [Figure] {
      [
        Figure("vault", Phrase(name(of: address))),
        share("weight", weight?.weight), share("present", present[address]),
        Figure(span, Phrase(.usd((weight?.usd ?? .zero).wad(rounding: .down)))),
        Figure(
          "bid, USD", Phrase(.number((question.vaults[address]?.bid ?? .zero).wad(rounding: .down)))
        ),
        Figure(
          "empty", weight.map { emptyAt($0).map { Phrase(.date($0)) } ?? "never" } ?? ""),
        more(at: address, beside: weight?.weight ?? .zero),
      ]
    }
    return Table(
      "comparison", "weights, beside the present ones",
      rows: inside.map { row($0.address, $0.weight) } + outside.map { row($0, nil) })
  }

  /// What the present and the default allocation draw, beside the best one.
  var others: [Sheet.Section] {
    let allocations = [
      ("present", question.validator.active), ("default", question.fallback?.weights),
    ].map { key, weights in (key: key, values: weights.map(value)) }
    return [
      Sheet.Section(
        .figures(allocations.map { line("\($0.key) allocation", usd(of: $0.values)) }), for: .text)
    ]
      + allocations.map { section($0.key, $0.values) }
  }

  private typealias Valued = (address: Address, weight: BasisPoints, usd: ExactRational)

  private func usd(of values: [Valued]?) -> ExactRational? {
    values.map { $0.reduce(.zero) { $0 + $1.usd } }
  }

  private func line(_ label: String, _ usd: ExactRational?) -> Figure {
    usd.map { usd in
      let more = (best.usd - usd).wad(rounding: .down)
      return Figure(
        label, Phrase(.usd(usd.wad(rounding: .down)), "USD"), "the best draws \(usd: more) more")
    } ?? Figure(label, "none, or not known")
  }

  private func section(_ key: String, _ values: [Valued]?) -> Sheet.Section {
    let figure = usd(of: values).map { Figure.usd("usd", "", $0) } ?? .none("usd", "", "none")
    let rows = (values ?? []).map { value -> [Figure] in
      [
        .text("vault", "", value.address.description),
        .program("weight", .number("\(value.weight.value)")), .usd("usd", "", value.usd),
      ]
    }
    return Sheet.Section(
      .group([
        Sheet.Section(.figures([figure]), for: .programs),
        Sheet.Section(
          .table(Table("weights", rows: rows, columns: ["vault", "weight", "usd"])),
          key: "weights", for: .programs),
      ]), key: key, for: .programs)
  }
}
