import Contracts
import Faults
import Testing

@Suite struct AddressTests {
  @Test func `an address is its 20 bytes, whatever the case of its digits`() throws {
    let mixed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    let address = try Address(mixed)
    #expect(address.description == mixed.lowercased())
    #expect(try address == Address(mixed.lowercased()))
    #expect(address.bytes.count == 20)
    #expect(
      address.bytes.prefix(3) == [0x5a, 0xae, 0xb6] && address.bytes.suffix(2) == [0xea, 0xed])
    #expect(Address(bytes: address.bytes) == address)
    #expect(Address(bytes: address.bytes).hashValue == address.hashValue)
  }

  @Test func `every byte counts`() {
    let zeros = [UInt8](repeating: 0, count: 20)
    let others = zeros.indices.map { index in
      var bytes = zeros
      bytes[index] = 1
      return Address(bytes: bytes)
    }
    #expect(Set(others).count == 20 && !others.contains(.zero))
    #expect(Set(others.map(\.hashValue)).count == 20)
    #expect(others.map(\.bytes).map { $0.firstIndex(of: 1) } == Array(zeros.indices))
  }

  @Test func `numbers are addresses as in Solidity`() throws {
    #expect(Address(number: 0) == .zero)
    #expect(
      Address(number: 0x1_0000_00ff).description == "0x" + String(repeating: "0", count: 31)
        + "1000000ff")
    #expect(Address(number: .max).bytes.suffix(8) == ArraySlice(repeating: 0xff, count: 8))
  }

  @Test(arguments: [
    "", "0x", "alice", "0x00", String(repeating: "0", count: 42),
    "0x" + String(repeating: "g", count: 40),
    "0x" + String(repeating: "0", count: 41), "0x" + String(repeating: "0", count: 42),
    "0X" + String(repeating: "0", count: 40), "0x" + String(repeating: "٠", count: 20),
  ])
  func `another text is no address`(text: String) {
    #expect(
      throws: Fault(
        .invalidValue, found: "\"\(text)\"", expected: "an address: 0x and 40 hexadecimal digits")
    ) { try Address(text) }
  }

  @Test func `a validator's key is its 48 bytes`() throws {
    let text = "0x" + String(repeating: "aB", count: 48)
    let key = try ValidatorKey(text)
    #expect(
      key.description == text.lowercased() && key.bytes == [UInt8](repeating: 0xab, count: 48))
    #expect(ValidatorKey(number: 7).bytes == [UInt8](repeating: 0, count: 47) + [7])
    #expect(throws: Fault.self) { try ValidatorKey("0x" + String(repeating: "a", count: 40)) }
  }
}
