internal import Contracts
internal import EVMArithmetic
internal import Faults
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

/// The parts of the sheet about a validator, in days and USD.
struct ValidatorAnswer: Sendable {
  private let question: ValidatorQuestion
  /// What it directs per day, wei; nil where its part of the stake or its boost is not known.
  private let directedPerDay: ExactInteger?
  /// Its incentives of the next day; nil as above.
  private let shares: IncentiveMarket.Shares?
  private let effective: BasisPoints

  init(_ question: ValidatorQuestion) throws(Fault) {
    self.question = question
    let perDay = question.stake.flatMap { question.blocks.perDay($0.share) }
    directedPerDay = perDay
    effective = try question.terms.commission.effective()
    let gross = perDay.flatMap { perDay in
      question.validator.active.map { weights in
        weights.reduce(ExactRational.zero) {
          $0 + Self.usd(of: $1, perDay, question.vaults[$1.receiver])
        }
      }
    }
    shares = try gross.map { gross throws(Fault) in try question.terms.shares(of: gross) }
  }

  /// USD that a vault's offers pay on the next day for a weight, each at most what remains of it.
  private static func usd(
    of weight: ObservedValidator.Allocation.Weight, _ perDay: ExactInteger, _ vault: ObservedVault?
  ) -> ExactRational {
    let points = BasisPoints(unchecked: Int(weight.percentage.low))
    let own = ExactRational(perDay) * points.fraction
    return (vault?.offers ?? []).reduce(.zero) { sum, offer in
      let due =
        ExactRational(offer.incentiveRate) * own * ExactRational.powerOfTen(-Wad.fractionDigits)
      let paid = min(due, ExactRational(offer.amountRemaining))
      return sum + paid.divided(byNonZero: ExactRational(offer.decimals.unitsPerToken))
        * ExactRational(offer.price.wad)
    }
  }

  private var token: String { question.terms.era.rewardToken.symbol }
  private let needsStake = "needs --stake-share, or --stake and --total-stake"
  private let needsPrice = "none: no price"

  private func dollars(_ key: String, _ label: String, _ tokens: ExactRational?) -> Figure {
    guard let tokens else { return .none(key, label, "") }
    return question.rewardPrice.map {
      .usd(key, label, tokens * ExactRational($0.wad), "USD per day")
    } ?? .none(key, label, needsPrice)
  }

  var head: [Figure] {
    [
      .program("validator", .string(question.validator.key.description)),
      .text("era", "era", question.terms.era.rawValue),
      .time("evaluatedAt", "as of", question.block.time),
      question.validator.operator.map { .text("operator", "operator", $0.description) }
        ?? .none("operator", "operator", "could not be read"),
    ]
  }

  // MARK: Blocks and stake

  private var basePerDay: ExactRational? {
    question.stake.map {
      ExactRational(Wad(raw: question.blocks.base)) * question.blocks.blocksPerDay($0.share)
    }
  }

  var stake: [Figure] {
    let blocks = question.blocks
    let perBlock = "\(token) per block"
    func wei(_ key: String, _ label: String, _ value: ExactInteger?) -> Figure {
      value.map { .wei(key, label, $0, perBlock) } ?? .none(key, label, "needs --boost")
    }
    let share = question.stake?.share
    return [
      .ratio("stakeShare", "share of the stake", share, orNone: needsStake),
      .number("blockTimeSeconds", "block time", blocks.blockTime, "s"),
      share.map { .decimal("blocksPerDay", "expected blocks", blocks.blocksPerDay($0), "per day") }
        ?? .none("blocksPerDay", "expected blocks", needsStake),
      .wei("basePerBlock", "base reward", blocks.base, perBlock),
      basePerDay.map { .decimal("basePerDayTokens", "", $0, "\(token) per day") }
        ?? .program("basePerDayTokens", .null),
      dollars("basePerDayUsd", "", basePerDay),
      wei("rewardPerBlock", "reward for vaults", blocks.reward),
      wei("dedicatedPerBlock", "of it to governance's stream", blocks.dedicated),
      wei("directedPerBlock", "directed by its weights", blocks.directed),
      directedPerDay.map { .wei("directedPerDay", "", $0, "\(token) per day") }
        ?? .program("directedPerDay", .null),
      dollars("directedPerDayUsd", "", directedPerDay.map { ExactRational(Wad(raw: $0)) }),
      yield("yieldOnStake", "yield on the stake", .zero),
      yield("yieldOnStakeWithIncentives", "the same with incentives", shares?.validator),
    ]
  }

