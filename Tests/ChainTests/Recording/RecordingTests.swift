import Faults
import TestSupport
import Testing
import Text

@testable import Chain

@Suite("Records of requests and replies")
struct RecordingTests {
  private static let url =
    "https://userA:passW0rd@rpc.example/v2/0123456789abcdef0123?apikey=qwertyuiop"
  private static let request = SnapshotRequest(deployment: .mainnet)

  /// A run over made nodes, kept; nil for the reading where it failed.
  private static func record(
    _ nodes: [MadeNode], seed: UInt64 = 1, policy: RetryPolicy = RetryPolicy(),
    url: String = Self.url
  ) throws -> (reading: ChainReading?, failure: Fault?, record: [UInt8]) {
    let endpoints = try nodes.indices.map {
      try Endpoint($0 == 0 ? url : "https://rpc\($0).example")
    }
    var transport = RecordingTransport(MadeTransport(nodes, seed: seed), endpoints: endpoints)
    let reader = ChainReader(request, at: .finalized, endpoints: endpoints, policy: policy)
    do throws(Fault) {
      let reading = try ChainSession.run(reader, over: &transport).reading()
      return (reading, nil, transport.recording.bytes)
    } catch {
      return (nil, error, transport.recording.bytes)
    }
  }

  private static func replay(
    _ bytes: [UInt8], policy: RetryPolicy = RetryPolicy(), for request: SnapshotRequest = request
  ) throws(Fault) -> ChainReading {
    let recording = try Recording(reading: bytes, file: "run.ndjson")
    let reader = ChainReader(
      request, at: .finalized, endpoints: recording.hosts.map { Endpoint(recorded: $0) },
      policy: policy)
    var transport = ReplayTransport(recording, file: "run.ndjson")
    return try ChainSession.run(reader, over: &transport).reading()
  }

  private static func fault(_ bytes: [UInt8]) -> Fault? {
    do throws(Fault) {
      _ = try replay(bytes)
      return nil
    } catch { return error }
  }

  @Test func `a run is repeated from its record, byte for byte`() throws {
    let (reading, _, record) = try Self.record([MadeNode(chain: MadeChain())])
    let expected = try #require(reading)
    for _ in 0..<2 {
      let again = try Self.replay(record)
      #expect(again.snapshot.document == expected.snapshot.document)
      #expect(again["chain endpoint"] == .string("rpc.example"))
    }
    #expect(record.last == UInt8(ascii: "\n"))
    #expect(try Recording(reading: record, file: "run.ndjson").bytes == record)
  }

