internal import Platform
internal import Faults
/// Walks over JSON bytes one at a time and knows where it is.
///
/// The bytes are either all there, or come from a `ByteSource` in pieces of fixed size; the memory
/// used does not depend on the length of the input.
struct JSONCursor {
  /// The piece at hand: bytes `next..<end` are still to come.
  private var piece: [UInt8]
  private var next = 0
  private var end: Int
  private let source: ByteSource?
  /// The input as the user named it.
  let name: String
  /// What the source refused.
  ///
  /// The cursor then behaves as if the input ended there.
  private(set) var refusal: Fault?

  /// Where what is held whole begins: the document, or an element of it.
  private var start = 0

  /// Bytes before the piece at hand.
  private var pieceOffset = 0
  private var line = 1
  private var lineOffset = 0
  /// Bytes on this line that continue a UTF-8 scalar and so do not advance the column.
  private var continuationBytes = 0

  private static let pieceSize = 1 << 16

  init(bytes: [UInt8], name: String) {
    self.name = name
    piece = bytes
    end = bytes.count
    source = nil
    skipByteOrderMark()
  }

  init(source: ByteSource) {
    piece = [UInt8](repeating: 0, count: Self.pieceSize)
    end = 0
    self.source = source
    name = source.name
    skipByteOrderMark()
  }

  var byteOffset: Int { pieceOffset + next }

  var position: SourcePosition {
    SourcePosition(
      line: line, column: byteOffset - lineOffset - continuationBytes + 1, byteOffset: byteOffset)
  }

  /// The byte to come, or nil at the end.
  mutating func peek() -> UInt8? {
    if next == end, !refill() { return nil }
    return piece[next]
  }

  /// Steps over the byte that `peek()` showed.
  mutating func advance() {
    if piece[next] == UInt8(ascii: "\n") {
      line += 1
      lineOffset = byteOffset + 1
      continuationBytes = 0
    } else if piece[next] & 0xC0 == 0x80 {
      continuationBytes += 1
    }
    next += 1
  }

  /// Steps over a flat object behind a comma, where the piece at hand has one and `body` takes it.
  ///
  /// - Parameters:
  ///   - object: receives what is found.
  ///   - body: looks at the object.
  /// - Returns: whether the object was taken.
  mutating func take(_ object: inout JSONFlatObject, _ body: JSONFlatObject.Taker) -> Bool {
    guard finds(&object, body) else { return false }
    if object.lineFeeds > 0 {
      line += object.lineFeeds
      lineOffset = pieceOffset + object.lastLineFeed + 1
      continuationBytes = 0
    }
    next = object.end
    return true
  }

  private func finds(_ object: inout JSONFlatObject, _ body: JSONFlatObject.Taker) -> Bool {
    let bytes = piece.span.extracting(first: end)
    return object.read(bytes, behindCommaAt: next) && body(object, bytes)
  }

  /// Begins an element that is held whole: nothing before it counts.
  mutating func beginElement() { start = byteOffset }

  /// Steps over blanks and returns the byte after them, or nil at the end.
  mutating func peekAfterBlanks() -> UInt8? {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): advance()
      default: return byte
      }
    }
    return nil
  }

  /// Moves bytes for which `belongs` holds to the end of `text`.
  mutating func take(into text: inout [UInt8], while belongs: (UInt8) -> Bool) {
    while let byte = peek(), belongs(byte) {
      text.append(byte)
      advance()
    }
  }

  private mutating func refill(atLeast minimum: Int = 1) -> Bool {
    guard let source, refusal == nil else { return false }
    pieceOffset += end
    (next, end) = (0, 0)
    guard pieceOffset - start <= ByteSource.largestWhole else {
      refusal = source.notWhole
      return false
    }
    // The first bytes tell what is no text at all.
    let isFirst = pieceOffset == 0
    do throws(Fault) {
      var span = piece.mutableSpan
      end = try source.read(into: &span, atLeast: isFirst ? ForeignFormat.length : minimum)
    } catch {
      refusal = error
    }
    if isFirst, refusal == nil {
      refusal = ForeignFormat.refusal(of: piece[..<end], name: name, wanted: .json)
      if refusal != nil { end = 0 }
    }
    return end > 0
  }

  /// RFC 8259 lets a parser ignore U+FEFF in front; spreadsheets and Windows tools write it.
  private mutating func skipByteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    _ = refill(atLeast: mark.count)
    guard end >= mark.count, piece[..<mark.count].elementsEqual(mark) else { return }
    next = mark.count
    lineOffset = mark.count
  }
}
