internal import CCurl
internal import Chain
internal import Faults

// Unsafe: libcurl keeps pointers to a transfer's URL, body and sink until the transfer is over; a
// Transfer owns all of them and lives in `running` as long as its handle. The sink copies what it is
// given within the call.

/// Transfers of libcurl, all in one thread.
@safe final class CurlTransfers {
  /// One request on its way.
  @safe private final class Transfer {
    let number: Int
    let url: UnsafeMutablePointer<CChar>
    let body: UnsafeMutableBufferPointer<UInt8>
    var handle: UnsafeMutableRawPointer?
    var received: [UInt8] = []
    var isTooLong = false

    init(_ number: Int, url: String, body: [UInt8]) {
      self.number = number
      let text = url.utf8CString
      unsafe self.url = .allocate(capacity: text.count)
      unsafe self.url.initialize(from: Array(text), count: text.count)
      unsafe self.body = .allocate(capacity: body.count)
      _ = unsafe self.body.initialize(from: body)
      unsafe handle = nil
    }

    deinit {
      unsafe url.deallocate()
      unsafe body.deallocate()
    }

    /// Takes bytes as they come; too many of them end the transfer.
    func take(_ bytes: UnsafeRawBufferPointer) -> Int {
      guard received.count + bytes.count <= HTTPReply.longestBody else {
        isTooLong = true
        return 0
      }
      unsafe received.append(contentsOf: bytes)
      return bytes.count
    }
  }

  /// CURLE_OPERATION_TIMEDOUT.
  private static let timedOut: CInt = 28

  private let multi: UnsafeMutableRawPointer
  private var running: [UnsafeMutableRawPointer: Transfer] = unsafe [:]

  /// Opens libcurl.
  ///
  /// - Throws: a `Fault` where there is none.
  init() throws(Fault) {
    if let missing = unsafe ccurl_open() {
      throw Fault(
        .chain,
        found: unsafe String(cString: missing)
          + "; install it: apt-get install libcurl4 on Debian and Ubuntu (--replay needs none)",
        expected: "")
    }
    guard let multi = unsafe ccurl_multi() else { throw Self.noMemory }
    unsafe self.multi = multi
  }

  deinit {
    unsafe running.values.forEach { transfer in
      if let handle = unsafe transfer.handle { unsafe ccurl_cancel(multi, handle) }
    }
    unsafe ccurl_free(multi)
  }

  private static var noMemory: Fault {
    Fault(.internalError, found: "no memory for a transfer", expected: "")
  }

  /// Starts a POST of JSON.
  ///
  /// - Parameters:
  ///   - number: tells it from others.
  ///   - url: where it goes.
  ///   - body: what it carries.
  ///   - timeout: milliseconds for it.
  /// - Throws: a `Fault` without memory.
  func start(_ number: Int, url: String, body: [UInt8], timeout: UInt64) throws(Fault) {
    let transfer = Transfer(number, url: url, body: body)
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    var post = unsafe ccurl_post(
      url: transfer.url, body: transfer.body.baseAddress, size: transfer.body.count,
      timeout: Int(clamping: timeout),
      sink: { bytes, size, count, context in
        guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return unsafe transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
      }, context: context)
    guard let handle = unsafe ccurl_start(multi, &post) else { throw Self.noMemory }
    unsafe transfer.handle = handle
    unsafe running[context] = transfer
  }

  /// Goes on for at most so many milliseconds, and gives what is over.
  func deliveries(within milliseconds: UInt64) -> [(number: Int, delivery: Delivery)] {
    unsafe ccurl_poll(multi, Int32(clamping: milliseconds))
    var deliveries: [(number: Int, delivery: Delivery)] = []
    var outcome = unsafe ccurl_outcome()
    while unsafe ccurl_take(multi, &outcome) {
      guard let context = unsafe outcome.context,
        let transfer = unsafe running.removeValue(forKey: context)
      else { continue }
      let delivery: Delivery =
        if transfer.isTooLong {
          .broken("a reply of more than \(HTTPReply.longestBody >> 20) MiB")
        } else if unsafe outcome.error == Self.timedOut {
          .late(unsafe String(cString: ccurl_words(outcome.error)))
        } else if unsafe outcome.error != 0 {
          .broken(unsafe String(cString: ccurl_words(outcome.error)))
        } else {
          .reply(
            HTTPReply(
              status: unsafe outcome.status,
              retryAfter: unsafe outcome.retry_after > 0 ? UInt64(outcome.retry_after) : nil,
              body: transfer.received))
        }
      deliveries.append((transfer.number, delivery))
    }
    return deliveries
  }

  /// Whether nothing is on its way.
  var isIdle: Bool { unsafe running.isEmpty }
}
