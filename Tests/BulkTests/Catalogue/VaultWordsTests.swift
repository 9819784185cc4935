import FixedPoint
import Quantities
import TestSupport
import Testing
import YieldKernels
import Yields

@testable import Bulk

/// The fast figures of rows and points against the catalogue's, which computes from exact numbers.
@Suite struct VaultWordsTests {
  /// What the catalogue has for the same inputs; nil where no report exists.
  static func report(
    of words: VaultWords, year: YearLength, compounding: Int
  ) throws -> VaultReport {
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: ExactInteger(words.rewardRate)),
      periodFinish: words.periodFinish == VaultStatus.noPeriodFinish
        ? nil : try Timestamp(words.periodFinish),
      totalSupply: try TokenAmount(
        raw: ExactInteger(words.totalSupply), decimals: try TokenDecimals(Int(words.stakeDecimals))),
      rewardPrice: try Price(Wad(raw: ExactInteger(words.rewardPrice))),
      stakePrice: try Price(Wad(raw: ExactInteger(words.stakePrice))))
    return try VaultReport(
      evaluating: snapshot,
      under: YieldConvention(
        time: try Timestamp(words.timestamp), year: year, compounding: compounding,
        commission: try BasisPoints(commission)))
  }

  private static let commission = 1_234

  /// Warnings are no figure of words: `VaultDoubtTests` has them.
  static let keys: [FigureKey] = FigureKey.columns.filter { $0 != .warnings } + [.apy]

  /// How many figures the fixed width had.
  static func compare(_ words: VaultWords, _ year: YearLength, compounding: Int) throws -> Int {
    let report = try report(of: words, year: year, compounding: compounding)
    let factor = AnnualFactor(
      secondsPerYear: year.seconds, stakeDecimals: words.stakeDecimals)
    let net = AnnualFactor(
      secondsPerYear: year.seconds, stakeDecimals: words.stakeDecimals,
      commissionBasisPoints: UInt16(commission))
    var decided = 0
    for key in keys {
      let figure = words.figure(
        key, words.status, key.isNet ? net : factor,
        compounding: try Compounding(periodsPerYear: compounding))
      if figure == .beyond { continue }
      decided += 1
      let expected = try #require(VaultFigure.with(key)).value(report)
      #expect(figure.value?.text == expected?.text, "\(key) of \(words)")
    }
    return decided
  }

  /// Values of every size, and those at the edges of the fixed width.
  static func word(_ random: inout SeededGenerator) -> UInt128 {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: 0
    case 1: UInt128.max >> UInt128(Int.random(in: 0..<128, using: &random))
    case 2: 1 << UInt128(Int.random(in: 0..<128, using: &random))
    default:
      UInt128.random(in: 0...UInt128.max, using: &random)
        >> UInt128(Int.random(in: 0..<128, using: &random))
    }
  }

  @Test("adversarial vaults", arguments: 0..<10)
  func adversarial(seed: UInt64) throws {
    var random = SeededGenerator(seed: 300 + seed)
    var decided = 0
    for _ in 0..<150 {
      var words = VaultWords(timestamp: UInt64.random(in: 0..<100, using: &random))
      (words.rewardRate, words.totalSupply) = (Self.word(&random), Self.word(&random))
      (words.rewardPrice, words.stakePrice) = (Self.word(&random), max(1, Self.word(&random)))
      words.periodFinish =
        [UInt64.random(in: 0..<100, using: &random), words.timestamp, VaultStatus.noPeriodFinish]
        .randomElement(using: &random) ?? 0
      words.stakeDecimals = UInt8(
        [0, 6, 18, 19, 38, 39, 77, 255].randomElement(using: &random) ?? 18)
      let year: YearLength = Bool.random(using: &random) ? .days365 : .days365And6Hours
      decided += try Self.compare(
        words, year, compounding: [1, 2, 12, 365, 31_536_000].randomElement(using: &random) ?? 12)
    }
    #expect(decided > 1_000)
  }

  @Test func `vaults of usual size stay within the fixed width`() throws {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<200 {
      var words = VaultWords(timestamp: 1_800_000_000)
      words.rewardRate = UInt128.random(in: 0...(1 << 120), using: &random)
      words.totalSupply = UInt128.random(in: 1...(1 << 90), using: &random)
      words.rewardPrice = UInt128.random(in: 0...(1 << 64), using: &random)
      words.stakePrice = UInt128.random(in: 1 << 40...1 << 80, using: &random)
      words.periodFinish = 1_800_000_000 + UInt64.random(in: 0...1, using: &random)
      if try Self.compare(words, .days365, compounding: 12) < Self.keys.count {
        // Only an APY may be too large for a word.
        let apr = words.apr(words.status, AnnualFactor(stakeDecimals: 18)).value?.raw ?? 0
        #expect(apr > Wad.scale)
      }
    }
  }

  @Test func `what no vault has is beyond`() {
    let words = VaultWords(stakePrice: 1, timestamp: 0)
    for key in FigureKey.allCases where key == .warnings || VaultFigure.with(key) == nil {
      #expect(words.figure(key, words.status, AnnualFactor(stakeDecimals: 18)) == .beyond)
    }
  }

  @Test(arguments: [
    (FixedFigure.decimal(1_500_000_000_000_000_000), "1.5"), (.count(42), "42"),
    (.flag(true), "true"),
    (.flag(false), "false"), (.status(.noStake), "noStake"), (.status(.expired), "expired"),
    (.none, ""),
  ])
  func `a fast figure is written as the catalogue's text`(figure: FixedFigure, text: String) {
    let buffer = ByteBuffer(capacity: 128)
    var cursor = unsafe buffer.base
    let isWritten = unsafe figure.append(at: &cursor)
    buffer.count = unsafe cursor - buffer.base
    #expect(isWritten)
    #expect(String(decoding: buffer.copy(0..<buffer.count), as: UTF8.self) == text)
    #expect(figure.value?.text ?? "" == text)
  }
}
