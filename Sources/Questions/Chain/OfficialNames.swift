package import Chain
package import Contracts
package import Faults
package import Inputs
internal import Text

/// Names and protocols by address, from the official lists of vaults and of tokens as they are published.
package enum OfficialNames {
  /// Adds the names of a list.
  ///
  /// - Throws: a `Fault` where it is neither of both lists.
  package static func read(
    _ document: InputNode, into names: inout [Address: OfficialName]
  ) throws(Fault) {
    for (list, address) in [("vaults", "vaultAddress"), ("tokens", "address")] {
      guard let json = document.json[list] else { continue }
      let node = InputNode(json, path: document.path.appending(list), file: document.file)
      for entry in try node.elements("an array of \(list)") {
        guard let key = entry.json[address]?.string, let name = entry.json["name"]?.string else {
          throw entry.fault(
            .missingValue, found: "an entry without \(address) and name",
            expected: "entries of the official list of \(list)")
        }
        names[try Field(text: key, place: entry.place).address()] = OfficialName(
          name: name, protocol: entry.json["protocol"]?.string)
      }
      return
    }
    throw document.fault(
      .missingValue, found: "neither vaults nor tokens",
      expected: "an official list: {\"vaults\": [...]} or {\"tokens\": [...]}")
  }
}
