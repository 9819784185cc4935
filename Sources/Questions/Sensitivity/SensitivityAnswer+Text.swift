internal import FixedPoint
internal import Yields
internal import Quantities
internal import Text

// Sensitivities as tables for people.

extension SensitivityAnswer {
  /// The tables: effects of each input, then break-evens by commission.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: lines that end in a line feed.
  func text(_ style: TextStyle) -> String {
    var sections: [String] = []
    if let sensitivity {
      sections += [
        style.heading("  Sensitivity of the APR, while the period runs") + "\n",
        effects(sensitivity, style),
      ]
    } else {
      sections.append(style.heading("  Sensitivity: none, since no APR above 0 exists") + "\n")
    }
    if let hurdle {
      sections += [
        style.heading(
          "  Break-even for stakers who ask for \(style.percent(hurdle.wad)) net") + "\n",
        breakEven(style),
      ]
    }
    return sections.joined(separator: "\n")
  }

  private func effects(_ sensitivity: VaultSensitivity, _ style: TextStyle) -> String {
    var table = TextTable([
      .init("input"), .init("elasticity", .right), .init("of APY, daily", .decimal),
      .init("APR after +1%", .decimal), .init("APR after -1%", .decimal), .init("one unit"),
      .init("changes the APR by", .decimal),
    ])
    for row in sensitivity.rows {
      table.append([
        row.input.rawValue, String(row.elasticity), row.apyElasticity?.text() ?? "none",
        percent(row.aprAfterRise, style), percent(row.aprAfterFall, style), row.unit,
        signed(row.unitEffect),
      ])
    }
    return table.text(indent: 2)
  }

  private func breakEven(_ style: TextStyle) -> String {
    var table = TextTable([
      .init("commission", .right), .init("net APR", .decimal), .init("net APY, daily", .decimal),
      .init("reward price from", .decimal), .init("TVL up to, USD", .decimal),
    ])
    for row in breakEvens {
      table.append([
        "\(row.commission)", row.netAPR.map { style.percent($0.wad) } ?? "none",
        row.netAPYDaily.map { style.percent($0.wad) } ?? "none",
        row.rewardPrice?.description ?? "none", row.tvl?.description ?? "none",
      ])
    }
    return table.text(indent: 2)
  }

  private func percent(_ value: ExactRational, _ style: TextStyle) -> String {
    style.percent(value.wad(rounding: .halfEven))
  }

  private func signed(_ change: ExactRational) -> String {
    let text = change.wad(rounding: .halfEven).text()
    return change.isNegative ? text : "+\(text)"
  }
}