  /// Whatever nodes do, and however replies cross: the record holds what the reading hangs on.
  @Test(arguments: 0..<40) func `so is a run in which much went wrong`(seed: UInt64) throws {
    for round in 0..<TestScale.factor {
      var random = SeededGenerator(seed: seed &* 1000 &+ UInt64(round))
      let chain = MadeChain(vaults: 30)
      let nodes = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        ReaderLawTests.node(chain, &random)
      }
      let policy = RetryPolicy(
        retries: Int.random(in: 1...9, using: &random), timeout: 1_000_000,
        concurrency: Int.random(in: 1...5, using: &random))
      let run = try Self.record(nodes, seed: seed, policy: policy)
      do throws(Fault) {
        let again = try Self.replay(run.record, policy: policy)
        #expect(again.snapshot.document == run.reading?.snapshot.document, "seed \(seed)")
      } catch {
        #expect(run.failure == error, "seed \(seed)")
      }
    }
  }

  @Test func `a record without its end, with another digit, or without a line is refused`() throws {
    let record = try Self.record([MadeNode(chain: MadeChain())]).record
    let lines = record.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count > 4)
    var cuts = [
      [], Array(record.dropLast()), Array(record.prefix(record.count / 2)),
      Array(record.prefix(70)),
    ]
    // A lost line, the sum at the end included.
    for lost in lines.indices {
      cuts.append(
        lines.indices.filter { $0 != lost }.flatMap { lines[$0] + [UInt8(ascii: "\n")] })
    }
    // A changed digit, in the content and in the sum.
    for place in [30, record.count / 3, record.count / 2, record.count - 20] {
      var changed = record
      changed[place] = changed[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      cuts.append(changed)
    }
    cuts.append(record + record)
    cuts.append(record + Array("\n".utf8))
    for bytes in cuts {
      let fault = try #require(Self.fault(bytes), "\(bytes.count) bytes were taken")
      #expect(fault.code == .invalidValue)
      #expect(fault.place?.description.contains("run.ndjson") == true)
    }
  }

  @Test func `a record with the right sum that is none`() {
    func sealed(_ content: String) -> [UInt8] {
      let sum = SHA256.digest(of: Array(content.utf8))
      return Array("\(content){\"sha256\":\"\(sum)\"}\n".utf8)
    }
    let head = "{\"kind\":\"berayield-recording\",\"version\":1,\"hosts\":[\"a.example\"]}\n"
    for content in [
      "", "{}\n", "[]\n", "no JSON\n",
      "{\"kind\":\"berayield-recording\",\"version\":2,\"hosts\":[\"a\"]}\n",
      "{\"kind\":\"berayield-recording\",\"version\":1,\"hosts\":[]}\n", head + "{}\n", head + "\n",
      head + "{\"endpoint\":0}\n", head + "{\"endpoint\":0,\"request\":\"{}\",\"status\":200}\n",
      head + "{\"endpoint\":0,\"request\":\"{}\",\"status\":\"x\",\"body\":\"\"}\n",
      head + "{\"endpoint\":0,\"request\":\"{}\",\"status\":200,\"bytes\":\"0x0\"}\n",
    ] {
      #expect(
        Self.fault(sealed(content))?.place?.description.contains("run.ndjson") == true, "\(content)"
      )
    }
    // Sound, and empty: the first request is missing.
    #expect(Self.fault(sealed(head))?.code == .missingValue)
  }

  @Test func `a request that the record lacks is named`() throws {
    let record = try Self.record([MadeNode(chain: MadeChain())]).record
    var other = Self.request
    other.vaults = [MadeChain.vault(0)]
    #expect {
      try Self.replay(record, for: other)
    } throws: { error in
      let fault = error as? Fault
      return fault?.code == .missingValue && fault?.found.contains("eth_call") == true
    }
  }

  @Test func `no key is in a record, whatever servers echo`() throws {
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, count in
      guard count == 0 else { return nil }
      return asked.method == "eth_call"
        ? MadeNode.body("<h1>\(Self.url)</h1>", status: 502)
        : asked.method == "eth_chainId" ? .broken("no route to \(Self.url)") : nil
    }
    let run = try Self.record([node])
    #expect(run.reading != nil)
    let text = String(decoding: run.record, as: UTF8.self)
    for secret in ["userA", "passW0rd", "0123456789abcdef0123", "qwertyuiop", "/v2/"] {
      #expect(!text.contains(secret))
    }
    #expect(text.contains("rpc.example"))
  }

  /// A reason that was cut for a message in the record would be cut twice.
  @Test(arguments: [99, 100, 101, 194, 4_000]) func `a long reason is the same again`(
    length: Int
  ) throws {
    let reason = String(repeating: "no route ", count: length / 9 + 1).prefix(length)
    var node = MadeNode(chain: MadeChain())
    node.instead = { _, _ in .broken(String(reason)) }
    let run = try Self.record([node])
    #expect(run.failure != nil && run.failure == Self.fault(run.record))
  }

  @Test func `a path that is in every reply by chance does not spoil the record`() throws {
    for path in ["v2/80094/rpc", "0000/result?id=1&x=2000", "138de/0x138de"] {
      let run = try Self.record([MadeNode(chain: MadeChain())], url: "https://rpc.example/\(path)")
      let again = try Self.replay(run.record)
      #expect(again.snapshot.document == run.reading?.snapshot.document)
    }
  }

  @Test func `bytes that are no text are kept as they are`() throws {
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, count in
      guard asked.method == "eth_call", count == 0 else { return nil }
      // In a text it would be an error of the chain's; as these bytes it is no JSON.
      let body = Array("{\"error\":{\"code\":3,\"message\":\"".utf8) + [0xFF] + Array("\"}}".utf8)
      return .reply(HTTPReply(status: 200, retryAfter: nil, body: body))
    }
    let run = try Self.record([node])
    #expect(run.reading?.skipped.isEmpty == true)
    #expect(try Self.replay(run.record).snapshot.document == run.reading?.snapshot.document)
  }
}
