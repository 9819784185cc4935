internal import Text
package import Contracts
package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
package import Yields

/// What a preview is of: the four operations of ERC-4626.
package enum PoolOperation: String, Sendable, CaseIterable {
  case deposit, mint, withdraw, redeem
}

/// What an operation gives or costs, and when a withdrawal is ready.
package struct PoolPreviewQuestion: Sendable {
  package let operation: PoolOperation
  /// Wei of BERA for deposit and withdraw, shares for mint and redeem.
  package let amount: ExactInteger
  /// Where the amount stands.
  package let amountPlace: Place
  package let holdings: PoolHoldings
  /// When a withdrawal is requested.
  package let at: Timestamp
  /// Where the validator is in its life; nil takes it from the deposits.
  package let phase: StakingPool.Phase?
  /// Whether deposits are paused.
  package let depositsPaused: Bool
  package let profile: ProtocolProfile

  /// The keys of the inputs.
  package static let keys: KeyTree = PoolHoldings.keys + ["at", "phase", "depositsPaused"]

  /// Reads the question; `now` is the time where none is given.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ operation: PoolOperation, amount: Field, _ inputs: InputObject, depositsPaused: Bool = false,
    now: Timestamp, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> PoolPreviewQuestion {
    let holdings = try PoolHoldings.read(inputs)
    let given = try inputs.field("at")
    if !operation.isRequest, let given {
      throw given.error(
        .conflict, expected: "it with withdraw or redeem only, which are requested at a time")
    }
    if operation.isRequest, depositsPaused {
      throw Fault(
        .conflict, at: inputs.place("depositsPaused"), found: "it beside \(operation.rawValue)",
        expected: "it with deposit or mint only")
    }
    let at = operation.isRequest ? try notes.time(given, elseNow: now) : now
    return PoolPreviewQuestion(
      operation: operation,
      amount: try amount.rawInteger(
        operation.givesAssets ? "an amount in wei" : "a number of shares in base units"),
      amountPlace: amount.place, holdings: holdings, at: at,
      phase: try inputs.name("phase", of: StakingPool.Phase.self),
      depositsPaused: try inputs.bool("depositsPaused") ?? depositsPaused, profile: profile)
  }

  /// The operation's result, to the wei.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    let (assets, supply) = (holdings.assets.total, holdings.totalSupply)
    let price = try PoolSharePrice(totalAssets: assets, totalSupply: supply)
    let conversions = try PoolConversions(totalAssets: assets, totalSupply: supply)
    let result: ExactInteger
    do throws(Fault) {
      result = try operation.result(of: amount, conversions)
    } catch {
      throw error.at(amountPlace)
    }
    let exact =
      operation.givesAssets
      ? ExactRational(amount).divided(byNonZero: price.conversion)
      : ExactRational(amount) * price.conversion
    var sheet = Sheet("Preview: \(operation.rawValue)")
    sheet.append(
      figures: [
        .text("operation", "operation", operation.rawValue),
        .wei(
          "amount", operation.givesAssets ? "assets" : "shares", amount, operation.givenUnit),
        .wei("result", operation.resultName, result, operation.resultUnit),
        .program("resultTokens", .string(Wad(raw: result).text())),
        .program("exact", .string(exact.wad(rounding: .down).text())),
        Figure(
          "rounding", "rounding", .string(operation.roundsUp ? "up" : "down"),
          text: operation.roundsUp ? "up to the wei" : "down to the wei"),
      ] + PoolUnits.staking.figures(price))
    if operation.isRequest {
      sheet.append("withdrawal", title: .heading("request"), figures: try readiness())
    }
    sheet.append(.warnings)
    sheet.warnings = try warnings(about: result)
    sheet.remarks = ["rounding always favours the pool"]
    return sheet
  }

  private func readiness() throws(Fault) -> [Figure] {
    let blockTime = profile.validatorSet.blockSeconds
    let delay = holdings.kind.rules(of: profile).withdrawalDelay
    let seconds = delay.seconds(blockTime: blockTime).integer(rounding: .up)
    let ready: Timestamp
    do throws(Fault) {
      ready = try at.advanced(by: seconds)
    } catch {
      throw Fault(
        .outOfRange, at: .input("at"), found: at.date,
        expected: "a time whose delay of \(SpanText.of(seconds)) ends before the year 5138")
    }
    var figures: [Figure] = [
      .time("requestedAt", "requested", at),
      .seconds("delaySeconds", "delay", seconds),
      .time("readyAt", "ready", ready),
    ]
    if case .blocks(let count) = delay {
      figures.append(.count("delayBlocks", "in blocks", count, "blocks"))
      figures.append(.number("blockTimeSeconds", "block time", blockTime, "s"))
    }
    return figures
  }
}

extension PoolOperation {
  /// Whether it is a request, which waits before it is paid.
  package var isRequest: Bool { self == .withdraw || self == .redeem }
  var givesAssets: Bool { self == .deposit || self == .withdraw }
  fileprivate var roundsUp: Bool { self == .mint || self == .withdraw }
  fileprivate var givenUnit: String { givesAssets ? "BERA" : "shares" }
  fileprivate var resultUnit: String { givesAssets ? "shares" : "BERA" }

  fileprivate var resultName: String {
    switch self {
    case .deposit: "gives"
    case .mint: "costs"
    case .withdraw: "burns"
    case .redeem: "pays"
    }
  }

  fileprivate func result(
    of given: ExactInteger, _ conversions: PoolConversions
  ) throws(Fault) -> ExactInteger {
    switch self {
    case .deposit: try conversions.sharesForDeposit(given)
    case .mint: try conversions.assetsForMint(given)
    case .withdraw: try conversions.sharesForWithdrawal(given)
    case .redeem: try conversions.assetsForRedemption(given)
    }
  }
}
