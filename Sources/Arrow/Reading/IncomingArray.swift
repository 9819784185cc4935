package import CBeraYield

// Unsafe: a structure is copied bit by bit, and the original says that it was moved, as Arrow has it; so its
// release function is called by one owner, once, when that is gone. The memory of the copy is ours.

/// An array that was handed over: it is released when nobody needs it any more.
@safe package final class IncomingArray: @unchecked Sendable {
  let array: UnsafeMutablePointer<ArrowArray>

  /// Takes an array over; what the caller has then counts as moved.
  package init(moving source: UnsafeMutablePointer<ArrowArray>) {
    unsafe array = .allocate(capacity: 1)
    unsafe array.initialize(to: source.pointee)
    unsafe source.pointee.release = nil
    LiveCounts.begin(.array)
  }

  deinit {
    if let release = unsafe array.pointee.release { unsafe release(array) }
    unsafe array.deallocate()
    LiveCounts.end(.array)
  }

  /// The rows of the batch.
  package var length: Int { unsafe Int(clamping: array.pointee.length) }

  /// Takes a column out; it belongs to the caller then, and is as long as the batch.
  func takeColumn(_ index: Int) throws(ArrowFault) -> OutgoingArray {
    let batch = unsafe array.pointee
    guard let child = unsafe batch.children[index], unsafe child.pointee.release != nil else {
      throw .malformed(nil, "a column that is kept twice", expected: "each once")
    }
    let moved = unsafe OutgoingArray(moving: child)
    moved.show(from: unsafe Int(batch.offset), count: unsafe Int(batch.length))
    return moved
  }
}

/// A schema that was handed over.
@safe package final class IncomingSchema {
  let schema: UnsafeMutablePointer<ArrowSchema>

  /// Takes a schema over; what the caller has then counts as moved.
  package init(moving source: UnsafeMutablePointer<ArrowSchema>) {
    unsafe schema = .allocate(capacity: 1)
    unsafe schema.initialize(to: source.pointee)
    unsafe source.pointee.release = nil
    LiveCounts.begin(.schema)
  }

  deinit {
    if let release = unsafe schema.pointee.release { unsafe release(schema) }
    unsafe schema.deallocate()
    LiveCounts.end(.schema)
  }

  /// The columns that it names.
  package func columns() throws(ArrowFault) -> [ArrowField] {
    try unsafe ArrowField.columns(of: UnsafePointer(schema))
  }

  /// What it says of a column, to hand on.
  package func outgoing(_ index: Int) throws(ArrowFault) -> OutgoingField {
    guard let child = unsafe schema.pointee.children[index] else {
      throw .malformed(nil, "a column that is null", expected: "a column")
    }
    return try unsafe OutgoingField(copying: child.pointee)
  }
}

/// A stream that was handed over.
@safe package final class IncomingStream {
  private let stream: UnsafeMutablePointer<ArrowArrayStream>

  /// Takes a stream over; what the caller has then counts as moved.
  package init(moving source: UnsafeMutablePointer<ArrowArrayStream>) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: source.pointee)
    unsafe source.pointee.release = nil
    LiveCounts.begin(.stream)
  }

  deinit {
    if let release = unsafe stream.pointee.release { unsafe release(stream) }
    unsafe stream.deallocate()
    LiveCounts.end(.stream)
  }

  /// The next batch; nil behind the last.
  ///
  /// - Throws: `ArrowFault` in the producer's own words.
  package func next() throws(ArrowFault) -> IncomingArray? {
    guard unsafe stream.pointee.release != nil, let getNext = unsafe stream.pointee.get_next else {
      throw .malformed(nil, "a stream that was released or moved", expected: "a stream")
    }
    var array = unsafe ArrowArray()
    let code = unsafe getNext(stream, &array)
    guard code == 0 else { throw failure(code) }
    guard unsafe array.release != nil else { return nil }
    return unsafe IncomingArray(moving: &array)
  }

  private func failure(_ code: Int32) -> ArrowFault {
    let words = unsafe stream.pointee.get_last_error.flatMap { unsafe $0(stream) }
    let text = unsafe words.map { unsafe String(cString: $0) } ?? "error \(code)"
    return .malformed(nil, "a stream whose producer failed: \(text)", expected: "its next batch")
  }
}
