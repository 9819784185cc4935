package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: the FILE is open from `temporaryFile` to `release` or `deinit`, and one thread at a
// time has the object; fread and fwrite get an array's own buffer with its own length.

/// Holds output back until all of it is known to be good, in bounded memory: the first megabyte
/// stays in memory, what comes after goes to an unnamed temporary file that dies with the process.
@safe package final class SpoolFile {
  private static let memoryLimit = 1 << 20

  private var bytes: [UInt8] = []
  private var overflow: UnsafeMutablePointer<FILE>?

  package init() {}

  deinit {
    if let overflow = unsafe overflow { unsafe fclose(overflow) }
  }

  /// Adds bytes at the end.
  ///
  /// - Parameter more: the bytes.
  /// - Throws: ``Fault`` when the temporary file cannot be written.
  package func write(_ more: [UInt8]) throws(Fault) {
    bytes.append(contentsOf: more)
    guard bytes.count > Self.memoryLimit else { return }
    let file = try unsafe temporaryFile()
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe fwrite(buffer.baseAddress, 1, buffer.count, file)
    }
    guard written == bytes.count else { throw Self.error(.write) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Copies everything, in order, to `target`, and starts anew.
  ///
  /// - Parameter target: where the bytes go.
  /// - Throws: ``Fault`` when a file cannot be read or written.
  package func release(to target: AtomicFile) throws(Fault) {
    if let file = unsafe overflow {
      unsafe rewind(file)
      var block = [UInt8](repeating: 0, count: Self.memoryLimit)
      while true {
        let count = unsafe block.withUnsafeMutableBytes { buffer in
          unsafe fread(buffer.baseAddress, 1, buffer.count, file)
        }
        guard count > 0 else { break }
        try target.write(block.span.extracting(first: count))
      }
      guard unsafe ferror(file) == 0 else { throw Self.error(.reread) }
      unsafe fclose(file)
      unsafe overflow = nil
    }
    try target.write(bytes)
    bytes = []
  }

  private func temporaryFile() throws(Fault) -> UnsafeMutablePointer<FILE> {
    if let overflow = unsafe overflow { return unsafe overflow }
    guard let file = unsafe tmpfile() else { throw Self.error(.create) }
    unsafe overflow = file
    return unsafe file
  }

  private static func error(_ operation: Fault.FileOperation) -> Fault {
    Fault.file(operation, "temporary file", code: errno)
  }
}
