internal import Tabular

/// A run of whole records on its way through the pipeline, with the buffers it uses again and again.
///
/// One thread at a time holds a chunk; the pipeline hands it on.
final class CSVChunk {
  /// Its place in the input's order, from 0.
  var sequence = 0
  /// Where the first byte of `input` stands in the whole input.
  var byteOffset = 0
  let input: ByteBuffer
  /// Where the rows begin in `input`: behind the header in the first chunk.
  var start = 0
  /// Bytes of the one record that is too long to be held, beyond what `input` has.
  var droppedBytes = 0
  /// The error that ended the input here, in place of records.
  var failure: FileError?

  let output: ByteBuffer
  let index = SeparatorIndex()
  var tally = CSVTally()
  var rejects: [ChunkReject] = []

  /// Input and the somewhat longer output, rounded up.
  static let bytesPerInputByte = 3

  init(capacity: Int) {
    input = ByteBuffer(capacity: capacity)
    output = ByteBuffer(capacity: capacity + capacity / 4)
  }

  func clear() {
    input.count = 0
    output.count = 0
    (start, droppedBytes) = (0, 0)
    failure = nil
    tally = CSVTally()
    rejects.removeAll(keepingCapacity: true)
  }
}

/// What is counted while rows go by.
struct CSVTally {
  var rowsOut = 0
  var rejectedRows = 0
  var blankLines = 0
  var lineFeeds = 0
  var roundedValues = 0

  static func += (total: inout CSVTally, part: CSVTally) {
    total.rowsOut += part.rowsOut
    total.rejectedRows += part.rejectedRows
    total.blankLines += part.blankLines
    total.lineFeeds += part.lineFeeds
    total.roundedValues += part.roundedValues
  }
}

/// A rejected row as its chunk knows it: lines are counted from the chunk's own first.
struct ChunkReject {
  let linesBefore: Int
  let byteOffset: Int
  let column: String
  let reason: String
  let raw: [UInt8]
}
