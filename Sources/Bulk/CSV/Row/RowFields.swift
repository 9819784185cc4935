internal import Text

// Unsafe: `base` is the first byte that the places count from, in the content of a `ByteBuffer` that
// stays where it is while the fields are looked at.

/// The fields of a row by the places of its separators: a row without quotes, whose delimiters and
/// line feed are just as many as there are columns.
@unsafe struct PlacedFields: RecordFields {
  private let base: UnsafeRawPointer
  /// The place before the row, then those of its separators.
  private let places: UnsafePointer<UInt32>
  private let last: Int
  private let contentEnd: UInt32

  /// Nothing for a row that is not like that.
  @inline(always)
  init?(
    base: UnsafeRawPointer, places: UnsafePointer<UInt32>, count: Int, delimiter: UInt8
  ) {
    func byte(_ place: UInt32) -> UInt8 {
      unsafe (base + Int(place)).loadUnaligned(as: UInt8.self)
    }
    guard unsafe byte(places[count]) == UInt8(ascii: "\n") else { return nil }
    var column = 1
    while column < count {
      guard unsafe byte(places[column]) == delimiter else { return nil }
      column &+= 1
    }
    let end = unsafe places[count]
    let endsWithReturn = byte(end &- 1) == UInt8(ascii: "\r")
    unsafe contentEnd = endsWithReturn ? end &- 1 : end
    unsafe self.base = base
    unsafe self.places = places
    unsafe last = count &- 1
  }

  @inline(always)
  subscript(column: Int) -> DigitField {
    let start = unsafe places[column] &+ 1
    let end = unsafe column == last ? contentEnd : places[column &+ 1]
    return unsafe DigitField(start: base + Int(start), count: Int(end &- start))
  }

  /// The row's bytes without the line end.
  @inline(always)
  var contentLength: Int { unsafe Int(contentEnd &- places[0] &- 1) }

  /// The row's bytes, line end included.
  @inline(always)
  var recordLength: Int { unsafe Int(places[last &+ 1] &- places[0]) }
}

/// The fields of a record as the grammar found them.
@unsafe struct FoundFields: RecordFields {
  let base: UnsafeRawPointer
  let fields: UnsafePointer<CSVField>

  @inline(always)
  subscript(column: Int) -> DigitField {
    let field = unsafe fields[column]
    return unsafe DigitField(start: base + field.start, count: field.end &- field.start)
  }
}
