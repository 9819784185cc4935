package import Faults
package import Inputs
internal import Quantities
internal import Text
internal import Yields

// A vault's file in the place of a grid's: its values are fixed.

extension GridQuestion {
  /// Whether a document has the values of a vault, and none of the keys of a grid.
  package static func isVault(_ document: InputNode) -> Bool {
    let names = (document.json.members ?? []).map(\.key)
    return !names.contains(where: keys.keys.contains)
      && names.contains { name in InputKey.ofVault.contains { $0.rawValue == name } }
  }

  /// Holds the values of a vault's file fixed, but for those that an axis varies.
  ///
  /// - Parameter document: the file's content.
  /// - Throws: a `Fault` for an unknown key, or a malformed value.
  package mutating func fix(vaultFile document: InputNode) throws(Fault) {
    let inputs = try InputObject(
      document, "one vault's raw values", keys: VaultSnapshot.keys, notes: &notes)
    let known = InputKey.ofVault.map(\.rawValue)
    for member in document.json.members ?? [] where !known.contains(member.key) {
      notes.addUnused(member.key, at: document.place(of: member))
    }
    for key in InputKey.ofVault where InputKey.axes.contains(key) && !isAxis(key) {
      if let field = try inputs.field(key) { try fix(key, field) }
    }
  }
}
