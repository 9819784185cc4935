import Contracts
import Testing

@Suite struct AddressTests {
  @Test(arguments: ["0x", "0x0", "0x0000000000000000000000000000000000000000", "zero"])
  func `zeros are address zero`(name: String) {
    #expect(Address(name) == .zero && Address(name).name == "zero")
  }

  @Test func `addresses are equal by their letters, and keep them`() {
    let mixed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    #expect(Address(mixed) == Address(mixed) && Address(mixed).name == mixed)
    #expect(Address(mixed).hashValue == Address(mixed).hashValue)
    #expect(Address(mixed) != Address(mixed.lowercased()))
    #expect(Address("0x00a") != .zero && Address("0X0") != .zero)
    #expect(ValidatorKey("zero").name == "zero" && "\(ValidatorKey("v"))" == "v")
  }

  @Test func `a name is the same address on every thread`() async {
    let sums = await withTaskGroup(of: Set<Address>.self) { group in
      for _ in 0..<8 {
        group.addTask { Set((0..<500).map { Address("thread test \($0)") }) }
      }
      return await group.reduce(into: [Set<Address>]()) { $0.append($1) }
    }
    #expect(sums.count == 8 && sums.allSatisfy { $0.count == 500 && $0 == sums[0] })
    #expect(sums[0].allSatisfy { $0.name.hasPrefix("thread test ") })
  }
}
