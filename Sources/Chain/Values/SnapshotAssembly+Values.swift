internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Words

// What a stake token is worth: by its own getters, which say of which kind it is. A token of no kind that
// is known, or with a part that nobody prices, has no value; never 0 and never 1.
extension SnapshotAssembly {
  /// A stake token's value.
  mutating func value(of token: Address) -> Answer<TokenValue> {
    if let known = values[token], !known.isPending { return known }
    let answer = price(of: token)
    let value =
      answer.value != nil || !request.valuesStake ? answer : kindValue(of: token, or: answer)
    values[token] = value
    if let found = value.value { known[token] = found }
    return value
  }

  private mutating func kindValue(
    of token: Address, or price: Answer<TokenValue>
  ) -> Answer<TokenValue> {
    // Asked together, so that a token's kind costs one round.
    let asset = address(.asset, of: token)
    let poolID = word(.getPoolId, of: token)
    let pool = address(.pool, of: token)
    let left = address(.token0, of: token)
    if [asset.isPending, poolID.isPending, pool.isPending, left.isPending].contains(true) {
      return .pending
    }
    if let asset = asset.value { return shareValue(of: token, asset: asset) }
    if let poolID = poolID.value { return bexValue(of: token, poolID: poolID) }
    guard let left = left.value else { return price }
    return address(.token1, of: token).flatMap { right in
      pairValue(of: token, (left, right), isIsland: pool.value != nil)
    }
  }

  private func valued(_ price: Wad?, _ source: TokenValue.Source, _ token: Address) -> Answer<
    TokenValue
  > {
    guard let price, price > .zero else {
      return .gap(unpriced(token, "nothing is in the pool, or nobody holds it"))
    }
    guard price < InputBounds.decimalLimit else {
      return .gap(unpriced(token, "worth more than any price: \(InputBounds.decimal)"))
    }
    return .value(TokenValue(price: price, source: source))
  }

  private mutating func shareValue(of token: Address, asset: Address) -> Answer<TokenValue> {
    guard asset != token else { return .gap(unpriced(token, "its asset is the token itself")) }
    return decimals(of: token).flatMap { decimals in
      var one = ABIWriter()
      // 10^77 is the last power of ten below 2^256.
      guard decimals <= 77, let unit = UInt256(exactly: ExactInteger.powerOfTen(Int(decimals)))
      else { return .gap(unpriced(token, "\(decimals) decimals")) }
      one.append(unit)
      let units = word(.convertToAssets, of: token, one)
      let amount = amount(of: asset, units: units)
      return amount.flatMap { valued(StakeTokenMath.share(assets: $0), .erc4626, token) }
    }
  }

  /// A part of a pool with its price.
  private mutating func amount(
    of token: Address, units: Answer<UInt256>
  ) -> Answer<PooledAmount> {
    let (decimals, price) = (decimals(of: token), price(of: token))
    if units.isPending || decimals.isPending || price.isPending { return .pending }
    return units.flatMap { units in
      decimals.flatMap { decimals in
        price.map {
          PooledAmount(units: ExactInteger(units), decimals: decimals, price: $0.price)
        }
      }
    }
  }

  private mutating func supply(
    _ getter: Getter, of token: Address
  ) -> Answer<ExactRational> {
    let (units, decimals) = (word(getter, of: token), decimals(of: token))
    if units.isPending || decimals.isPending { return .pending }
    return units.flatMap { units in
      decimals.map {
        ExactRational(ExactInteger(units), overNonZero: ExactInteger.powerOfTen(Int($0)))
      }
    }
  }

  private mutating func pairValue(
    of token: Address, _ sides: (Address, Address), isIsland: Bool
  ) -> Answer<TokenValue> {
    let call = ChainCall(isIsland ? .getUnderlyingBalances : .getReserves, of: token)
    func units(_ index: Int) -> Answer<UInt256> {
      ledger.read(call) { reply throws(MalformedReply) in
        _ = try reply.uint256(at: 1)
        return try reply.uint256(at: index)
      }
    }
    let (left, right) = (units(0), units(1))
    let parts = (amount(of: sides.0, units: left), amount(of: sides.1, units: right))
    let supply = supply(.totalSupply, of: token)
    if parts.0.isPending || parts.1.isPending || supply.isPending { return .pending }
    return parts.0.flatMap { left in
      parts.1.flatMap { right in
        supply.flatMap { supply in
          isIsland
            ? valued(StakeTokenMath.parts([left, right], supply: supply), .kodiakSpot, token)
            : valued(StakeTokenMath.fairPair(left, right, supply: supply), .v2Fair, token)
        }
      }
    }
  }

  /// A pool of the BEX vault: weighted where it has weights, stable where it has a rate.
  private mutating func bexValue(of token: Address, poolID: UInt256) -> Answer<TokenValue> {
    var argument = ABIWriter()
    argument.append(poolID)
    let listed = ledger.read(ChainCall(.getPoolTokens, of: deployment.bexVault, argument)) {
      reply throws(MalformedReply) in
      try Self.addresses(in: try reply.tail(at: 0))
    }
    let weights = ledger.read(ChainCall(.getNormalizedWeights, of: token)) {
      reply throws(MalformedReply) in
      let array = try reply.tail(at: 0)
      return try (0..<array.length(ofElements: 1)).map { index throws(MalformedReply) in
        ExactInteger(try array.uint256(at: index + 1))
      }
    }
    let (invariant, rate) = (word(.getInvariant, of: token), word(.getRate, of: token))
    let supply = supply(.getActualSupply, of: token)
    if [listed.isPending, weights.isPending, invariant.isPending, rate.isPending, supply.isPending]
      .contains(true)
    {
      return .pending
    }
    return listed.flatMap { listed in
      // The pool's own token, minted in advance, is no asset.
      let tokens = listed.filter { $0 != token }
      return prices(of: tokens).flatMap { prices in
        supply.flatMap { supply in
          guard let weights = weights.value else {
            return rate.flatMap {
              valued(
                supply > .zero
                  ? StakeTokenMath.stable(rate: ExactInteger($0), prices: prices) : nil,
                .bexStable, token)
            }
          }
          guard weights.count == prices.count else {
            return .gap(unpriced(token, "\(weights.count) weights of \(prices.count) tokens"))
          }
          return invariant.flatMap { invariant in
            valued(
              StakeTokenMath.weighted(
                invariant: ExactInteger(invariant), supply: supply,
                parts: zip(prices, weights).map { ($0, $1) }), .bexWeighted, token)
          }
        }
      }
    }
  }

  /// How many tokens a pool can have that is believed; BEX allows 8.
  private static let mostPoolTokens = 64

  private static func addresses(in array: ABIReader) throws(MalformedReply) -> [Address] {
    let count = try array.length(ofElements: 1)
    guard count <= mostPoolTokens else { throw MalformedReply(reason: "\(count) tokens in a pool") }
    return try (0..<count).map { index throws(MalformedReply) in try array.address(at: index + 1) }
  }

  private mutating func prices(of tokens: [Address]) -> Answer<[Wad]> {
    let answers = tokens.map { price(of: $0) }
    if answers.contains(where: \.isPending) { return .pending }
    if let gap = answers.compactMap(\.gap).first { return .gap(gap) }
    return .value(answers.compactMap { $0.value?.price })
  }
}
