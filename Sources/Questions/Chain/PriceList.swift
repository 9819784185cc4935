package import Chain
package import Contracts
package import Faults
package import Inputs
package import Platform
internal import FixedPoint
internal import Quantities
package import Text

/// Prices by token address, from options and files; a token has one price.
package struct PriceList: Sendable {
  package private(set) var prices: [Address: GivenPrice] = [:]
  private var places: [Address: Place] = [:]
  private let wbera: Address

  /// - Parameter wbera: what `bera` names.
  package init(wbera: Address) { self.wbera = wbera }

  private mutating func add(
    _ token: Field, _ price: Field, _ source: GivenPrice.Source, statement: String? = nil,
    notes: inout InputNotes
  ) throws(Fault) {
    let address = try token.tokenAddress(bera: wbera)
    let value = try price.price(notes: &notes)
    guard value.wad > .zero else {
      throw price.error(.outOfRange, expected: "a price above 0; leave out what is not known")
    }
    if let first = places[address] {
      // An option corrects a file.
      guard source == .file, prices[address]?.source == .option else {
        throw Fault(
          .repeated, at: token.place, found: "a second price of \(address)",
          expected: "one price of a token", related: [first])
      }
      return notes.added.append(
        Fault(
          .unusedValue, severity: .note, at: price.place, found: "a price of \(address)",
          expected: "", hint: "not used: --price gives another"))
    }
    places[address] = token.place
    prices[address] = GivenPrice(price: value.wad, source: source, statement: statement)
  }

  /// Adds `ADDRESS=USD`, the value of an option.
  package mutating func add(option: Field, notes: inout InputNotes) throws(Fault) {
    let parts = option.text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw option.error(expected: "a token and its price: 0x...=7.8, or bera=7.8")
    }
    try add(
      Field(text: String(parts[0]), place: option.place),
      Field(text: String(parts[1]), place: option.place), .option, notes: &notes)
  }

  /// Adds the prices of a file: CSV with the columns token and price, or the JSON that public price
  /// APIs print.
  ///
  /// - Throws: a `Fault` with its place; a price of 0 or below is no price.
  package mutating func add(
    file: ByteSource, form: CSVForm = CSVForm(), notes: inout InputNotes
  ) throws(Fault) {
    let bytes = try file.readAll()
    // No header of a table begins like an object; a byte order mark may stand before either.
    let content = bytes.drop { $0 >= 0x80 || " \n\r\t".utf8.contains($0) }
    if content.first == UInt8(ascii: "{") {
      try add(InputNode(JSONReader.parse(bytes, name: file.name), file: file.name), &notes)
    } else {
      try add(CSVRecordReader(bytes, name: file.name, form: form), file.name, &notes)
    }
  }

  private mutating func add(
    _ reader: CSVRecordReader, _ name: String, _ notes: inout InputNotes
  ) throws(Fault) {
    guard let first = try reader.next() else {
      throw Fault(
        .invalidValue, at: .file(name), found: "an empty file",
        expected: "the columns token and price")
    }
    let header = CSVHeader(
      first.fields, file: name, line: first.position.line, form: reader.form)
    let wanted = try header.indices(of: [CSVHeader.Column("token"), CSVHeader.Column("price")])
    guard let token = wanted[0], let price = wanted[1] else {
      preconditionFailure("a required column is found or refused")
    }
    let said = ["time", "source"].compactMap { header.firstIndex(ofAny: [$0]) }
    while let record = try reader.next() {
      try header.requireFieldCount(of: record)
      func field(_ index: Int) -> Field {
        Field(
          text: record.fields[index],
          place: .file(name, line: record.position.line, member: header.names[index]))
      }
      let statement = said.map { record.fields[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
      try add(
        field(token), field(price), .file, statement: statement.isEmpty ? nil : statement,
        notes: &notes)
    }
  }

  /// `{"coins": {"berachain:0x...": {"price": 7.8, "timestamp": ..., "confidence": ...}}}`.
  private mutating func add(_ document: InputNode, _ notes: inout InputNotes) throws(Fault) {
    guard let coins = document.json["coins"] else {
      throw document.fault(
        .missingValue, found: "an object without coins",
        expected: "{\"coins\": {\"berachain:0x...\": {\"price\": ...}}}")
    }
    let node = InputNode(coins, path: document.path.appending("coins"), file: document.file)
    for (name, coin) in try node.members("prices by token") {
      let prefix = "berachain:"
      guard name.lowercased().hasPrefix(prefix) else {
        throw coin.fault(
          found: Quotation.of(name), expected: "berachain: and a token's address")
      }
      if coin.json["price"]?.isNull ?? false {
        notes.add(
          Fault(
            .omitted, severity: .note, at: coin.place, found: "a price that is null", expected: "",
            hint: "left out"))
        continue
      }
      guard let price = coin.json["price"] else {
        throw coin.fault(.missingValue, found: "no price", expected: "a price in USD")
      }
      let statement = ["timestamp", "confidence"].compactMap { key in
        coin.json[key]?.scalarText.map { "\(key) \($0)" }
      }.joined(separator: ", ")
      try add(
        Field(text: String(name.dropFirst(prefix.count)), place: coin.place),
        InputNode(price, path: coin.path.appending("price"), file: coin.file)
          .field("a price in USD"), .file, statement: statement.isEmpty ? nil : statement,
        notes: &notes)
    }
  }
}

extension Field {
  /// A token's address; `bera` and the zero address, which stands for the coin, name WBERA.
  func tokenAddress(bera: Address) throws(Fault) -> Address {
    if text.lowercased() == "bera" { return bera }
    let address = try address()
    return address == .zero ? bera : address
  }

  /// An address.
  package func address() throws(Fault) -> Address {
    do throws(Fault) { return try Address(text) } catch { throw error.at(place) }
  }

  /// A validator's public key.
  package func validatorKey() throws(Fault) -> ValidatorKey {
    do throws(Fault) { return try ValidatorKey(text) } catch { throw error.at(place) }
  }
}
