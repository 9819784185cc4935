import Foundation
import TestSupport
import Testing

/// `berayield snapshot` from a recorded session, without a network.
struct SnapshotCommandTests {
  static let replay = [
    "snapshot", "--replay", "data/recorded/pol-next.ndjson", "--prices", "data/recorded/prices.csv",
  ]

  private static func file(_ path: String) throws -> String {
    try TextFile.read(CommandLineTool.packageRoot.appendingPathComponent(path).path)
  }

  /// An object as Foundation reads it: a reader that is not the engine's.
  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a record gives the committed snapshot, byte for byte`() throws {
    let run = try CommandLineTool.run(Self.replay)
    #expect(run.status == 0 && run.errors == "")
    #expect(try run.output == Self.file("data/recorded/pol-next.json"))
  }

  @Test func `text is a table of vaults in 80 columns`() throws {
    let run = try CommandLineTool.run(Self.replay + ["--format", "text"])
    #expect(try run.output == Snapshot.expected("snapshot.txt", actual: run.output))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `csv is a row a vault, which csv evaluates as apr does`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let table = try CommandLineTool.shell(
        "berayield \(Self.replay.joined(separator: " ")) --format csv | "
          + "berayield csv - --emit apr,tvl_usd,status", in: folder)
      let answers = try CommandLineTool.run(
        ["apr", "data/recorded/pol-next.json", "--format", "json"])
      let vaults = try #require(
        try Self.object(answers.output)["vaults"] as? [[String: Any]])
      let lines = table.output.split(separator: "\n").dropFirst()
      // A row without decimals is a reject there.
      let known = vaults.filter { $0["status"] as? String != "unknown" }
      #expect(lines.count == 33 && known.count == 33)
      for (line, vault) in zip(lines, known) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).suffix(3)
          .map(String.init)
        #expect(
          cells == [
            vault["apr"] as? String ?? "", vault["tvlUsd"] as? String ?? "",
            vault["status"] as? String ?? "",
          ])
      }
    }
  }

  @Test func `ndjson is the same as objects`() throws {
    let run = try CommandLineTool.run(Self.replay + ["--format", "ndjson"])
    let first = try #require(run.output.split(separator: "\n").first)
    let vault = try Self.object(String(first))
    #expect(vault["block"] as? Int == 22_579_069 && vault["timestamp"] as? Int == 1_783_104_522)
    #expect(run.output.split(separator: "\n").count == 34)
  }
}

// Against what the storage of the same state holds.
extension SnapshotCommandTests {
  private static func expected() throws -> [String: Any] {
    try object(TextFile.read(VectorFile.path("snapshot_pol_next.json")))
  }

  /// A value as text, whichever JSON type it has.
  private static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }

  /// `76978002428962191372` as 76.978002428962191372.
  private static func decimal(ofWad text: String?) -> String? {
    guard let text else { return nil }
    let digits = String(repeating: "0", count: max(0, 19 - text.count)) + text
    let whole = digits.dropLast(18)
    let fraction = digits.suffix(18).reversed().drop { $0 == "0" }.reversed()
    return fraction.isEmpty ? String(whole) : "\(whole).\(String(fraction))"
  }

  @Test func `every value of every vault is what the storage holds`() throws {
    let snapshot = try Self.object(Self.file("data/recorded/pol-next.json"))
    let vaults = try #require(snapshot["vaults"] as? [[String: Any]])
    let expected = try #require(try Self.expected()["vaults"] as? [[String: Any]])
    let byAddress = Dictionary(
      uniqueKeysWithValues: vaults.map { ($0["vault"] as? String ?? "", $0) })
    #expect(byAddress.count == expected.count)
    let names = ["decimals": "stakeDecimals", "whitelistedInBeraChef": "whitelisted"]
    for vault in expected {
      let found = try #require(byAddress[vault["vault"] as? String ?? ""])
      for (key, value) in vault where !["incentives", "status", "apr", "tvlUsd"].contains(key) {
        let want = key == "stakePrice" ? Self.decimal(ofWad: value as? String) : Self.text(value)
        #expect(Self.text(found[names[key] ?? key]) == want, "\(key) of \(vault["vault"] ?? "")")
      }
      try expectIncentives(
        of: try #require(found["incentives"] as? [[String: Any]]),
        like: try #require(vault["incentives"] as? [[String: Any]]))
    }
  }

  private func expectIncentives(of found: [[String: Any]], like expected: [[String: Any]]) throws {
    #expect(found.count == expected.count)
    for token in expected {
      let own = try #require(
        found.first { $0["token"] as? String == token["token"] as? String })
      for (key, value) in token {
        let want = key == "price" ? Self.decimal(ofWad: value as? String) : Self.text(value)
        #expect(Self.text(own[key]) == want, "\(key) of \(token["token"] ?? "")")
      }
    }
  }

  @Test func `the protocol's values are what the storage holds`() throws {
    let snapshot = try Self.object(Self.file("data/recorded/pol-next.json"))
    let expected = try Self.expected()
    #expect(snapshot["era"] as? String == "pol-next" && expected["era"] as? String == "polNext")
    let pool = try #require((snapshot["pools"] as? [[String: Any]])?.first)
    let storedPool = try #require(expected["pool"] as? [String: Any])
    for key in ["totalAssets", "totalSupply", "reservedAssets"] {
      #expect(Self.text(pool[key]) == Self.text(storedPool[key]))
    }
    let rewards = try #require(snapshot["blockRewards"] as? [String: Any])
    for (key, value) in try #require(expected["blockRewardController"] as? [String: Any]) {
      #expect(Self.text(rewards[key]) == Self.text(value), "\(key)")
    }
    let auction = try #require(snapshot["incentives"] as? [String: Any])
    let collector = try #require(expected["incentivesCollector"] as? [String: Any])
    for key in ["payoutAmount", "queuedPayoutAmount"] {
      #expect(Self.text(auction[key]) == Self.text(collector[key]))
    }
    let stakers = try #require(auction["lstStakerVaults"] as? [[String: Any]])
    let stored = try #require(collector["lstStakerVaults"] as? [[String: Any]])
    for (own, stored) in zip(stakers, stored) {
      for key in ["vault", "asset", "rate", "totalAssets", "totalSupply"] {
        #expect(Self.text(own[key]) == Self.text(stored[key]), "\(key)")
      }
    }
    #expect(stakers.count == 2 && stored.count == 2)
  }

  @Test func `apr answers for every vault as integers do`() throws {
    let run = try CommandLineTool.run(
      ["apr", "data/recorded/pol-next.json", "--format", "json"])
    let answers = try #require(try Self.object(run.output)["vaults"] as? [[String: Any]])
    let byAddress = Dictionary(
      uniqueKeysWithValues: answers.map { ($0["vault"] as? String ?? "", $0) })
    for vault in try #require(try Self.expected()["vaults"] as? [[String: Any]]) {
      let answer = try #require(byAddress[vault["vault"] as? String ?? ""])
      let isKnown = Self.text(vault["decimals"]) != nil
      #expect(answer["status"] as? String == (isKnown ? vault["status"] as? String : "unknown"))
      guard isKnown else { continue }
      #expect(Self.text(answer["apr"]) == Self.decimal(ofWad: vault["apr"] as? String))
      #expect(Self.text(answer["tvlUsd"]) == Self.decimal(ofWad: vault["tvlUsd"] as? String))
    }
  }
}

