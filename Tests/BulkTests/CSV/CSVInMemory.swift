import Faults
import FixedPoint
import Quantities
import Text

@testable import Bulk

/// A run of the pipeline over bytes in memory, chunk after chunk, and all that it says.
struct CSVInMemory: Equatable {
  struct Reject: Equatable, CustomStringConvertible {
    let line: Int
    let byteOffset: Int
    let column: String
    let reason: String
    let raw: [UInt8]

    var description: String {
      "\(line),\(byteOffset),\(column),\(reason),\(String(decoding: raw, as: UTF8.self))"
    }
  }

  var output: [UInt8] = []
  /// How much of the output is its header.
  var headerLength = 0
  var rejects: [Reject] = []
  var rowsOut = 0
  var rejectedRows = 0
  var blankLines = 0
  var roundedValues = 0
  var doubts = DoubtTally()
  var comparison = ComparisonTotals()

  var text: String { String(decoding: output, as: UTF8.self) }

  static let time: UInt64 = 1_800_000_000

  /// Runs over a whole input, header included.
  static func run(
    _ bytes: [UInt8], fast: Bool = true, chunkSize: Int = 1 << 16, recordLimit: Int = 1 << 20,
    configure: (inout CSVAnalysis) -> Void = { _ in }
  ) throws -> CSVInMemory {
    var rest = bytes[...]
    var analysis = CSVAnalysis(time: try Timestamp(time))
    analysis.recordLimit = recordLimit
    configure(&analysis)
    let reader = unsafe ChunkReader(
      chunkSize: chunkSize, recordLimit: recordLimit, delimiter: analysis.form.delimiter
    ) {
      buffer in
      let piece = rest.prefix(buffer.count)
      unsafe buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    let chunk = CSVChunk(capacity: chunkSize)
    let header = try InputHeader(reading: reader, into: chunk, analysis: analysis, input: "in.csv")
    let processor = ChunkProcessor(
      plan: header.plan, recordLimit: recordLimit, usesFastPath: fast)
    var run = CSVInMemory()
    run.output = header.outputLine
    run.headerLength = header.outputLine.count
    var linesBefore = 1 + header.lineFeeds
    var sequence = chunk.sequence
    repeat {
      precondition(chunk.sequence == sequence, "chunks out of order")
      processor.process(chunk)
      run.take(chunk, linesBefore: linesBefore)
      linesBefore += chunk.tally.lineFeeds
      sequence += 1
      chunk.clear()
    } while try reader.next(into: chunk)
    return run
  }

  private mutating func take(_ chunk: CSVChunk, linesBefore: Int) {
    output += chunk.output.copy(0..<chunk.output.count)
    rejects += chunk.rejects.map { reject in
      Reject(
        line: linesBefore + reject.linesBefore, byteOffset: reject.byteOffset,
        column: reject.fault.place?.member ?? "", reason: reject.fault.fact,
        raw: chunk.input.copy(reject.raw))
    }
    rowsOut += chunk.tally.rowsOut
    rejectedRows += chunk.tally.rejectedRows
    blankLines += chunk.tally.blankLines
    roundedValues += chunk.tally.roundedValues
    doubts.merge(chunk.tally.doubts, from: linesBefore)
    comparison.merge(chunk.tally.comparison, from: linesBefore)
  }
}
