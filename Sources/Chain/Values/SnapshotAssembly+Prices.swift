internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Text
internal import Words

// Prices: what is given goes first, then the chain's own oracles. Tokens are told apart by address alone.
extension SnapshotAssembly {
  /// A token's price as it is given or an oracle says it.
  mutating func price(of token: Address) -> Answer<TokenValue> {
    let answer = findPrice(of: token)
    if let value = answer.value { known[token] = value }
    return answer
  }

  private mutating func findPrice(of token: Address) -> Answer<TokenValue> {
    if let given = request.prices[token] {
      return .value(
        TokenValue(
          price: given.price, source: given.source == .option ? .option : .file,
          statement: given.statement))
    }
    // BGT turns into BERA one for one, and has no market of its own.
    if token == deployment.bgt {
      return price(of: deployment.wbera).map {
        TokenValue(
          price: $0.price, source: $0.source, publishTime: $0.publishTime,
          statement: "the price of WBERA")
      }
    }
    guard request.valuesStake else { return .gap(unpriced(token, "no price is given")) }
    return oraclePrice(of: token)
  }

  func unpriced(_ token: Address, _ reason: String) -> Gap {
    Gap(of: token, call: Getter.getPriceUnsafe.signature, reason: reason, isRevert: false)
  }

  /// The price of the first oracle that has a fresh one.
  private mutating func oraclePrice(of token: Address) -> Answer<TokenValue> {
    let answers = deployment.oracles.map { oracle in
      ledger.read(ChainCall(.getPriceUnsafe, of: oracle, ABIWriter(token))) {
        reply throws(MalformedReply) in
        (price: try reply.uint256(at: 0), time: try reply.number(at: 1, upTo: .max))
      }
    }
    var reason = "no price is given and no oracle has one"
    for answer in answers {
      switch answer {
      case .pending: return .pending
      case .gap: continue
      case .value((.zero, _)): reason = "an oracle's price is 0"
      case .value((let price, _)) where Wad(raw: ExactInteger(price)) >= InputBounds.decimalLimit:
        // A negative price too, as a word has no sign.
        reason = "an oracle's price is none: \(price)"
      case .value((let price, let time)):
        let age = block.timestamp &- time
        guard time <= block.timestamp, age <= request.maxPriceAge.count else {
          reason =
            time > block.timestamp
            ? "an oracle's price is of a time after the block: \(time)"
            : "an oracle's price is \(age) s old"
          continue
        }
        return .value(
          TokenValue(
            price: Wad(raw: ExactInteger(price)), source: .oracle, publishTime: time))
      }
    }
    return .gap(unpriced(token, reason))
  }

  /// The list of prices that the file has: all that are given, and those that were found.
  mutating func prices() -> Observation {
    for token in [deployment.wbera, deployment.bgt] + request.prices.keys { _ = price(of: token) }
    return .list(
      known.sorted { $0.key < $1.key }.map { token, value in
        var parts: [JSONMember] = [
          JSONMember(key: "token", value: .string(token.description)),
          JSONMember(key: "price", value: .string(value.price.text())),
          JSONMember(key: "source", value: .string(value.source.rawValue)),
        ]
        if let time = value.publishTime {
          parts.append(JSONMember(key: "publishTime", value: .whole("\(time)")))
        }
        if let statement = value.statement {
          parts.append(JSONMember(key: "statement", value: .string(statement)))
        }
        return .value(.object(parts))
      })
  }
}
