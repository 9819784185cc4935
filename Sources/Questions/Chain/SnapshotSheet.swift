package import Chain
package import Faults
internal import FixedPoint
internal import Quantities
package import Sheets
internal import Text

/// A snapshot as a sheet: the file itself to programs, a line a vault to tables.
package enum SnapshotSheet {
  /// The sheet of a reading.
  package static func sheet(of reading: ChainReading) -> Sheet {
    let document = reading.snapshot.document
    let node = JSONNode(value: document)
    let vaults = node["vaults"]?.elements ?? []
    var sheet = Sheet(
      "Berachain at block \(.number(Wad(reading.block.number))), \(.time(ExactInteger(reading.block.timestamp)))"
    )
    sheet.document = { json, _ in json.value(document) }
    // Each form is made where it is asked for.
    let block = reading.block
    sheet.lines = { take throws(Fault) in
      for vault in vaults {
        try take(.object(row(vault, block).map { JSONMember(key: $0.name, value: $0.value) }))
      }
    }
    sheet.csvTable = "rows"
    sheet.append(for: .text, figures: summary(of: node, vaults, reading))
    sheet.append(
      .init(deferred: { .table(Table("vaults", rows: vaults.map(line))) }, for: .text))
    sheet.append(
      .init(
        deferred: {
          let rows = vaults.map { vault in
            row(vault, block).map { Figure.program(InputKey.column(of: $0.name), $0.value) }
          }
          return .table(Table("rows", rows: rows))
        }, key: "rows", for: .csv))
    return sheet
  }

  /// What is to be noted of a reading: addresses where no vault is, and prices that nobody gave.
  package static func notes(of reading: ChainReading) -> [Fault] {
    let vaults = JSONNode(value: reading.snapshot.document)["vaults"]?.elements ?? []
    let state = ["stakeToken", "rewardRate", "periodFinish", "totalSupply"]
    let silent = vaults.filter { vault in state.allSatisfy { vault[$0]?.isNull ?? true } }
    var notes = silent.prefix(3).map { vault in
      Fault(
        .omitted, severity: .note,
        found: "nothing answers as a vault at \(vault["vault"]?.string ?? "")",
        expected: "", hint: "its values are null; is the address a vault's?")
    }
    let prices = MissingPrices(of: vaults)
    if prices.count > 0 {
      notes.append(
        Fault(
          .omitted, severity: .note,
          found: "\(prices.count) of \(vaults.count) vaults lack a price", expected: "",
          hint: prices.remedy))
    }
    return notes
  }

  /// The values of a vault that fit a cell, with the time at which they hold.
  private static func row(
    _ vault: JSONNode, _ block: PinnedBlock
  ) -> [(name: String, value: JSONValue)] {
    let values = (vault.members ?? []).filter { $0.node.elements == nil && $0.key != "incentives" }
      .map { (name: $0.key, value: $0.node.value) }
    return [
      ("block", .number("\(block.number)")),
      ("timestamp", .number("\(block.timestamp)")),
    ] + values
  }

  private static func summary(
    of document: JSONNode, _ vaults: [JSONNode], _ reading: ChainReading
  ) -> [Figure] {
    let prices = MissingPrices(of: vaults)
    let gaps = document["gaps"]?.elements?.count ?? 0
    return [
      Figure("Read from", Phrase(document["chain"]?["endpoint"]?.string ?? "")),
      Figure("Era", Phrase(document["era"]?.string ?? "unknown")),
      Figure("Vaults", "\(String(vaults.count))"),
      Figure("Without a price", "\(String(prices.count))", Phrase(prices.remedy)),
      Figure("Gaps", "\(String(gaps))", gaps > 0 ? "listed in the JSON file" : ""),
    ]
  }

  private static func line(_ vault: JSONNode) -> [Figure] {
    func cell(_ key: String, _ label: String, _ text: String?) -> Figure {
      Figure(key, label, .text(text), text: Phrase(text ?? "unknown"))
    }
    let price = vault["stakePrice"]?.string.flatMap { try? Wad(parsing: $0) }
    return [
      cell("vault", "Vault", vault["vault"]?.string),
      cell("symbol", "Stake token", vault["officialName"]?.string ?? vault["symbol"]?.string),
      Figure(
        "stakePrice", "Stake price", .text(vault["stakePrice"]?.string),
        text: price.map { Phrase(.usd($0)) } ?? "unknown"),
    ]
  }
}

/// How many vaults lack a price, and what to do about it.
private struct MissingPrices {
  /// The vaults that lack any.
  let count: Int
  private let rewards: Int
  private let stakes: Int

  init(of vaults: [JSONNode]) {
    func lacks(_ vault: JSONNode, _ key: String) -> Bool { vault[key]?.isNull ?? true }
    rewards = vaults.count { lacks($0, "rewardPrice") }
    stakes = vaults.count { lacks($0, "stakePrice") }
    count = vaults.count { lacks($0, "rewardPrice") || lacks($0, "stakePrice") }
  }

  var remedy: String {
    let parts = [
      rewards > 0 ? "the reward's of \(rewards): --price bera=USD" : nil,
      stakes > 0 ? "the stake's of \(stakes): --price TOKEN=USD or --prices FILE" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}
