internal import Faults
import FixedPoint
import Quantities
import TestSupport
import Testing
import YieldKernels
import Yields

@testable import Bulk

/// The rules on words against those on exact numbers: over chance, and around every bound.
@Suite struct VaultDoubtTests {
  private static func words(_ words: VaultWords, year: YearLength) -> VaultDoubts? {
    let factor = AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: words.stakeDecimals)
    let bounds = DoubtBounds(factor)
    let apr = words.apr(words.status, factor)
    let doubts = words.doubts(words.status, apr: apr, factor, bounds)
    // What is said at once to be sound is.
    let sound = SoundBounds(factor, bounds)
    if words.status == .active, sound.containsInputs(words) {
      var isSound = sound.containsAPR(of: words)
      if case .decimal(let apr) = apr {
        isSound = isSound || SoundBounds.contains(apr: apr)
      }
      if isSound { #expect(doubts == [], "\(words)") }
    }
    return doubts
  }

  @Test func `a usual vault is sound at once`() throws {
    var vault = VaultWords(timestamp: 1_750_000_000)
    vault.rewardRate = 272_490_527_103_681_170_793_308_992_914_391_673
    vault.totalSupply = 598_626_940_947_001_140_289
    vault.rewardPrice = 7_800_000_000_000_000_000
    vault.stakePrice = 223_845_580_000_000_000_000_000
    vault.periodFinish = 1_750_000_001
    let factor = AnnualFactor(stakeDecimals: 18)
    let sound = SoundBounds(factor, DoubtBounds(factor))
    #expect(sound.containsInputs(vault) && sound.containsAPR(of: vault))
    #expect(SoundBounds.contains(apr: 500_204_779_481_316_715))
    let (least, greatest) = (1_000_000_000_000 as UInt128, 100_000_000_000_000_000_000 as UInt128)
    #expect(SoundBounds.contains(apr: least) && SoundBounds.contains(apr: greatest))
    #expect(!SoundBounds.contains(apr: least - 1) && !SoundBounds.contains(apr: greatest + 1))
    #expect(!SoundBounds.contains(apr: 0) && !SoundBounds.contains(apr: .max))
  }

  /// Compares; whether words were enough.
  private static func compare(_ words: VaultWords, year: YearLength) throws -> Bool {
    let report = try VaultWordsTests.report(of: words, year: year, compounding: 12)
    guard let doubts = self.words(words, year: year) else { return false }
    #expect(doubts == VaultDoubts(report.warnings), "\(words)")
    return true
  }

  @Test("vaults by chance", arguments: 0..<10)
  func chance(seed: UInt64) throws {
    var random = SeededGenerator(seed: 9_000 + seed)
    var decided = 0
    for _ in 0..<300 {
      var words = VaultWords(timestamp: UInt64.random(in: 0..<100, using: &random))
      (words.rewardRate, words.totalSupply) = (
        VaultWordsTests.word(&random), VaultWordsTests.word(&random)
      )
      (words.rewardPrice, words.stakePrice) = (
        VaultWordsTests.word(&random), max(1, VaultWordsTests.word(&random))
      )
      words.periodFinish =
        [
          UInt64.random(in: 0..<100, using: &random), words.timestamp,
          words.timestamp + 31_536_000 + UInt64.random(in: 0..<2, using: &random),
          VaultStatus.noPeriodFinish,
        ].randomElement(using: &random) ?? 0
      words.stakeDecimals = UInt8(
        [0, 6, 8, 18, 19, 38, 59, 60, 77, 255].randomElement(using: &random) ?? 18)
      if try Self.compare(words, year: Bool.random(using: &random) ? .days365 : .days365And6Hours) {
        decided += 1
      }
    }
    #expect(decided > 100)
  }

