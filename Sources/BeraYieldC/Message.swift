internal import Arrow
internal import CBeraYield
internal import Faults
internal import Text

// Unsafe: a message is written within the call, and no further than the buffer's size.

/// The buffer of a caller that a fault is written into.
@unsafe struct Message {
  let start: UnsafeMutablePointer<CChar>?
  let capacity: Int

  init(_ start: UnsafeMutablePointer<CChar>?, _ capacity: Int) {
    unsafe self.start = start
    unsafe self.capacity = capacity
  }

  /// Writes a text, cut off where the buffer ends.
  func write(_ text: String) {
    guard let start = unsafe start, unsafe capacity > 0 else { return }
    var count = 0
    for byte in text.utf8 {
      guard unsafe count < capacity - 1 else { break }
      unsafe start[count] = CChar(bitPattern: byte)
      count += 1
    }
    unsafe start[count] = 0
  }

  /// Writes a fault, and answers its status.
  func write(_ fault: Fault, _ status: berayield_status) -> Int32 {
    var writer = JSONWriter(style: .compact)
    writer.value(fault.jsonWithRow)
    unsafe write(writer.takeText())
    return Int32(status.rawValue)
  }

  /// The same of a structure's or a table's.
  func write(_ fault: ArrowFault) -> Int32 {
    switch fault {
    case .structure(let fault): unsafe write(fault, BERAYIELD_BAD_ARROW)
    case .input(let fault): unsafe write(Request.named(fault), BERAYIELD_BAD_INPUT)
    case .noMemory: unsafe write(fault.fault, BERAYIELD_NO_MEMORY)
    }
  }

  /// The same of a question's.
  func write(_ fault: Fault) -> Int32 {
    let status =
      switch fault.code {
      case .internalError: BERAYIELD_INTERNAL
      case .chain, .differs: BERAYIELD_CHAIN
      default: BERAYIELD_BAD_INPUT
      }
    return unsafe write(Request.named(fault), status)
  }
}

extension Fault {
  /// The fault as `--format json` has it, and its row.
  var jsonWithRow: JSONValue {
    guard case .object(let members) = json else { return json }
    let row = JSONMember(key: "row", value: .count(place?.row.map { UInt64($0) }))
    return .object(members + [row])
  }
}