  private var yearDays: ExactRational {
    ExactRational(ExactInteger(question.year.seconds), overNonZero: ExactInteger(Seconds.day.count))
  }

  /// A year of base rewards and of USD per day on the stake; a reward token counts as one BERA.
  private func yield(_ key: String, _ label: String, _ usdPerDay: ExactRational?) -> Figure {
    guard let stake = question.stake?.stake, !stake.isZero, let basePerDay else {
      return .none(
        key, label, question.stake?.stake?.isZero == true ? "none: no stake" : "needs --stake")
    }
    guard let usdPerDay else { return .none(key, label, "needs --boost") }
    let tokens = ExactRational(Wad(raw: stake))
    guard !usdPerDay.isZero else {
      return .ratio(key, label, (basePerDay * yearDays).divided(byNonZero: tokens))
    }
    guard let price = question.rewardPrice.map({ ExactRational($0.wad) }), !price.isZero else {
      return .none(key, label, needsPrice)
    }
    return .ratio(
      key, label,
      ((basePerDay * price + usdPerDay) * yearDays).divided(byNonZero: tokens * price))
  }

  // MARK: Commission and allocations

  var commission: [Figure] {
    let terms = question.terms.commission
    let queued = question.validator.queuedCommission
    let activation = queued.map { terms.activationBlock(queuedAt: $0.block) }
    return [
      .bps("effectiveBps", "effective", effective),
      .count("capBps", "cap", terms.rules.maxRate, "bps"),
      queued.map { .count("queuedBps", "queued", $0.rate, "bps") }
        ?? .none("queuedBps", "queued", "none"),
      queued.map { .block("queuedAtBlock", "queued in block", ExactInteger($0.block)) }
        ?? .program("queuedAtBlock", .null),
      activation.map { .block("activationBlock", "can be activated from block", $0) }
        ?? .program("activationBlock", .null),
      activation.map { .time("activationAt", "about", time(of: $0)) }
        ?? .program("activationAt", .null),
    ]
  }

  /// When a block is expected; for one that has come, the time of the snapshot.
  private func time(of number: ExactInteger) -> ExactInteger {
    let blocks = number - ExactInteger(question.block.number)
    let wait = blocks.isNegative ? .zero : ExactRational(blocks) * question.blocks.blockTime
    return ExactInteger(question.block.time.seconds) + wait.integer(rounding: .up)
  }

  var allocations: [Figure] {
    func start(_ key: String, _ label: String, _ allocation: ObservedValidator.Allocation?)
      -> Figure
    {
      allocation.map { .block(key, label, ExactInteger($0.startBlock)) }
        ?? .none(key, label, "none")
    }
    return [
      start("setStartBlock", "its own holds from block", question.validator.own),
      start("queuedStartBlock", "a queued one from block", question.validator.queued),
    ]
  }

  /// Each vault of the three allocations with what it pays.
  var allocation: Table {
    typealias Weights = [ObservedValidator.Allocation.Weight]
    let lists: [Weights] = [
      question.validator.active ?? [], question.validator.own?.weights ?? [],
      question.validator.queued?.weights ?? [],
    ]
    var addresses: [Address] = []
    for weight in lists.joined() where !addresses.contains(weight.receiver) {
      addresses.append(weight.receiver)
    }
    return Table(
      "allocation", "by vault",
      rows: addresses.map { address in
        func share(_ key: String, _ label: String, _ list: Weights) -> Figure {
          guard let weight = list.first(where: { $0.receiver == address }) else {
            return .none(key, label, "none")
          }
          let points = BasisPoints(unchecked: Int(weight.percentage.low))
          return Figure(key, label, .number("\(points.value)"), text: Phrase(.percent(points.wad)))
        }
        let vault = question.vaults[address]
        let active = lists[0].first { $0.receiver == address }
        let perDay = active.flatMap { weight in
          directedPerDay.map { Self.usd(of: weight, $0, vault) }
        }
        return [
          Figure(
            "vault", "vault", .string(address.description),
            text: Phrase(vault?.label ?? address.description)),
          .program("name", .text(vault?.name)),
          share("activeBps", "active", lists[0]), share("setBps", "set", lists[1]),
          share("queuedBps", "queued", lists[2]),
          vault.map { .decimal("bid", "bid, USD", $0.bid) }
            ?? .none("bid", "bid, USD", "not in the snapshot"),
          perDay.map { .usd("incentivesPerDayUsd", "USD per day", $0, "") }
            ?? .none("incentivesPerDayUsd", "USD per day", ""),
          until(vault, address),
          .program(
            "emissionSource",
            question.emissions[address].map { .string($0.source.rawValue) } ?? .null),
        ]
      }, columns: ValidatorQuestion.answer.columns(of: "allocation"))
  }

