import Faults
import Text
import Yields

@testable import Bulk

/// The fast reader of tables says what the careful one says, however the input is cut into chunks, and
/// every record of the input is a row, a reject or a blank line.
enum TableLaw {
  private static let header =
    "vault,reward_rate,period_finish,total_supply,reward_price,stake_price,stake_decimals\n"
  private static let metrics: [FigureKey] = [
    .apr, .active, .status, .tvlUsd, .rewardsPerYearUsd, .secondsLeft, .warnings,
  ]

  /// What the first byte of an input says: its low bits.
  private struct Settings {
    let byte: UInt8
    var hasUsualHeader: Bool { byte & 1 == 0 }
    var isStrict: Bool { byte & 2 != 0 }
    var writesNDJSON: Bool { byte & 4 != 0 }
    var recordLimit: Int { byte & 8 != 0 ? 90 + Int(byte >> 4) * 8 : 1 << 20 }
    /// Small enough to cut through every field.
    var smallChunk: Int { 1 + Int(byte >> 4) * 8 }
  }

  static func check(_ input: [UInt8]) throws(Breach) {
    guard let first = input.first else { return }
    let settings = Settings(byte: first)
    let table = (settings.hasUsualHeader ? Array(header.utf8) : []) + input.dropFirst()
    func run(fast: Bool, _ chunkSize: Int) throws(Breach) -> CSVInMemory? {
      let run = try Fault.accepted {
        try CSVInMemory.run(
          table, fast: fast, chunkSize: chunkSize, recordLimit: settings.recordLimit
        ) {
          $0.metrics = metrics
          $0.isStrict = settings.isStrict
          $0.writesNDJSON = settings.writesNDJSON
        }
      }
      // A strict run ends with its first reject.
      guard settings.isStrict, let reject = run?.rejects.first else { return run }
      return CSVInMemory(rejects: [reject])
    }
    let fast = try run(fast: true, 1 << 12)
    let careful = try run(fast: false, 1 << 12)
    try Breach.require(fast == careful, "fast \(shown(fast))\ncareful \(shown(careful))")
    let chopped = try run(fast: true, settings.smallChunk)
    try Breach.require(fast == chopped, "fast \(shown(fast))\nchopped \(shown(chopped))")
    guard let fast, !settings.isStrict || fast.rejects.isEmpty else { return }
    if settings.writesNDJSON { return try checkLines(of: fast) }
    let breach = PlainSplitter.breach(
      of: fast, input: table, from: start(of: table, limit: settings.recordLimit),
      limit: settings.recordLimit, figures: metrics.count)
    if let breach { throw Breach("\(breach)\n\(shown(fast))") }
  }

  /// Where the first record behind the header begins.
  private static func start(of table: [UInt8], limit: Int) -> Int {
    let mark = CSVGrammar.byteOrderMark
    let begin = table.starts(with: mark) ? mark.count : 0
    let records = PlainSplitter.records(in: table, from: begin, limit: limit)
    guard let header = records.firstIndex(where: { !$0.content.isEmpty }) else {
      return table.count
    }
    return records.dropFirst(header + 1).first?.content.lowerBound ?? table.count
  }

  private static func checkLines(of run: CSVInMemory) throws(Breach) {
    let lines = run.output.split(separator: 0x0A)
    try Breach.require(
      lines.count == run.rowsOut && lines.allSatisfy { (try? JSONReader.parse(Array($0))) != nil },
      "lines that are no objects: \(run.text)")
  }

  private static func shown(_ run: CSVInMemory?) -> String {
    run.map { "\($0)" } ?? "refused"
  }
}
