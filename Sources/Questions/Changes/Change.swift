internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

/// Something that moved between two snapshots, or is about to.
struct Change: Sendable {
  /// What happened, in the order of an answer.
  enum Kind: String, CaseIterable, Sendable {
    case era, new, gone, paused, unpaused, expired, ending, started, rate, stake, price
    case offerAdded, offerRaised, offerLowered, offerFilled, offerDry, offerGone, offerRunningDry
    case commissionQueued, commission

    /// What people read.
    var title: String {
      switch self {
      case .era: "era"
      case .new: "new vault"
      case .gone: "vault gone"
      case .paused: "paused"
      case .unpaused: "unpaused"
      case .expired: "period over"
      case .ending: "ends within a day"
      case .started: "new period"
      case .rate: "rate, tokens/s"
      case .stake: "stake, tokens"
      case .price: "price, USD"
      case .offerAdded: "offer added"
      case .offerRaised: "offer raised"
      case .offerLowered: "offer lowered"
      case .offerFilled: "offer filled"
      case .offerDry: "offer ran dry"
      case .offerGone: "offer gone"
      case .offerRunningDry: "dry within a day"
      case .commissionQueued: "commission queued"
      case .commission: "commission"
      }
    }
  }

  /// Whom it is about.
  enum Subject: Hashable, Sendable {
    case chain
    case vault(Address, name: String?)
    case offer(token: Address, symbol: String?, vault: Address, name: String?)
    case token(Address, symbol: String?)
    case validator(ValidatorKey)
  }

  /// A value on one of the sides, exact and for people.
  struct Value: Hashable, Sendable {
    let exact: String
    let text: Phrase

    static func word(_ word: String) -> Value { Value(exact: word, text: Phrase(word)) }

    /// A raw integer that people read in whole units; without decimals as it is, which is said.
    static func raw(_ raw: ExactInteger, decimals: Int?) -> Value {
      Value(
        exact: raw.description,
        text: Phrase(.number(raw, decimals: decimals ?? 0), decimals == nil ? "base units" : ""))
    }

    static func usd(_ wad: Wad) -> Value {
      Value(exact: wad.text(), text: Phrase(.usd(wad)))
    }

    static func basisPoints(_ points: UInt64) -> Value {
      let wad = Wad(raw: ExactInteger(points) * .powerOfTen(14))
      return Value(exact: "\(points)", text: Phrase(.percent(wad)))
    }

    /// A span of seconds, 18 decimals at most, rounded down.
    static func seconds(_ value: ExactRational) -> Value {
      Value(
        exact: value.wad(rounding: .down).text(),
        text: Phrase(.span(value.integer(rounding: .down))))
    }
  }

  let kind: Kind
  let subject: Subject
  /// Nil where there was nothing.
  let before: Value?
  /// Nil where there is nothing any more.
  let after: Value?
  /// What one of both values is.
  let unit: FigureUnit
  /// By what part of the value before it moved; nil where that was 0 or nothing, or is no number.
  let growth: ExactRational?

  init(
    _ kind: Kind, _ subject: Subject, from before: Value?, to after: Value?, _ unit: FigureUnit,
    growth: ExactRational? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.before = before
    self.after = after
    self.unit = unit
    self.growth = growth
  }
}

extension Change.Subject {
  /// Whom it is about, as people read it.
  var label: String {
    switch self {
    case .chain: "the chain"
    case .vault(let vault, let name): vault.label(name)
    case .offer(let token, let symbol, let vault, let name):
      "\(symbol ?? token.shortened) at \(vault.label(name))"
    case .token(let token, let symbol): token.label(symbol)
    case .validator(let key): key.shortened
    }
  }

  /// The same for programs.
  var figures: [Figure] {
    let (vault, token, validator, name): (Address?, Address?, ValidatorKey?, String?) =
      switch self {
      case .chain: (nil, nil, nil, nil)
      case .vault(let vault, let name): (vault, nil, nil, name)
      case .offer(let token, let symbol, let vault, _): (vault, token, nil, symbol)
      case .token(let token, let symbol): (nil, token, nil, symbol)
      case .validator(let key): (nil, nil, key, nil)
      }
    return [
      .program("vault", .text(vault?.description)), .program("token", .text(token?.description)),
      .program("validator", .text(validator?.description)), .program("name", .text(name)),
    ]
  }
}
