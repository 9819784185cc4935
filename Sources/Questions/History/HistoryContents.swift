package import Faults
internal import FixedPoint
package import History
internal import Quantities
package import Sheets
internal import Text
internal import Yields

/// What is in a history: blocks, times, vaults, and where blocks are missing.
package struct HistoryContents {
  private let name: String
  private let chainID: UInt64?
  private let blocks: [StoredBlock]
  private let vaults: Int
  private let failures: [(failure: String, count: Int)]
  private let failingSince: Timestamp?

  /// Looks into a store.
  package init(of store: HistoryStore) throws(Fault) {
    name = store.name
    chainID = try store.chainID
    blocks = try store.blocks()
    vaults = try store.vaultAddresses().count
    failures = try store.failures()
    failingSince = try store.failingSince()
  }

  /// The usual time between two blocks of the store: the median.
  private var usual: Seconds? {
    let steps = zip(blocks, blocks.dropFirst()).map { $0.time.seconds(until: $1.time) }.sorted()
    return steps.isEmpty ? nil : steps[steps.count / 2]
  }

  /// Where more than one and a half times the usual time lies between two blocks.
  private var gaps: [(from: StoredBlock, to: StoredBlock)] {
    guard let usual else { return [] }
    return zip(blocks, blocks.dropFirst()).filter {
      $0.time.seconds(until: $1.time).count * 2 > usual.count * 3
    }.map { (from: $0, to: $1) }
  }

  /// The answer.
  package var sheet: Sheet {
    var sheet = Sheet(Phrase("History in \(name)"))
    // People copy these numbers: without marks between the digits.
    func number(_ key: String, _ label: String, _ value: UInt64) -> Figure {
      Figure(key, label, .whole("\(value)"), text: Phrase("\(value)"))
    }
    func end(_ key: String, _ label: String, _ block: StoredBlock?) -> [Figure] {
      guard let block else {
        return [.none(key + "Block", label + " block", "none"), .none(key, label, "none")]
      }
      return [
        number(key + "Block", label + " block", block.number),
        .time(key, label, block.time),
      ]
    }
    sheet.append(
      figures: [
        chainID.map { number("chainId", "chain", $0) }
          ?? .none("chainId", "chain", "none yet"),
        .count("blocks", "blocks", blocks.count),
      ] + end("first", "first", blocks.first) + end("last", "last", blocks.last) + [
        .count("vaults", "vaults", vaults),
        usual.map { .seconds("usualSeconds", "usual time between blocks", ExactInteger($0.count)) }
          ?? .none("usualSeconds", "usual time between blocks", "none"),
        failingSince.map { .time("failingSince", "failing since", $0) }
          ?? .none("failingSince", "failing since", "the last attempt did not fail"),
      ])
    sheet.append(
      Table(
        "gaps", "gaps, where more time passed than usual",
        rows: gaps.map { from, to in
          [
            .time("from", "from", from.time), .time("to", "to", to.time),
            .seconds("seconds", "length", ExactInteger(from.time.seconds(until: to.time).count)),
          ]
        }, columns: ["from", "to", "seconds"]))
    sheet.append(
      Table(
        "failures", "failed attempts",
        rows: failures.map { failure, count in
          [.text("failure", "what", failure), .count("count", "times", count)]
        }, columns: ["failure", "count"]))
    let blocks = blocks
    sheet.append(
      Table(
        "readings",
        rows: RowSource(count: blocks.count) { index in
          let block = blocks[index]
          return [
            .block("block", "block", ExactInteger(block.number)), .text("hash", "hash", block.hash),
            .time("time", "time", block.time), .count("vaults", "vaults", block.vaultCount),
          ]
        }, columns: ["block", "hash", "time", "vaults"]), for: .programs)
    sheet.csvTable = "readings"
    return sheet
  }

  /// What `history STORE` answers.
  package static let answer = Answer(
    "history", "history STORE", "What is in a history.", usualRows: "readings",
    [
      .value("chainId", .count, "The chain.", null: empty),
      .value("blocks", .count, "How many blocks there are."),
      .value("firstBlock", .count, "The first one.", null: empty),
      .value("first", .time, "Its time.", null: empty),
      .value("lastBlock", .count, "The last one.", null: empty),
      .value("last", .time, "Its time.", null: empty),
      .value("vaults", .count, "How many vaults were ever seen."),
      .value(
        "usualSeconds", .seconds, "The median of the times between blocks.",
        null: "there are fewer than two"),
      .value(
        "failingSince", .time, "Since when every attempt has failed.",
        null: "the last attempt did not fail"),
      .rows(
        "gaps", "Where more than one and a half times the usual time lies between two blocks.",
        [
          .value("from", .time, "The block before it."), .value("to", .time, "The block after it."),
          .value("seconds", .seconds, "How long it is."),
        ]),
      .rows(
        "failures", "Attempts that failed.",
        [
          .value("failure", .text, "What went wrong."), .value("count", .count, "How often."),
        ]),
      .rows(
        "readings", "The blocks, by number.",
        [
          .value("block", .count, "Its number."), .value("hash", .text, "Its hash."),
          .value("time", .time, "Its time."),
          .value("vaults", .count, "How many vaults the snapshot has."),
        ]),
    ])

  private static let empty = "the store is empty"
}
