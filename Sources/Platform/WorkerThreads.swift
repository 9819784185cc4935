#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: the work is retained once for each thread that was started, and released by that thread
// or, where none could be started, here. All threads are joined before `run` returns.

/// Plain threads for work that fills whole cores: as many as asked for, none kept.
package enum WorkerThreads {
  /// The processors that this process may use.
  package static var processorCount: Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// How many of some threads there is room for, the calling one among them.
  package static func granted(_ count: Int) -> Int {
    max(1, min(count, AddressSpace.threads.map { $0 + 1 } ?? count))
  }

  /// Runs `body` `count` times at once, the last on the calling thread, and returns when all are done.
  ///
  /// Where the system grants fewer threads, fewer run: the bodies share their work, not a number.
  package static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let work = Work(body)
    var threads: [pthread_t] = []
    for _ in 1..<granted(count) {
      guard let thread = start(work) else { break }
      threads.append(thread)
    }
    body()
    for thread in threads { join(thread) }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ work: Work) -> pthread_t? {
    let argument = unsafe Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(&thread, nil, runWork, argument.toOpaque())
    guard code == 0 else {
      unsafe argument.release()
      return nil
    }
    return thread
  }

  private static func join(_ thread: pthread_t) {
    #if canImport(Darwin)
      unsafe pthread_join(thread, nil)
    #else
      pthread_join(thread, nil)
    #endif
  }

  #if canImport(Darwin)
    private static let runWork:
      @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }
  #else
    private static let runWork:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }
  #endif
}
