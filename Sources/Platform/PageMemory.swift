#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: raw memory by design. Whoever allocates gives back the same address with the same
// count, once.

/// Memory for large buffers that goes back to the system when it is given back.
///
/// The C library keeps freed blocks of a megabyte for later, in each thread's own pool: with many
/// threads that adds up to more than all buffers that are in use.
package enum PageMemory {
  /// From here on whole pages are asked for; less comes from the C library.
  private static let threshold = 1 << 17

  /// Uninitialized bytes, aligned to 64.
  package static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    guard count >= threshold else { return .allocate(byteCount: count, alignment: 64) }
    #if canImport(Darwin)
      let anonymous = MAP_ANON
    #else
      let anonymous = Int32(MAP_ANONYMOUS)
    #endif
    let pages = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | anonymous, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED else {
      preconditionFailure("no memory for \(count) bytes")
    }
    return unsafe pages
  }

  /// Gives back what `allocate(_:)` returned for the same count.
  package static func deallocate(_ memory: UnsafeMutableRawPointer, _ count: Int) {
    if count >= threshold {
      unsafe munmap(memory, count)
    } else {
      unsafe memory.deallocate()
    }
  }
}
