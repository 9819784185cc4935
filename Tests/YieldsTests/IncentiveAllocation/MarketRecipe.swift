import Contracts
import FixedPoint
import Quantities
import TestSupport
import Yields

/// Random markets for tests of the best allocation, from small ones to those of a whole chain.
enum MarketRecipe {
  /// An offer that is empty at a part of `emission`, in thousandths; some are empty or have no rate.
  static func offer(
    emission: ExactInteger, thousandths: Int, _ generator: inout SeededGenerator
  ) throws -> IncentiveOffer {
    let decimals = [0, 6, 8, 18, 24].randomElement(using: &generator) ?? 18
    let price =
      ExactInteger.powerOfTen(Int.random(in: 12...21, using: &generator))
      * ExactInteger(Int.random(in: 1...9_999, using: &generator))
    // Cents of a dollar for a reward token.
    let cents = ExactInteger(Int.random(in: 1...400, using: &generator)) * .powerOfTen(16)
    var rate = try (cents * .powerOfTen(decimals)).divided(by: price, rounding: .down)
    if rate.isZero { rate = 1 }
    let capacity = try (emission * ExactInteger(thousandths)).divided(by: 1_000, rounding: .down)
    let amount = try (capacity * rate).divided(by: .powerOfTen(18), rounding: .down)
    let kind = Int.random(in: 0..<20, using: &generator)
    return try IncentiveOffer(
      token: "token", decimals: try TokenDecimals(decimals),
      price: try Price(Wad(raw: kind == 0 ? 0 : price)), incentiveRate: kind == 1 ? 0 : rate,
      amountRemaining: kind == 2 ? 0 : amount)
  }

  /// A market of so many vaults, each with so many offers that are empty at so many thousandths of the
  /// emission; where it is tied, some vaults are the same but for the address.
  static func market(
    of count: Int, tokens: ClosedRange<Int>, thousandths: ClosedRange<Int>, isTied: Bool = false,
    _ generator: inout SeededGenerator
  ) throws -> AllocationMarket {
    let perDay = ExactInteger(UInt64.random(in: 1...1 << 40, using: &generator)) * .powerOfTen(10)
    let days = [1, 7, 30].randomElement(using: &generator) ?? 1
    var vaults: [AllocationMarket.Vault] = []
    for number in 1...count {
      let address = Address(number: UInt64(number))
      if isTied, let twin = vaults.randomElement(using: &generator),
        Int.random(in: 0..<4, using: &generator) == 0
      {
        vaults.append(
          try .init(address: address, offers: twin.offers, othersPerDay: twin.othersPerDay))
        continue
      }
      let offers = try (0..<Int.random(in: tokens, using: &generator)).map { _ in
        try offer(
          emission: perDay * ExactInteger(days),
          thousandths: Int.random(in: thousandths, using: &generator), &generator)
      }
      let parts = [0, 0, 1, 30, 1_000].randomElement(using: &generator) ?? 0
      vaults.append(
        try .init(
          address: address, offers: offers,
          othersPerDay: try (perDay * ExactInteger(parts)).divided(by: 1_000, rounding: .up)))
    }
    return try AllocationMarket(vaults: vaults, emissionPerDay: perDay, days: days)
  }
}
