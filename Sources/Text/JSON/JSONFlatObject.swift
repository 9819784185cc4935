/// An object whose values are texts without escapes and plain numbers, found where it stands: what documents of
/// many rows consist of, read without a copy.
///
/// All its bytes are ASCII. Whether a key comes twice, and what a number means, is not looked at.
package struct JSONFlatObject {
  /// A key and its value, as places in the bytes.
  package struct Member {
    /// The key without its quotes.
    package let key: Range<Int>
    /// The number, or the text without its quotes.
    package let value: Range<Int>
    package let isText: Bool
  }

  package private(set) var members: [Member] = []
  /// Where the object ends.
  private(set) var end = 0
  private(set) var lineFeeds = 0
  /// The last line feed before the end.
  private(set) var lastLineFeed = 0

  /// Looks at an object in the bytes that its places are of; false where it is not taken.
  package typealias Taker = (JSONFlatObject, Span<UInt8>) -> Bool

  /// So many bytes can be read behind each value.
  package static let slack = 8

  private static let quote = UInt8(ascii: "\"")

  package init() {}

  /// Finds the object behind a comma.
  ///
  /// - Parameters:
  ///   - bytes: the document, or the piece of it that is there.
  ///   - start: where the comma or the blanks before it begin.
  /// - Returns: false for anything else, or where the bytes do not hold the object and the slack.
  mutating func read(_ bytes: Span<UInt8>, behindCommaAt start: Int) -> Bool {
    members.removeAll(keepingCapacity: true)
    (end, lineFeeds) = (start, 0)
    guard take(UInt8(ascii: ","), in: bytes), take(UInt8(ascii: "{"), in: bytes) else {
      return false
    }
    repeat {
      guard let key = text(in: bytes), take(UInt8(ascii: ":"), in: bytes) else { return false }
      if let value = text(in: bytes) {
        members.append(Member(key: key, value: value, isText: true))
      } else if let value = number(in: bytes) {
        members.append(Member(key: key, value: value, isText: false))
      } else {
        return false
      }
    } while take(UInt8(ascii: ","), in: bytes)
    return take(UInt8(ascii: "}"), in: bytes) && end + Self.slack <= bytes.count
  }

  /// Steps over blanks, and a byte behind them if it comes.
  private mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    skipBlanks(in: bytes)
    guard end < bytes.count, bytes[end] == byte else { return false }
    end &+= 1
    return true
  }

  private mutating func skipBlanks(in bytes: Span<UInt8>) {
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\n"):
        lineFeeds &+= 1
        lastLineFeed = end
      case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"): break
      default: return
      }
      end &+= 1
    }
  }

  /// The text that comes; nil, and nothing passed but blanks, for anything else.
  private mutating func text(in bytes: Span<UInt8>) -> Range<Int>? {
    skipBlanks(in: bytes)
    guard end < bytes.count, bytes[end] == Self.quote else { return nil }
    let start = end &+ 1
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.quote {
        end = place &+ 1
        return start..<place
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return nil }
      place &+= 1
    }
    return nil
  }

  /// The number that comes, of digits and points alone: one without leading zeros.
  private mutating func number(in bytes: Span<UInt8>) -> Range<Int>? {
    let start = end
    var place = start
    while place < bytes.count, bytes[place].isASCIIDigit || bytes[place] == UInt8(ascii: ".") {
      place &+= 1
    }
    guard place > start, place < bytes.count else { return nil }
    let isZero = bytes[start] == UInt8(ascii: "0") && place > start + 1
    guard !isZero || bytes[start + 1] == UInt8(ascii: ".") else { return nil }
    end = place
    return start..<place
  }
}
