internal import Faults

/// A run of whole records on its way through the threads, with the buffers it uses again and again.
///
/// One thread at a time holds a chunk; `OrderedWork` hands it on.
final class CSVChunk {
  /// Its place in the input's order, from 0.
  var sequence = 0
  /// Where the first byte of `input` stands in the whole input.
  var byteOffset = 0
  private(set) var input: ByteBuffer
  /// Where the rows begin in `input`: behind the header in the first chunk.
  var start = 0
  /// Bytes of the one record that is too long to be held, beyond what `input` has.
  var droppedBytes = 0
  /// Whether the input ends within a record that is too long and whose tail is not read.
  var isCutOff = false

  private(set) var output: ByteBuffer
  var tally = CSVTally()
  var rejects: [ChunkReject] = []

  /// Input and the somewhat longer output, rounded up.
  static let bytesPerInputByte = 3

  private let capacity: Int
  /// Where memory beyond the usual comes from; none is counted without it.
  var budget: GrowthBudget?
  private var taken = 0

  init(capacity: Int) {
    self.capacity = capacity
    input = ByteBuffer(capacity: capacity)
    output = Self.outputBuffer(capacity)
  }

  private static func outputBuffer(_ capacity: Int) -> ByteBuffer {
    ByteBuffer(capacity: capacity + capacity / 4)
  }

  /// Reserves `additional` bytes of input; blocks while the growth budget is spent.
  func reserveInput(_ additional: Int) {
    reserve(additional, in: input, copies: Self.copiesOfLongRecord)
  }

  /// Reserves `additional` bytes of output; blocks while the growth budget is spent.
  func reserveOutput(_ additional: Int) {
    reserve(additional, in: output, copies: 1)
  }

  /// A long record may be copied once more as text, for a message about it.
  private static let copiesOfLongRecord = 2

  private func reserve(_ additional: Int, in buffer: ByteBuffer, copies: Int) {
    let growth = buffer.growth(reserving: additional)
    guard growth > 0 else { return }
    budget?.take(growth * copies, forChunk: sequence)
    taken += growth * copies
    buffer.reserve(additional)
  }

  /// Goes back to the usual size where others may need the memory; nothing is kept of the content.
  func settle() {
    rejects = []
    guard taken > 0, budget?.giveBack(taken) ?? false else { return }
    taken = 0
    input = ByteBuffer(capacity: capacity)
    output = Self.outputBuffer(capacity)
  }

  func clear() {
    input.count = 0
    output.count = 0
    (start, droppedBytes, isCutOff) = (0, 0, false)
    tally = CSVTally()
    rejects = []
  }
}

/// What is counted while rows go by.
struct CSVTally {
  var rowsOut = 0
  var rejectedRows = 0
  var blankLines = 0
  var lineFeeds = 0
  var roundedValues = 0
  /// The rows' own times, where they have them.
  var times = RowTimes()
  /// The first time without a zone, by the line feeds before its row, and its column.
  var zoneless: (linesBefore: Int, column: Place)?
  /// Warnings, placed by the line feeds before a row.
  var doubts = DoubtTally()
  /// What came of published yields, placed likewise.
  var comparison = ComparisonTotals()
}

/// A rejected row as its chunk knows it: lines are counted from the chunk's own first.
struct ChunkReject {
  let linesBefore: Int
  let byteOffset: Int
  /// What is wrong, placed at the column.
  let fault: Fault
  /// Where its text stands in the chunk's input.
  let raw: Range<Int>
}
