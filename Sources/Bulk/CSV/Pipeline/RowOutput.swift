// Unsafe: `cursor` stands behind what was written to the chunk's output, whose memory reaches to
// `end` and the buffer's slack; nothing else writes there between `init` and `finish`. What is copied
// is content of the chunk's input, whose slack covers the bytes that are read behind it.

internal import Quantities
internal import Text
internal import YieldKernels

/// Where the rows of a chunk stand in its output.
@unsafe struct RowOutput {
  private var cursor: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var rows = 0
  private var doubts = DoubtTally()
  private var times = RowTimes()
  /// The present time where rows have their own times; nil where they have none.
  private let now: UInt64?
  private let delimiter: CSVDelimiter
  private let chunk: CSVChunk

  init(of chunk: CSVChunk, plan: RowPlan) {
    unsafe now = plan.hasTimes ? plan.time.seconds : nil
    unsafe delimiter = plan.form.delimiter
    unsafe self.chunk = chunk
    unsafe cursor = chunk.output.base + chunk.output.count
    unsafe end = chunk.output.base + chunk.output.capacity
  }

  /// Writes a row of a block with its figures; false where the kernels' range ends.
  @inline(always)
  mutating func append(
    _ block: borrowing RowBlock, _ index: Int, from input: UnsafeRawPointer, _ figures: RowFigures
  ) -> Bool {
    let row = block[index]
    let room = row.length &+ figures.room
    if unsafe end - cursor < room { unsafe grow(room) }
    unsafe Self.copy(input + row.start, to: cursor, count: row.length)
    var figureEnd = unsafe cursor + row.length
    guard let found = unsafe figures.append(block.vaults, index, at: &figureEnd) else {
      return false
    }
    unsafe figureEnd.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
    unsafe cursor = figureEnd + 1
    if !found.isEmpty { unsafe doubts.add(found, at: row.linesBefore) }
    if let now = unsafe now {
      let vault = block.vaults[index]
      unsafe times.add(vault.timestamp, finish: vault.periodFinish, now: now)
    }
    unsafe rows &+= 1
    return true
  }

  /// Counts a row that was read carefully.
  private mutating func count(_ row: CarefulRow, behindLines lineFeeds: Int) {
    unsafe doubts.add(row.doubts, at: lineFeeds)
    if let now = unsafe now {
      let finish = row.periodFinish?.seconds ?? VaultStatus.noPeriodFinish
      unsafe times.add(row.time.seconds, finish: finish, now: now)
    }
    unsafe rows += 1
  }

  /// Writes a row with the text of its figures.
  mutating func append(
    _ content: UnsafeRawBufferPointer, _ figures: [String], of row: CarefulRow,
    behindLines lineFeeds: Int
  ) {
    var text: [UInt8] = []
    for figure in figures {
      unsafe text.append(delimiter.rawValue)
      unsafe CSVWriter.append(figure.utf8, to: &text, delimiter: delimiter)
    }
    text.append(UInt8(ascii: "\n"))
    unsafe grow(content.count + text.count)
    unsafe cursor.copyMemory(from: content.baseAddress.unsafelyUnwrapped, byteCount: content.count)
    unsafe text.withUnsafeBytes { text in
      let target = unsafe UnsafeMutableRawBufferPointer(
        start: cursor + content.count, count: text.count)
      unsafe target.copyMemory(from: text)
    }
    unsafe cursor += content.count + text.count
    unsafe count(row, behindLines: lineFeeds)
  }

  /// Writes a row that is whole, its line feed included.
  mutating func append(
    _ line: UnsafeRawBufferPointer, of row: CarefulRow, behindLines lineFeeds: Int
  ) {
    unsafe grow(line.count)
    unsafe cursor.copyMemory(from: line.baseAddress.unsafelyUnwrapped, byteCount: line.count)
    unsafe cursor += line.count
    unsafe count(row, behindLines: lineFeeds)
  }

  /// Tells the chunk what was written.
  func finish() {
    unsafe chunk.output.count = cursor - chunk.output.base
    unsafe chunk.tally.rowsOut += rows
    unsafe chunk.tally.doubts = doubts
    unsafe chunk.tally.times = times
  }

  /// Makes room for so many bytes.
  @inline(never)
  private mutating func grow(_ room: Int) {
    let output = unsafe chunk.output
    unsafe output.count = cursor - output.base
    unsafe chunk.reserveOutput(room)
    unsafe cursor = output.base + output.count
    unsafe end = output.base + output.capacity
  }

  /// Copies in steps of 16 bytes; reads and writes up to 15 bytes beyond the end.
  @inline(always)
  private static func copy(
    _ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int
  ) {
    var offset = 0
    while offset < count {
      let piece = unsafe (source + offset).loadUnaligned(as: SIMD32<UInt8>.self)
      unsafe (target + offset).storeBytes(of: piece, as: SIMD32<UInt8>.self)
      offset &+= 32
    }
  }
}
