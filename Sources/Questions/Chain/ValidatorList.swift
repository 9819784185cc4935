package import Contracts
package import Faults
internal import Inputs
package import Platform

/// Public keys of validators, a key a line; blank lines and those that begin with # are passed over.
package enum ValidatorList {
  package static func read(_ source: ByteSource) throws(Fault) -> [ValidatorKey] {
    let lines = try source.readAll().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var keys: [ValidatorKey] = []
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self).filter { !"\r \u{FEFF}".contains($0) }
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      let key = try Field(text: text, place: .file(source.name, line: index + 1)).validatorKey()
      keys.append(key)
    }
    return keys
  }
}