// What is refused.
extension SnapshotCommandTests {
  @Test(arguments: [
    ("cut", 0.66), ("almost whole", 0.999),
  ])
  func `a record that was cut is refused, and nothing is written`(name: String, part: Double) throws
  {
    let record = try Self.file("data/recorded/pol-next.ndjson")
    try expectRefused(
      String(record.prefix(Int(Double(record.count) * part))), "expected a whole record")
  }

  @Test func `a record with another digit is refused`() throws {
    let record = try Self.file("data/recorded/pol-next.ndjson")
    try expectRefused(
      record.replacing("\"status\":200", with: "\"status\":201", maxReplacements: 1),
      "content that does not have the sum at its end")
  }

  private func expectRefused(_ record: String, _ reason: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      try TextFile.write(record, to: folder.appendingPathComponent("cut.ndjson").path)
      let run = try CommandLineTool.shell(
        "berayield snapshot --replay cut.ndjson -o out.json", in: folder)
      #expect(run.status == 3 && run.output == "")
      #expect(run.errors.contains(reason), "\(run.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["cut.ndjson", "data"])
    }
  }

  @Test func `a record of another question lacks a reply`() throws {
    let run = try CommandLineTool.run(Self.replay + ["--block", "22579065"])
    #expect(run.status == 3 && run.output == "")
    #expect(
      run.errors == """
        error: data/recorded/pol-next.ndjson: found no reply to a request of eth_getBlockByNumber; \
        expected a record of the same question
          hint: replay it with the options that it was recorded with, prices and --retries too

        """)
  }

  @Test func `an endpoint that is not there is one line with its host and no secret`() throws {
    let run = try CommandLineTool.run([
      "snapshot", "--rpc", "http://us3r:pa55@127.0.0.1:1/v1/SECRETKEY", "--retries", "0",
    ])
    #expect(run.status == 6 && run.output == "")
    #expect(run.errors.hasPrefix("error: 127.0.0.1: broken transport: "))
    #expect(
      run.errors.hasSuffix(
        "; check the endpoint, or name another with --rpc; --record keeps what it said\n"))
    #expect(run.errors.split(separator: "\n").count == 1)
    for secret in ["us3r", "pa55", "SECRETKEY", "v1"] { #expect(!run.errors.contains(secret)) }
  }

  @Test func `what options cannot be`() throws {
    let address = "0x6969696969696969696969696969696969696969"
    let lines = try [
      "--block yesterday", "--block latest", "--vault 0x12", "--price bera=abc", "--price bera=0",
      "--price \(address)", "--price bera=1 --price \(address)=2", "--validator 0x1234",
      "--chain nochain", "--chain 5", "--rpc ftp://x", "--rpc SECRETKEY", "--retries 101",
      "--timeout 0", "--concurrency 65", "--max-price-age 1h", "--format html",
      "--vault \(address) --vault \(address)", "--verify", "--replay x --rpc http://x",
      "--replay x --record y", "--verify --record y", "--output x --record x", "--pool 5",
    ].map { line in
      let run = try CommandLineTool.run(["snapshot"] + line.split(separator: " ").map(String.init))
      return "\(line)\n  \(run.status) \(run.errors)"
    }.joined()
    #expect(try lines == Snapshot.expected("snapshot-options.txt", actual: lines))
  }
}
