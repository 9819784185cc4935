internal import FixedPoint
internal import Quantities

// A vault's further rewards.

extension Plausibility {
  /// What looks wrong about the streams, each warning with the stream's number, from 1.
  static func streams(of report: VaultReport) -> [Warning] {
    report.snapshot.streams.enumerated().flatMap { index, stream in
      // Of other decimals nothing is known that would tell a rate's scale.
      let usual = stream.rewardDecimals == .eighteen
      let found = [
        usual ? rate(stream.rewardRate, .rewardRate) : nil,
        price(stream.rewardPrice, .rewardPrice),
        period(stream.periodFinish, at: report.convention.time),
      ].compactMap(\.self)
      return found.map { warning in
        Warning(
          warning.code, "stream \(index + 1): \(warning.message)",
          field: warning.field.map { "streams[\(index)].\($0)" })
      }
    }
  }
}
