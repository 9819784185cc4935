internal import FixedPoint
internal import Yields
package import Quantities
package import Text

// One list of figures, in one order, feeds JSON, NDJSON and CSV.

extension VaultAnswer: AnswerRecord {
  /// One figure of a report: its key, and its value as JSON.
  private typealias Figure = (key: String, value: JSONValue)

  /// The report as a JSON object; money, ratios and raw integers are strings, times are numbers.
  package var json: JSONValue {
    var members = figures.map { JSONMember(key: $0.key, value: $0.value) }
    members.append(
      JSONMember(
        key: "warnings", value: .elements(report.warnings.map { .string($0.description) })))
    if let staker { members.append(JSONMember(key: "staker", value: staker.json)) }
    if let dilution { members.append(JSONMember(key: "dilution", value: dilution.json)) }
    if let derivation { members.append(JSONMember(key: "derivation", value: derivation.json)) }
    if let sensitivity {
      members.append(JSONMember(key: "sensitivity", value: sensitivity.json))
    }
    return .object(members)
  }

  /// The names of the CSV columns.
  package var csvHeader: [String] {
    figures.map(\.key) + ["warnings"] + flattened.map(\.key)
  }

  /// The CSV record; what is not known is empty.
  package var csvRecords: [[String?]] {
    [
      figures.map { $0.value.cell }
        + [report.warnings.map(\.description).joined(separator: "; ")]
        + flattened.map { $0.value.cell }
    ]
  }

  private var figures: [Figure] {
    let snapshot = report.snapshot
    var figures: [Figure] = [
      ("vault", .text(snapshot.vault)), ("name", .text(snapshot.name)),
      ("status", .string(report.status.name)), ("active", .bool(report.isActive)),
      ("apr", .text(report.apr?.description)), ("aprPercent", .text(report.apr?.percent)),
      ("apyDaily", .text(report.apyDaily?.description)),
      ("apyContinuous", .text(report.apyContinuous?.description)),
    ]
    if let periods = report.convention.compounding {
      figures.append(("apy", .text(report.apy?.description)))
      figures.append(("compounding", .number(String(periods))))
    }
    figures += [
      ("tvlUsd", .string(report.tvl.description)),
      ("rewardsPerDay", .string(report.rewardsPerDay.text())),
      ("rewardsPerYear", .string(report.rewardsPerYear.text())),
      ("rewardsPerDayUsd", .string(report.rewardsPerDayUSD.description)),
      ("rewardsPerYearUsd", .string(report.rewardsPerYearUSD.description)),
      ("periodFinish", .count(snapshot.periodFinish?.seconds)),
      ("secondsLeft", .count(report.secondsLeft?.count)),
      ("evaluatedAt", .count(report.convention.time.seconds)),
      ("yearSeconds", .count(report.convention.year.seconds)),
    ]
    return figures
  }

  /// The staker's and the dilution's figures as columns.
  private var flattened: [Figure] {
    let parts = [("staker", staker?.json), ("dilution", dilution?.json)]
    return parts.flatMap { prefix, json -> [Figure] in
      guard case .object(let members)? = json else { return [] }
      return members.map { (prefix + $0.key.capitalizedFirst, $0.node.value) }
    } + (sensitivity?.columns ?? [])
  }
}

extension WadQuantity {
  /// The fraction as an exact percentage: 0.5 is `50`.
  package var percent: String { Wad(raw: wad.rawValue * 100).text() }
}

extension JSONValue {
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  static func count(_ count: UInt64?) -> JSONValue { count.map { .number(String($0)) } ?? .null }

  /// The value as a CSV cell; null is empty.
  var cell: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .object, .array: nil
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension VaultStaker {
  fileprivate var json: JSONValue {
    .members([
      "balance": .string(balance.raw.description),
      "sharePercent": .text(share.map { APR($0).percent }),
      "rewardsUntilFinish": .text(rewardsUntilFinish?.text()),
      "rewardsPerDay": .string(rewardsPerDay.text()),
    ])
  }
}

extension VaultDilution {
  fileprivate var json: JSONValue {
    .members([
      "deposit": .string(deposit.raw.description),
      "totalSupply": .string(snapshot.totalSupply.raw.description),
      "apr": .text(apr?.description), "aprPercent": .text(apr?.percent),
    ])
  }
}

extension VaultDerivation {
  fileprivate var json: JSONValue {
    .members([
      "inputs": .elements(
        inputs.map { input in
          .members([
            "symbol": .string(input.symbol), "name": .string(input.name),
            "raw": .string(input.raw), "unit": .string(input.unit),
            "meaning": .string(input.meaning),
          ])
        }),
      "steps": .elements(
        steps.map { step in
          .members([
            "name": .string(step.name), "formula": .string(step.formula),
            "value": .string(step.value), "remark": .text(step.remark),
          ])
        }),
    ])
  }
}
