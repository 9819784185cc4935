#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: nanosleep(2) reads a structure of our own.

/// Waiting without doing anything.
enum Sleep {
  static func milliseconds(_ count: UInt64) {
    var time = timespec(
      tv_sec: Int(clamping: count / 1000), tv_nsec: Int(count % 1000) * 1_000_000)
    _ = unsafe nanosleep(&time, nil)
  }
}
