internal import Faults
package import Inputs
internal import Quantities
package import Yields

extension RewardStream {
  /// The keys of a stream.
  package static let keys: KeyTree = [
    "name", "rewardRate", "rewardDecimals", "rewardPrice", "periodFinish",
  ]

  /// Reads a stream.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  static func read(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> RewardStream {
    try inputs.refuseNulls(of: [.rewardRate, .rewardPrice])
    return RewardStream(
      name: try inputs.string("name"), rewardRate: try inputs.required(.rewardRate).rewardRate(),
      rewardDecimals: try inputs.field("rewardDecimals")?.tokenDecimals() ?? .eighteen,
      rewardPrice: try inputs.required(.rewardPrice).price(notes: &notes),
      periodFinish: try inputs.periodFinish()?.timestamp(notes: &notes))
  }
}

extension InputObject {
  /// The end of a period, which in a file must be there or be null.
  ///
  /// A missing key may be a slip, and the APR hangs on it: null says it on purpose.
  func periodFinish() throws(Fault) -> Field? {
    let finish = try field(.periodFinish)
    guard file == nil || finish != nil || isNull(InputKey.periodFinish.rawValue) else {
      throw missing(
        InputKey.periodFinish.rawValue, InputKey.periodFinish.expectation,
        hint: "if it is unknown, write null: the period is then assumed to be active")
    }
    return finish
  }
}
