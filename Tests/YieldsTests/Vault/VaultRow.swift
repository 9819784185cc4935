import FixedPoint
import Quantities
import TestSupport
import Yields

/// What the files of vectors about vaults have in common.
extension VectorRow {
  func integer(_ column: String) throws -> ExactInteger {
    try value(column) { try ExactInteger(parsing: $0) }
  }

  func integerIfPresent(_ column: String) throws -> ExactInteger? {
    try valueIfPresent(column) { try ExactInteger(parsing: $0) }
  }

  /// A number whose raw value is in the column.
  func rawWad(_ column: String) throws -> Wad { Wad(raw: try integer(column)) }

  /// A price written in decimals.
  func price(_ column: String) throws -> Price {
    try Price(try value(column) { try Wad(parsing: $0) })
  }

  func int(_ column: String) throws -> Int { try value(column) { Int($0) } }

  func seconds(_ column: String) throws -> UInt64 { try value(column) { UInt64($0) } }

  func timestamp(_ column: String) throws -> Timestamp { try Timestamp(try seconds(column)) }

  /// An amount of the stake token, whose decimals are in a column of their own.
  func stake(_ column: String) throws -> TokenAmount {
    try TokenAmount(
      raw: try integer(column), decimals: try TokenDecimals(try int("stakeDecimals")))
  }
}
