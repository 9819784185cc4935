import FixedPoint
import TestSupport
import Testing

@testable import YieldKernels

struct RewardVaultAPRTests {
  @Test func `the documentation's vault yields 50.02 percent`() throws {
    let apr = try RewardVaultAPR.apr(
      rewardRate: 272_490_527_103_681_170_793_308_992_914_391_673,
      rewardPrice: try Wad(parsing: "7.8"),
      totalSupply: 598_626_940_947_001_140_289,
      stakePrice: try Wad(parsing: "223845.58"),
      factor: AnnualFactor(stakeDecimals: 18))
    #expect(apr.text() == "0.500204779481316715")
  }

  @Test func `every path equals Python's integers`() throws {
    var answeredNarrow = 0
    for vector in try APRVector.all() {
      let exact = RewardVaultAPR.unbounded(
        rewardRate: vector.rewardRate, rewardPrice: vector.rewardPrice,
        totalSupply: vector.totalSupply, stakePrice: vector.stakePrice, factor: vector.factor)
      let apr = try? RewardVaultAPR.apr(
        rewardRate: vector.rewardRate, rewardPrice: vector.rewardPrice,
        totalSupply: vector.totalSupply, stakePrice: vector.stakePrice, factor: vector.factor)
      #expect(exact?.rawValue == vector.apr)
      #expect(apr?.rawValue == vector.apr)
      if let words = vector.words,
        let narrow = RewardVaultAPR.fixedWidth(
          rewardRate: words.0, rewardPrice: words.1, totalSupply: words.2, stakePrice: words.3,
          factor: vector.factor)
      {
        answeredNarrow += 1
        #expect(ExactInteger(narrow) == vector.apr)
      }
    }
    // The file is of use only while many rows reach the fixed width and many do not.
    #expect(answeredNarrow > 2_000)
  }

  @Test func `zero stake or price is a division by zero`() {
    for (supply, price) in [(ExactInteger(0), Wad(1)), (1, Wad(0)), (0, Wad(0))] {
      #expect(throws: ArithmeticError.self) {
        try RewardVaultAPR.apr(
          rewardRate: 1, rewardPrice: Wad(1), totalSupply: supply, stakePrice: price,
          factor: AnnualFactor(stakeDecimals: 18))
      }
    }
  }

  @Test func `negative hypotheticals round down too`() throws {
    let apr = try RewardVaultAPR.apr(
      rewardRate: -1, rewardPrice: Wad(1), totalSupply: 3, stakePrice: Wad(1),
      factor: AnnualFactor(secondsPerYear: 1, stakeDecimals: 18))
    #expect(apr.rawValue == -1)
  }

  /// Random words at limb borders: the fixed width answers as the unbounded path does, and answers
  /// all realistic inputs.
  @Test func `the fixed width equals the unbounded path`() {
    var source = AdversarialWords(seed: 4)
    var answered = 0
    let count = 20_000 * TestScale.factor
    for _ in 0..<count {
      let factor = AnnualFactor(
        secondsPerYear: source.pick([1, 60, 31_536_000, 31_557_600, .max]),
        stakeDecimals: source.pick([0, 6, 8, 17, 18, 18, 18, 19, 27, 30, 37]),
        commissionBasisPoints: source.pick([0, 0, 0, 1, 500, 9_999, 10_000]))
      let (rate, price) = (source.word128(), source.word128())
      let (supply, unit) = (source.word128(), source.word128())
      guard
        let narrow = RewardVaultAPR.fixedWidth(
          rewardRate: rate, rewardPrice: price, totalSupply: supply, stakePrice: unit,
          factor: factor)
      else {
        continue
      }
      answered += 1
      let exact = RewardVaultAPR.unbounded(
        rewardRate: ExactInteger(rate), rewardPrice: Wad(raw: ExactInteger(price)),
        totalSupply: ExactInteger(supply), stakePrice: Wad(raw: ExactInteger(unit)),
        factor: factor)
      if exact?.rawValue != ExactInteger(narrow) {
        Issue.record("R \(rate) Pr \(price) S \(supply) Ps \(unit) factor \(factor)")
      }
    }
    #expect(answered > count / 10)
  }
}
