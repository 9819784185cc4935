import EVMArithmetic
import FixedPoint
import Yields
import Quantities

// The example of the library's documentation, in a package of its own.
let snapshot = VaultSnapshot(
  rewardRate: try RewardRate(raw: 272490527103681170793308992914391673),
  periodFinish: nil,
  totalSupply: try TokenAmount(raw: 598626940947001140289, decimals: .eighteen),
  rewardPrice: try Price(try Wad(parsing: "7.8")),
  stakePrice: try Price(try Wad(parsing: "223845.58")))
let report = try VaultReport(
  evaluating: snapshot, under: YieldConvention(time: try Timestamp(1_750_000_000)))
print(report.apr?.description ?? "no APR")

// The contract's multiplication beside the exact one.
print(try FixedPointMathLib.mulWad(2_500_000_000_000_000_000, 3))
print(try Wad(parsing: "2.5").multiplied(by: Wad(3), rounding: .down))
