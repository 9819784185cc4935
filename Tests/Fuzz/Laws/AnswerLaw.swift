import Faults
import Sheets
import TestSupport
import Text

/// An answer is well formed in every format, whatever the inputs were.
enum AnswerLaw {
  static func check(_ sheet: Sheet) throws(Breach) {
    var omitted: [Fault] = []
    for format in ResultFormat.allCases where format != .html {
      var writer = SheetWriter(
        format: format, style: TextStyle(precision: 4), shape: .single)
      let bytes: [UInt8]
      do {
        bytes = try writer.bytes(of: sheet) + writer.end()
      } catch {
        throw Breach("an answer that cannot be written: \(error)")
      }
      omitted += writer.omissions
      try check(bytes, format)
    }
    for note in omitted { try note.checkMessage() }
    for name in sheet.rowNames {
      let rows = sheet.rows(of: name)
      try Breach.require(
        rows.records.allSatisfy { $0.count == rows.columns.count },
        "rows of \(name) that are not as long as their header")
    }
  }

  /// The answer as a program reads it.
  static func json(_ sheet: Sheet) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.value(sheet.json)
    return writer.takeBytes()
  }

  private static func check(_ bytes: [UInt8], _ format: ResultFormat) throws(Breach) {
    func well(_ read: () throws -> Bool) throws(Breach) {
      do {
        if try read() { return }
      } catch {
        throw Breach("\(format.rawValue) that is none: \(error)")
      }
      throw Breach("\(format.rawValue) that is none: \(String(decoding: bytes, as: UTF8.self))")
    }
    switch format {
    case .json: try well { try JSONReader.parse(bytes).members != nil }
    case .ndjson:
      try well {
        try bytes.split(separator: 0x0A).allSatisfy {
          try JSONReader.parse(Array($0)).members != nil
        }
      }
    case .csv:
      try well {
        let reader = CSVRecordReader(bytes)
        var width: Int?
        while let record = try reader.next() {
          if record.fields.count != width ?? record.fields.count { return false }
          width = record.fields.count
        }
        return true
      }
    case .text, .html:
      try well {
        String(validating: bytes, as: UTF8.self)?.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F)
        } ?? false
      }
    }
  }
}
