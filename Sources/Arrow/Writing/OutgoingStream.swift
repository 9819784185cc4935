package import CBeraYield
internal import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: as `OutgoingArray`. The text of the last error stands until the next call or the release.

/// A stream that leaves: batches as they are asked for.
@safe package final class OutgoingStream {
  private let schema: OutgoingField
  private let next: () throws(ArrowFault) -> OutgoingArray?
  private var lastError: UnsafeMutablePointer<CChar>?
  /// What ended the stream; it ends there each time.
  private var failure: ArrowFault?

  /// - Parameters:
  ///   - schema: of the batches.
  ///   - next: makes the next batch; nil behind the last.
  package init(
    _ schema: OutgoingField, next: @escaping () throws(ArrowFault) -> OutgoingArray?
  ) {
    self.schema = schema
    self.next = next
    unsafe lastError = nil
  }

  deinit { unsafe free(lastError) }

  /// Hands the stream out.
  package func export(to target: UnsafeMutablePointer<ArrowArrayStream>) {
    LiveCounts.begin(.stream)
    unsafe target.initialize(
      to: ArrowArrayStream(
        get_schema: Self.getSchema, get_next: Self.getNext, get_last_error: Self.getLastError,
        release: Self.release, private_data: Unmanaged.passRetained(self).toOpaque()))
  }

  private static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> OutgoingStream? {
    guard let owned = unsafe stream?.pointee.private_data, unsafe stream?.pointee.release != nil
    else { return nil }
    return unsafe Unmanaged<OutgoingStream>.fromOpaque(owned).takeUnretainedValue()
  }

  private func fail(_ fault: ArrowFault) -> Int32 {
    failure = fault
    unsafe free(lastError)
    let hint = fault.fault.hint.map { " (hint: \($0))" } ?? ""
    unsafe lastError = strdup(fault.fault.description + hint)
    if case .noMemory = fault { return ENOMEM }
    return EINVAL
  }

  private static let getSchema:
    @convention(c) (
      UnsafeMutablePointer<ArrowArrayStream>?, UnsafeMutablePointer<ArrowSchema>?
    ) -> Int32 = { stream, target in
      guard let own = unsafe of(stream), let target = unsafe target else { return EINVAL }
      unsafe own.schema.export(to: target)
      return 0
    }

  private static let getNext:
    @convention(c) (
      UnsafeMutablePointer<ArrowArrayStream>?, UnsafeMutablePointer<ArrowArray>?
    ) -> Int32 = { stream, target in
      guard let own = unsafe of(stream), let target = unsafe target else { return EINVAL }
      unsafe target.initialize(to: ArrowArray())
      if let failure = own.failure { return own.fail(failure) }
      do throws(ArrowFault) {
        unsafe try own.next()?.export(to: target)
        return 0
      } catch {
        return own.fail(error)
      }
    }

  private static let getLastError:
    @convention(c) (UnsafeMutablePointer<ArrowArrayStream>?) -> UnsafePointer<CChar>? = { stream in
      unsafe of(stream)?.lastError.map { unsafe UnsafePointer($0) }
    }

  private static let release: @convention(c) (UnsafeMutablePointer<ArrowArrayStream>?) -> Void = {
    stream in
    guard let stream = unsafe stream, let owned = unsafe stream.pointee.private_data else { return }
    unsafe stream.pointee.release = nil
    unsafe Unmanaged<OutgoingStream>.fromOpaque(owned).release()
    LiveCounts.end(.stream)
  }
}
