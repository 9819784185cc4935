internal import Arrow
internal import Platform

// Unsafe: a handle is a number in the shape of a pointer, as C has it; nobody looks at what it points to.

/// The jobs that are open, by their handles: a handle that was closed is known as such.
enum Jobs {
  private struct Open {
    var jobs: [UInt: TableJob] = [:]
    var last: UInt = 0
  }

  private static let open = Monitor(Open())

  /// Keeps a job.
  static func add(_ job: TableJob) -> OpaquePointer? {
    let handle = open.withLock { open in
      open.last += 1
      open.jobs[open.last] = job
      return open.last
    }
    return unsafe OpaquePointer(bitPattern: handle)
  }

  /// The job of a handle; nil where it is closed.
  static func job(_ handle: OpaquePointer?) -> TableJob? {
    let number = UInt(bitPattern: handle)
    return open.withLock { $0.jobs[number] }
  }

  /// Forgets a job.
  static func remove(_ handle: OpaquePointer?) -> TableJob? {
    let number = UInt(bitPattern: handle)
    return open.withLock { $0.jobs.removeValue(forKey: number) }
  }
}
