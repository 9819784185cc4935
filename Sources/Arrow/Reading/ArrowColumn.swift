internal import CBeraYield

// Unsafe: the buffers of a column belong to an array that outlives the column (`ArrowBatch` holds it). They carry
// no sizes: what can be checked is checked here or in the row that reads it, as counts, sums, offsets that fall or
// pass the last one, indices of views; the rest is the producer's word. No pointer leaves but to `TextCell`.

/// A column of a batch where it stands: nothing is copied but the values that are read.
@safe struct ArrowColumn: @unchecked Sendable {
  let name: String
  let type: ArrowType
  let length: Int
  private let offset: Int
  private let validity: UnsafeRawPointer?
  /// The values, or the offsets or views of texts.
  private let values: UnsafeRawPointer?
  /// The bytes of texts, and where they end.
  private let bytes: UnsafeRawPointer?
  private let byteCount: Int
  /// The buffers of views, and their sizes.
  private let viewBuffers: UnsafeMutablePointer<UnsafeRawPointer?>?
  private let viewSizes: UnsafeRawPointer?
  private let viewCount: Int

  /// Checks an array of a type.
  ///
  /// - Parameters:
  ///   - array: the array; not released while the column is in use.
  ///   - type: of its values.
  ///   - name: of the column, for messages.
  ///   - first: rows of the batch that are left out in front.
  ///   - count: rows of the batch; nil for all of an array that is no column of one.
  /// - Throws: `ArrowFault` for an array that contradicts itself.
  init(
    _ array: ArrowArray, _ type: ArrowType, name: String, from first: Int, count: Int?
  ) throws(ArrowFault) {
    func malformed(_ found: String, _ expected: String) -> ArrowFault {
      .malformed(name, found, expected: expected)
    }
    let all = unsafe (length: Int(array.length), offset: Int(array.offset))
    guard unsafe array.release != nil else {
      throw malformed("an array that was released or moved", "an array")
    }
    let limit = Int.max / 64
    guard (0...limit).contains(all.length), (0...limit).contains(all.offset),
      all.length + all.offset <= limit, all.length >= first + (count ?? 0)
    else {
      throw malformed(
        "a length of \(all.length) from \(all.offset) on", "\(first + (count ?? 0)) rows or more")
    }
    let nulls = unsafe array.null_count
    guard nulls >= -1, nulls <= all.length else {
      throw malformed("\(nulls) nulls among \(all.length) rows", "a count of them, or -1")
    }
    let buffers = unsafe Int(clamping: array.n_buffers)
    let isView = type == .views
    guard isView ? buffers >= 3 : buffers == type.bufferCount,
      unsafe buffers == 0 || array.buffers != nil
    else { throw malformed("\(buffers) buffers", "\(type.bufferCount)") }
    self.name = name
    self.type = type
    length = count ?? all.length
    offset = all.offset + first
    guard type != .nulls else {
      unsafe (validity, values, bytes) = (nil, nil, nil)
      unsafe (viewBuffers, viewSizes) = (nil, nil)
      (byteCount, viewCount) = (0, 0)
      return
    }
    unsafe validity = nulls == 0 ? nil : array.buffers[0]
    guard unsafe nulls <= 0 || validity != nil else {
      throw malformed("\(nulls) nulls and no bitmap of them", "both")
    }
    unsafe values = type == .rows ? nil : array.buffers[1]
    guard unsafe length == 0 || type == .rows || values != nil else {
      throw malformed("no values for \(length) rows", "a buffer of them")
    }
    switch type {
    case .text(let bits):
      unsafe bytes = array.buffers[2]
      unsafe byteCount = length == 0 ? 0 : Self.offset(values, offset + length, bits)
      guard byteCount >= 0, unsafe byteCount == 0 || bytes != nil else {
        throw malformed("texts that end at \(byteCount) of no bytes", "a buffer of them")
      }
      unsafe (viewBuffers, viewSizes, viewCount) = (nil, nil, 0)
    case .views:
      viewCount = buffers - 3
      unsafe viewBuffers = array.buffers + 2
      unsafe viewSizes = array.buffers[buffers - 1]
      guard unsafe viewCount == 0 || viewSizes != nil else {
        throw malformed("\(viewCount) buffers of texts without their sizes", "both")
      }
      unsafe (bytes, byteCount) = (nil, 0)
    default:
      unsafe (bytes, viewBuffers, viewSizes) = (nil, nil, nil)
      (byteCount, viewCount) = (0, 0)
    }
  }

