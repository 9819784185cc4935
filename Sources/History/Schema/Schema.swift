internal import Faults

/// What a store is made of, version by version, and how an older one becomes the newest.
///
/// A version that was released never changes: the next one is a list of what it adds. Every table only
/// grows; its own triggers refuse anything else.
enum Schema {
  /// `BERA` in ASCII: whose file it is.
  static let applicationID: Int64 = 0x4245_5241

  /// What each version adds to the one before.
  static let versions: [[String]] = [firstVersion]

  static var newest: Int64 { Int64(versions.count) }

  /// What is compared with a file that says that it is a store.
  static var objects: Set<String> { Set(versions.joined()) }

  private static let tables: [(name: String, columns: [String], isByKey: Bool)] = [
    ("chain", ["only INTEGER PRIMARY KEY CHECK (only = 1)", "id INTEGER NOT NULL"], false),
    (
      "block",
      [
        "number INTEGER PRIMARY KEY", "hash TEXT NOT NULL \(hexadecimal("hash", 64))",
        "time INTEGER NOT NULL CHECK (time >= 0)", "endpoint TEXT NOT NULL",
        "vaults INTEGER NOT NULL CHECK (vaults >= 0)",
      ], false
    ),
    (
      "vault",
      ["id INTEGER PRIMARY KEY", "address TEXT NOT NULL UNIQUE \(hexadecimal("address", 40))"],
      false
    ),
    ("token", ["id INTEGER PRIMARY KEY", "address TEXT NOT NULL UNIQUE"], false),
    ("document", ["id INTEGER PRIMARY KEY", "text TEXT NOT NULL UNIQUE"], false),
    (
      "vault_description",
      [
        "id INTEGER PRIMARY KEY", "vault INTEGER NOT NULL REFERENCES vault (id)",
        "stake_token TEXT", "symbol TEXT", "name TEXT", "stake_decimals INTEGER",
        "reward_token TEXT", "is_named INTEGER NOT NULL CHECK (is_named IN (0, 1))",
        "official_name TEXT", "protocol TEXT",
      ], false
    ),
    (
      "vault_state",
      [
        "vault INTEGER NOT NULL REFERENCES vault (id)",
        "block INTEGER NOT NULL REFERENCES block (number)",
        "description INTEGER NOT NULL REFERENCES vault_description (id)",
        digits("reward_rate"), digits("period_finish"), digits("total_supply"),
        price("reward_price"), price("stake_price"), "stake_price_source TEXT",
        digits("last_update_time"), digits("reward_per_token"), digits("reward_per_token_stored"),
        digits("undistributed_rewards"), digits("rewards_duration"),
        digits("pending_rewards_duration"), digits("target_rewards_per_second"),
        digits("min_reward_duration_for_target_rate"),
        "paused INTEGER CHECK (paused IN (0, 1))",
        "whitelisted INTEGER CHECK (whitelisted IN (0, 1))",
        "incentives INTEGER CHECK (incentives >= 0)",
        "PRIMARY KEY (vault, block)",
      ], true
    ),
    (
      "incentive",
      [
        "id INTEGER PRIMARY KEY", "token INTEGER NOT NULL REFERENCES token (id)", "symbol TEXT",
        "decimals INTEGER", "manager TEXT",
      ], false
    ),
    (
      "incentive_state",
      [
        "vault INTEGER NOT NULL", "block INTEGER NOT NULL", "position INTEGER NOT NULL",
        "incentive INTEGER NOT NULL REFERENCES incentive (id)", digits("min_incentive_rate"),
        digits("incentive_rate"), digits("amount_remaining"), price("price"),
        "PRIMARY KEY (vault, block, position)",
        "FOREIGN KEY (vault, block) REFERENCES vault_state (vault, block)",
      ], true
    ),
    (
      "pool_state",
      [
        "block INTEGER NOT NULL REFERENCES block (number)", "position INTEGER NOT NULL",
        "kind TEXT NOT NULL", "pubkey TEXT", "address TEXT", digits("total_assets"),
        digits("total_supply"), "others TEXT NOT NULL", "PRIMARY KEY (block, position)",
      ], true
    ),
    (
      "price",
      [
        "block INTEGER NOT NULL REFERENCES block (number)", "position INTEGER NOT NULL",
        "token INTEGER NOT NULL REFERENCES token (id)", price("price"), "source TEXT NOT NULL",
        digits("publish_time"), "statement TEXT", "PRIMARY KEY (block, position)",
      ], true
    ),
    (
      "validator_state",
      [
        "block INTEGER NOT NULL REFERENCES block (number)", "position INTEGER NOT NULL",
        digits("boosts"), "document INTEGER NOT NULL REFERENCES document (id)",
        "PRIMARY KEY (block, position)",
      ], true
    ),
    (
      "part",
      [
        "block INTEGER NOT NULL REFERENCES block (number)", "position INTEGER NOT NULL",
        "name TEXT NOT NULL", "document INTEGER NOT NULL REFERENCES document (id)",
        "PRIMARY KEY (block, position)",
      ], true
    ),
    (
      "attempt",
      [
        "id INTEGER PRIMARY KEY", "time INTEGER NOT NULL", "host TEXT NOT NULL", "failure TEXT",
      ], false
    ),
  ]

  private static let firstVersion: [String] =
    tables.map { table in
      "CREATE TABLE \(table.name) (\(table.columns.joined(separator: ", ")))"
        + " STRICT\(table.isByKey ? ", WITHOUT ROWID" : "")"
    } + [
      "CREATE INDEX block_time ON block (time)",
      "CREATE INDEX description_vault ON vault_description (vault)",
      "CREATE INDEX incentive_token ON incentive (token)",
    ]
    + tables.flatMap { table in
      ["UPDATE", "DELETE"].map { change in
        "CREATE TRIGGER \(table.name)_\(change.lowercased()) BEFORE \(change) ON \(table.name)"
          + " BEGIN SELECT RAISE(ABORT, 'a store only grows'); END"
      }
    }

  /// A word of the chain: a uint256 fits no number of SQL.
  private static func digits(_ column: String) -> String {
    "\(column) TEXT CHECK (length(\(column)) BETWEEN 1 AND 78 AND \(column) NOT GLOB '*[^0-9]*')"
  }

  /// USD per whole token.
  private static func price(_ column: String) -> String {
    "\(column) TEXT CHECK (length(\(column)) BETWEEN 1 AND 100"
      + " AND \(column) NOT GLOB '*[^0-9.]*')"
  }

  private static func hexadecimal(_ column: String, _ count: Int) -> String {
    "CHECK (length(\(column)) = \(count + 2) AND substr(\(column), 1, 2) = '0x'"
      + " AND substr(\(column), 3) NOT GLOB '*[^0-9a-f]*')"
  }
}
