internal import FixedPoint
internal import Yields
internal import Quantities
internal import Text

// Sensitivities as JSON, and as columns beside a vault's own.

extension SensitivityAnswer {
  var json: JSONValue {
    .members([
      "inputs": .elements(
        (sensitivity?.rows ?? []).map { row in
          .members([
            "input": .string(row.input.rawValue), "value": .string(row.raw.description),
            "elasticity": .string(String(row.elasticity)),
            "apyDailyElasticity": .text(row.apyElasticity?.text()),
            "aprAfter1PercentRise": .string(plain(row.aprAfterRise)),
            "aprAfter1PercentFall": .string(plain(row.aprAfterFall)),
            "unit": .string(row.unit),
            "aprChangePerUnit": .string(plain(row.unitEffect)),
            "aprChangePerStep": .string(Self.text(ofChange: row.stepEffect)),
          ])
        }),
      "hurdleApr": .text(hurdle?.description),
      "breakEven": .elements(
        breakEvens.map { row in
          .members([
            "commissionBps": .number(String(row.commission.value)),
            "netApr": .text(row.netAPR?.description),
            "netApyDaily": .text(row.netAPYDaily?.description),
            "rewardPrice": .text(row.rewardPrice?.description),
            "rewardRate": .text(row.rewardRate?.description),
            "totalSupply": .text(row.totalSupply?.description),
            "stakePrice": .text(row.stakePrice?.description),
            "tvlUsd": .text(row.tvl?.description),
          ])
        }),
    ])
  }

  /// The same as columns: those of each input, then those of each commission.
  var columns: [(key: String, value: JSONValue)] {
    let rows = Dictionary(
      (sensitivity?.rows ?? []).map { ($0.input, $0) }, uniquingKeysWith: { first, _ in first })
    let inputs = VaultSensitivity.inputs.flatMap { input -> [(key: String, value: JSONValue)] in
      let name = input.rawValue
      let row = rows[input]
      return [
        ("\(name)Elasticity", .text(row.map { String($0.elasticity) })),
        ("\(name)ApyDailyElasticity", .text(row?.apyElasticity?.text())),
        ("\(name)AprAfter1PercentRise", .text(row.map { plain($0.aprAfterRise) })),
        ("\(name)AprAfter1PercentFall", .text(row.map { plain($0.aprAfterFall) })),
        ("\(name)AprChangePerUnit", .text(row.map { plain($0.unitEffect) })),
      ]
    }
    let commissions = breakEvens.flatMap { row -> [(key: String, value: JSONValue)] in
      let bps = row.commission.value
      return [
        ("netApr\(bps)Bps", .text(row.netAPR?.description)),
        ("breakEvenRewardPrice\(bps)Bps", .text(row.rewardPrice?.description)),
        ("breakEvenTvlUsd\(bps)Bps", .text(row.tvl?.description)),
      ]
    }
    return inputs + [("hurdleApr", .text(hurdle?.description))] + commissions
  }

  private func plain(_ value: ExactRational) -> String { value.wad(rounding: .halfEven).text() }
}