  /// Until when a vault's offers last, at all the emission that reaches it.
  private func until(_ vault: ObservedVault?, _ address: Address) -> Figure {
    let (key, label) = ("incentivesUntil", "incentives until")
    guard let vault else { return .none(key, label, "not in the snapshot") }
    let emission = question.emissions[address]
    guard let end = Runway(vault.offers, emission)?.end(from: question.block.time) else {
      return .none(key, label, Runway.absence(vault.offers, emission))
    }
    let isEstimate = emission?.source == .estimate
    return Figure(
      key, label, .whole(end.description),
      text: isEstimate ? "about \(Reading.date(end))" : Phrase(.date(end)))
  }

  // MARK: Incentives and the pool

  var incentives: [Figure] {
    let (rest, receiver) = question.terms.era.incentiveReceiver
    let needs = question.validator.active == nil ? "could not be read" : needsStake
    func usd(_ key: String, _ label: String, _ value: ExactRational?) -> Figure {
      value.map { .usd(key, label, $0) } ?? .none(key, label, needs)
    }
    return [
      usd("grossUsd", "incentives", shares?.gross), usd("feeUsd", "fee", shares?.fee),
      usd("validatorUsd", "validator", shares?.validator),
      usd(rest + "Usd", receiver, shares?.rest),
    ]
  }

  /// What the pool earns: the base rewards and the validator's part of the incentives, less its fee.
  var pool: [Figure]? {
    guard let pool = question.pool else { return nil }
    let gross = poolSources(pool).map { PoolNetYield(sources: $0, feeRate: pool.feeRate ?? .zero) }
    let reason =
      pool.isFullyExited == true
      ? "none: the validator has exited"
      : pool.totalAssets?.isZero == true
        ? "none: the pool is empty" : needsStake
    return [
      pool.address.map { .text("address", "address", $0.description) }
        ?? .none("address", "address", "could not be read"),
      pool.totalAssets.map { .wei("totalAssets", "assets", $0, "BERA") }
        ?? .none("totalAssets", "assets", "could not be read"),
      .ratio("grossApr", "gross yield", gross?.grossAPR, orNone: reason),
      pool.feeRate.map { .bps("feeBps", "protocol fee", $0) }
        ?? .none("feeBps", "protocol fee", "needs --pool-fee"),
      .ratio(
        "netApr", "net yield", pool.feeRate == nil ? nil : gross?.netAPR,
        orNone: pool.feeRate == nil ? "needs --pool-fee" : reason),
    ]
  }

  private func poolSources(_ pool: ObservedPool) -> [PoolYieldSource]? {
    guard let assets = pool.totalAssets, !assets.isZero, pool.isFullyExited != true,
      let basePerDay, let validator = shares?.validator
    else { return nil }
    let tokens = ExactRational(Wad(raw: assets))
    let price = question.rewardPrice.map { ExactRational($0.wad) } ?? .zero
    guard validator.isZero || !price.isZero else { return nil }
    let incentives =
      validator.isZero
      ? .zero : (validator * yearDays).divided(byNonZero: tokens * price)
    return [
      PoolYieldSource(
        name: "block rewards", unchecked: (basePerDay * yearDays).divided(byNonZero: tokens),
        commission: .zero),
      PoolYieldSource(name: "incentives", unchecked: incentives, commission: .zero),
    ]
  }

  var remarks: [String] {
    var remarks = [
      "expected values: proposers are drawn at random, in proportion to stake",
      "USD per day: of each offer at most what remains, if this validator drew alone",
    ]
    if question.emissions.values.contains(where: { $0.source == .estimate }) {
      remarks.append(
        "about: the emission to a vault is estimated by its own stream; --emission FILE.csv gives it"
      )
    }
    return remarks
  }
}
