#if canImport(Glibc)
  internal import Glibc
#endif

// Unsafe: getrlimit(2) fills a structure of our own.

/// The address space that this process may still take, where it is limited (`ulimit -v`).
enum AddressSpace {
  /// What a thread takes at most: its stack, and the heap that the C library reserves for it.
  private static let bytesPerThread = 80 << 20
  /// What the work itself may need.
  private static let kept = 96 << 20

  /// How many threads there is room for, beside the one that asks; nil where nothing limits them.
  ///
  /// A thread can be started as long as there is room for its stack, and then the work finds none.
  static let threads: Int? = free.map { max(0, $0 - kept) / bytesPerThread }

  private static var free: Int? {
    #if canImport(Glibc)
      var limit = rlimit()
      guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
        limit.rlim_cur != .max, let total = Int(exactly: limit.rlim_cur), let used
      else { return nil }
      return max(0, total - used)
    #else
      return nil
    #endif
  }

  #if canImport(Glibc)
    /// The first number of the kernel's account is the size of the process in pages.
    private static var used: Int? {
      guard let account = try? ByteSource(path: "/proc/self/statm").readAll(),
        let pages = Int(String(decoding: account.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
      else { return nil }
      return pages * sysconf(Int32(_SC_PAGESIZE))
    }
  #endif
}
