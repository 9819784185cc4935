package import Faults
internal import Inputs
internal import Quantities
internal import Text

/// Which columns of a history say what, as its header names them or as the user does.
package struct PoolHistoryColumns: Sendable {
  /// What a column can be.
  package enum Column: String, SpelledKey {
    case timestamp, totalAssets, totalSupply, sharePrice

    /// The names that a header may have for it; shares have their price under several.
    fileprivate var spellings: [String] {
      switch self {
      case .timestamp: ["timestamp", "date"]
      case .totalAssets, .totalSupply: [column, rawValue]
      case .sharePrice:
        [
          "share_price", "sharePrice", "price", "price_per_share", "pricePerShare",
          "price_per_full_share", "pricePerFullShare",
        ]
      }
    }
  }

  /// Columns that say whose line it is, where there is one.
  private static let groupNames = ["vault", "vault_address", "pool"]

  private var indices: [Column: Int] = [:]
  /// Whether the share price is read, and not assets and shares.
  let isOfPrices: Bool
  /// Whether there is a share price that is not read, as assets and shares are.
  let hasUnusedPrice: Bool
  /// The column that tells pools apart, by its name.
  let group: (name: String, index: Int)?
  /// Whether the user asked for one result for each pool.
  let isGrouped: Bool

  /// Finds the columns in a header.
  ///
  /// - Parameters:
  ///   - header: the names.
  ///   - mapped: the names that the user chose.
  ///   - groupBy: the column that tells pools apart, if the user chose one.
  /// - Throws: `Fault` at the header, for a column that is missing or there twice.
  init(
    _ header: CSVHeader, mapped: [Column: String], groupBy: String?
  ) throws(Fault) {
    func column(_ column: Column, isRequired: Bool) -> CSVHeader.Column {
      let name = mapped[column]
      return CSVHeader.Column(
        column.column, spellings: name.map { [$0] } ?? column.spellings,
        isRequired: isRequired || name != nil, isChosen: name != nil)
    }
    func found(_ wanted: [Column], isRequired: Bool) throws(Fault) -> [Column: Int] {
      let indices = try header.indices(of: wanted.map { column($0, isRequired: isRequired) })
      var found: [Column: Int] = [:]
      for (column, index) in zip(wanted, indices) { found[column] = index }
      return found
    }
    let amounts: [Column] = [.totalAssets, .totalSupply]
    let hasAmounts = try found(amounts, isRequired: false).count == amounts.count
    let hasPrice = try found([.sharePrice], isRequired: false).count == 1
    // Assets and shares are exact; a price beside them is not needed.
    isOfPrices = hasPrice && (!hasAmounts || mapped[.sharePrice] != nil)
    hasUnusedPrice = hasPrice && !isOfPrices
    indices = try found(
      [.timestamp] + (isOfPrices ? [.sharePrice] : amounts), isRequired: true)
    isGrouped = groupBy != nil
    if let groupBy {
      group = (groupBy, try header.index(ofRequired: groupBy))
    } else {
      group = header.firstIndex(ofAny: Self.groupNames)
        .map { (header.names[$0], $0) }
    }
  }

  /// A value of a record, with its place.
  func field(_ column: Column, of record: CSVRecordReader.Record, in file: String) -> Field {
    Field(
      text: indices[column].map { record.fields[$0] } ?? "",
      place: .file(file, line: record.position.line, member: column.column))
  }

  /// Reads `column=header`, for each column once.
  package static func mapped(_ mappings: [String]) throws(Fault) -> [Column: String] {
    var names: [Column: String] = [:]
    for mapping in mappings {
      let field = Field(option: "--map", text: mapping)
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw field.error(expected: "column=header") }
      guard let column = Column(spelled: parts[0]) else {
        throw Field(option: "--map", text: parts[0]).unknownName(
          among: Column.allCases.map(\.column))
      }
      guard names.updateValue(parts[1], forKey: column) == nil else {
        throw field.error(expected: "each column once")
      }
    }
    return names
  }
}
