// Unsafe: the view of the text's bytes is used during the call only.

/// The bridge between Swift text and the byte scanners.
enum NumberText {
  /// Calls `body` with the UTF-8 bytes of `text`, without a copy where the text is native.
  @inline(__always)
  static func withBytes<R>(
    of text: some StringProtocol, _ body: (Span<UInt8>) throws(ArithmeticError) -> R
  ) throws(ArithmeticError) -> R {
    let direct = text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe outcome(bytes, body)
    }
    if let direct { return try direct.get() }
    return try unsafe Array(text.utf8).withUnsafeBufferPointer { bytes in
      unsafe outcome(bytes, body)
    }.get()
  }

  @inline(__always)
  private static func outcome<R>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Span<UInt8>) throws(ArithmeticError) -> R
  ) -> Result<R, ArithmeticError> {
    do throws(ArithmeticError) {
      return .success(try body(unsafe bytes.span))
    } catch {
      return .failure(error)
    }
  }
}