  /// The documentation's vault, with one input at a time just inside, at and just outside of a bound.
  @Test func `each bound and its neighbours`() throws {
    var vault = VaultWords(timestamp: 1_750_000_000)
    vault.rewardRate = 272_490_527_103_681_170_793_308_992_914_391_673
    vault.totalSupply = 598_626_940_947_001_140_289
    vault.rewardPrice = 7_800_000_000_000_000_000
    vault.stakePrice = 223_845_580_000_000_000_000_000
    vault.periodFinish = 1_750_000_001
    #expect(Self.words(vault, year: .days365) == [])
    func power(_ exponent: Int) -> UInt128 { (0..<exponent).reduce(1) { value, _ in value * 10 } }
    func around(_ value: UInt128) -> [UInt128] { [value - 1, value, value + 1] }
    var cases: [VaultWords] = []
    func vary(_ path: WritableKeyPath<VaultWords, UInt128>, _ values: [UInt128]) {
      for value in values {
        var words = vault
        words[keyPath: path] = value
        cases.append(words)
      }
    }
    vary(\.rewardRate, around(power(25)) + [0, 1])
    vary(\.rewardPrice, around(power(24)) + [0])
    vary(\.stakePrice, around(power(26)))
    vary(\.totalSupply, [0])
    // A stake token of a dollar makes the value of the stake plain.
    vault.stakePrice = power(18)
    for decimals: UInt8 in [0, 1, 6, 8, 17, 18, 20] {
      vault.stakeDecimals = decimals
      let unit = Int(decimals)
      vary(\.totalSupply, around(power(unit)) + (unit <= 18 ? around(power(unit + 13)) : []))
      for usual in [6, 8, 18] {
        vary(\.totalSupply, around(power(usual + 2)) + around(power(usual + 10)))
      }
    }
    let decided = try cases.filter { try Self.compare($0, year: .days365) }
    #expect(decided.count > 150 && decided.count < cases.count)
  }

  /// Rates around those that give an APR of a bound, with the prices in either place.
  @Test func `the bounds of the APR and of exchanged prices`() throws {
    var decided = 0
    for (reward, stake): (UInt128, UInt128) in [(1, 1), (1, 40), (40, 1), (1, 3_000), (3_000, 1)] {
      var vault = VaultWords(timestamp: 0)
      vault.periodFinish = 1
      vault.totalSupply = 1_000_000_000_000_000_000_000
      vault.rewardPrice = reward * 1_000_000_000_000_000_000
      vault.stakePrice = stake * 1_000_000_000_000_000_000
      // APR = rate * 31536000 * reward / (1e18 * supply * stake), scaled by 1e18.
      for bound: UInt128 in [
        1_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000_000,
        100_000_000_000_000_000_000,
      ] {
        for (top, bottom) in [(stake, reward), (reward, stake)] {
          let rate =
            bound / 1_000_000 * (vault.totalSupply / 1_000_000) / 31_536_000 * top / bottom
            * 1_000_000_000_000
          for near in [rate - 1, rate, rate + 1, rate + rate / 1_000_000] {
            vault.rewardRate = near
            if try Self.compare(vault, year: .days365) { decided += 1 }
          }
        }
      }
    }
    #expect(decided > 100)
  }

  @Test func `codes as text, and a tally's totals`() {
    let doubts: VaultDoubts = [.yieldBeyondRange, .rewardRateScale]
    #expect(doubts.text == "rewardRateScale;yieldBeyondRange")
    #expect(VaultDoubts().text == "")
    var tally = DoubtTally()
    tally.add([.noStake], at: 7)
    var later = DoubtTally()
    later.add([.noStake, .priceScale], at: 0)
    tally.merge(later, from: 10)
    #expect(
      tally.totals == [
        WarningTotal(code: .priceScale, count: 1, first: 10),
        WarningTotal(code: .noStake, count: 2, first: 7),
      ])
    #expect(
      tally.totals.map { $0.note(ofRowsIn: "in.csv").description } == [
        "in.csv:10: priceScale in 1 row", "in.csv:7: noStake in 2 rows, the first here",
      ])
  }
}
