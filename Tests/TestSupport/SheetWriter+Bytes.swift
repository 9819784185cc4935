package import Faults
package import Sheets

extension SheetWriter {
  /// The bytes of one sheet, whole.
  package mutating func bytes(of sheet: Sheet) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    try write(sheet) { piece in bytes += piece }
    return bytes
  }
}