  /// Whether some rows may be null.
  var mayHaveNulls: Bool { unsafe type == .nulls || validity != nil }

  /// Whether a row is null.
  @inline(__always)
  func isNull(_ row: Int) -> Bool {
    guard let validity = unsafe validity else { return type == .nulls }
    let place = row &+ offset
    let byte = unsafe validity.load(fromByteOffset: place &>> 3, as: UInt8.self)
    return byte &>> UInt8(place & 7) & 1 == 0
  }

  /// A value of fixed width.
  @inline(__always)
  func value<Value: BitwiseCopyable>(_ row: Int, of _: Value.Type, half: Int = 0) -> Value {
    let width = type.width
    guard let values = unsafe values, row >= 0, row < length else {
      preconditionFailure("a row outside its column")
    }
    return unsafe values.loadUnaligned(
      fromByteOffset: (row &+ offset) &* width &+ half, as: Value.self)
  }

  /// Hands out consecutive values of fixed width, aligned or not.
  @inline(__always)
  func withValues<Result>(_ rows: Range<Int>, _ body: (RawSpan) -> Result) -> Result {
    guard let values = unsafe values, rows.lowerBound >= 0, rows.upperBound <= length else {
      preconditionFailure("rows outside their column")
    }
    let start = unsafe values + (rows.lowerBound + offset) * type.width
    return unsafe body(RawSpan(_unsafeStart: start, byteCount: rows.count * type.width))
  }

  private static func offset(_ offsets: UnsafeRawPointer?, _ place: Int, _ bits: Int) -> Int {
    guard let offsets = unsafe offsets else { return 0 }
    return bits == 32
      ? unsafe Int(offsets.loadUnaligned(fromByteOffset: 4 * place, as: Int32.self))
      : unsafe Int(offsets.loadUnaligned(fromByteOffset: 8 * place, as: Int64.self))
  }

  /// The bytes of a text; nil where its offsets fall, or pass the last one or the end of their buffer.
  @inline(__always)
  func cell(_ row: Int) -> UnsafeRawBufferPointer? {
    guard let values = unsafe values, row >= 0, row < length else { return nil }
    let place = row &+ offset
    guard case .text(let bits) = type else { return unsafe view(values + 16 * place) }
    let start = unsafe Self.offset(values, place, bits)
    let end = unsafe Self.offset(values, place &+ 1, bits)
    guard start >= 0, end >= start, end <= byteCount else { return nil }
    guard let bytes = unsafe bytes else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(start: bytes + start, count: end - start)
  }

  /// Whether seven bytes behind a text that ends here may be read.
  @inline(__always)
  func hasRoom(behind cell: UnsafeRawBufferPointer) -> Bool {
    guard let bytes = unsafe bytes, let start = cell.baseAddress else { return false }
    return unsafe start + cell.count + 7 <= bytes + byteCount
  }

  private func view(_ view: UnsafeRawPointer) -> UnsafeRawBufferPointer? {
    let count = unsafe Int(view.loadUnaligned(as: Int32.self))
    guard count >= 0 else { return nil }
    if count <= 12 { return unsafe UnsafeRawBufferPointer(start: view + 4, count: count) }
    let buffer = unsafe Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
    let start = unsafe Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    guard buffer >= 0, buffer < viewCount, start >= 0, let viewBuffers = unsafe viewBuffers,
      let sizes = unsafe viewSizes
    else { return nil }
    let size = unsafe sizes.loadUnaligned(fromByteOffset: 8 * buffer, as: Int64.self)
    guard let base = unsafe viewBuffers[buffer], start + count <= size else { return nil }
    return unsafe UnsafeRawBufferPointer(start: base + start, count: count)
  }
}
