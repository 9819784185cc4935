import FixedPoint
import Yields
import Quantities
import Testing

/// Each mistake that published yields contain is named, with the evidence; a sound vault has none.
struct VaultWarningTests {
  private static func warnings(
    _ change: (inout VaultSnapshot) throws -> Void
  ) throws -> [Warning] {
    var snapshot = try VaultReportTests.documentation()
    snapshot.periodFinish = try Timestamp(2000)
    try change(&snapshot)
    return try VaultReport(
      evaluating: snapshot, under: YieldConvention(time: try Timestamp(1000))
    ).warnings
  }

  @Test func `a sound vault has no warning`() throws {
    #expect(try Self.warnings { _ in } == [])
  }

  @Test func `a rewardRate in 1e18 scale`() throws {
    let found = try Self.warnings {
      $0.rewardRate = try RewardRate(raw: 272_490_527_103_681_170)
    }
    #expect(found.map(\.code) == [.rewardRateScale])
    #expect(
      found.first?.message
        == "rewardRate looks like 1e18 scale: as given, the vault emits 2.7e-19 tokens per second; "
        + "in 1e18 scale it would be 0.27 per second (multiply by 1e18)")
  }

  @Test func `a rewardRate scaled once too often`() throws {
    let found = try Self.warnings {
      $0.rewardRate = try RewardRate(raw: $0.rewardRate.raw * ExactInteger.powerOfTen(18))
    }
    #expect(found.map(\.code).contains(.rewardRateScale))
    #expect(found.first?.message.contains("divided by 1e18 it would be 0.27 per second") == true)
  }

  @Test(arguments: [(6, "2500000000000", "1"), (8, "1234567890", "97123.45")])
  func `a stake token of fewer decimals taken for 18`(
    decimals: Int, supply: String, price: String
  ) throws {
    let found = try Self.warnings {
      $0.totalSupply = try TokenAmount(
        raw: try ExactInteger(parsing: supply), decimals: .eighteen)
      $0.stakePrice = try Price(try Wad(parsing: price))
    }
    #expect(found.map(\.code).first == .stakeDecimals)
    #expect(found.first?.message.contains("stakeDecimals may be wrong") == true)
  }

  @Test func `18 decimals taken for 6`() throws {
    let found = try Self.warnings {
      $0.totalSupply = try TokenAmount(
        raw: ExactInteger.powerOfTen(24), decimals: try TokenDecimals(6))
      $0.stakePrice = try Price(.one)
    }
    #expect(found.map(\.code) == [.stakeDecimals])
    #expect(found.first?.message.contains("with 18 decimals it would be 1000000 tokens") == true)
  }

  @Test func `a finished period, at its very second and later`() throws {
    let at = try Self.warnings { $0.periodFinish = try Timestamp(1000) }
    #expect(at.map(\.code) == [.periodExpired])
    let later = try Self.warnings { $0.periodFinish = try Timestamp(900) }
    #expect(later.first?.message.contains("passed 1 min 40 s before") == true)
  }

  @Test func `an unknown period`() throws {
    #expect(try Self.warnings { $0.periodFinish = nil }.map(\.code) == [.periodAssumedActive])
  }

  @Test func `a price in raw 1e18 scale`() throws {
    let found = try Self.warnings {
      $0.rewardPrice = try Price(Wad(raw: ExactInteger(78) * ExactInteger.powerOfTen(35)))
    }
    #expect(found.map(\.code).contains(.priceScale))
    #expect(found.contains { $0.message.contains("here perhaps 7.8 (raw 1e18)") })
  }

  @Test func `no stake`() throws {
    let found = try Self.warnings {
      $0.totalSupply = try TokenAmount(raw: 0, decimals: .eighteen)
    }
    #expect(found.map(\.code) == [.noStake])
  }

  @Test func `a value that no uint256 holds`() throws {
    let found = try Self.warnings {
      $0.totalSupply = try TokenAmount(
        raw: ExactInteger.one.shiftedLeft(by: 256), decimals: .eighteen)
      $0.stakePrice = try Price(Wad(raw: 1))
    }
    #expect(found.map(\.code).contains(.beyondUint256))
    #expect(found.contains { $0.message.contains("257 bits") })
  }
}
