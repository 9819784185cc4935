import EVMArithmetic
import Testing

/// Where Solidity 0.8 reverts, and with which panic.
@Suite struct UInt256CheckedTests {
  @Test func `overflow and underflow panic with 0x11`() {
    #expect(throws: Revert.panic(0x11)) { try UInt256.max + 1 }
    #expect(throws: Revert.panic(0x11)) { try UInt256.zero - 1 }
    #expect(throws: Revert.panic(0x11)) { try UInt256(high: 1, low: 0) * UInt256(high: 1, low: 0) }
    #expect(throws: Revert.panic(0x11)) { try UInt256.max.signed() }
  }

  @Test func `division by zero panics with 0x12`() {
    #expect(throws: Revert.panic(0x12)) { try UInt256.one / 0 }
    #expect(throws: Revert.panic(0x12)) { try UInt256.one % 0 }
  }

  @Test func `the largest results that fit are returned`() throws {
    #expect(try UInt256.max - 1 + 1 == .max)
    #expect(try UInt256(high: 0, low: .max) * UInt256(high: 1, low: 1) == .max)
    #expect(try UInt256.max / UInt256.max == 1)
    #expect(try UInt256.max % 2 == 1)
  }

  @Test func `opcodes divide by zero to zero`() {
    #expect(UInt256.max.div(0) == 0 && UInt256.max.mod(0) == 0)
  }

  @Test func `a revert prints as an explorer shows it`() {
    #expect(Revert.arithmeticOverflow.name == "Panic(0x11)")
    #expect(Revert.panic(1).name == "Panic(0x01)")
    #expect("\(Revert.custom("MulWadFailed"))" == "MulWadFailed")
  }
}
