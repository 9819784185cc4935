import Chain
import Contracts
import Faults
import Text

/// Whatever endpoints answer, a reading ends in a snapshot or in one fault, and its record says the same
/// again.
enum ReplyLaw {
  static func check(_ input: [UInt8]) throws(Breach) {
    guard let settings = input.first else { return }
    let hosts = settings & 1 == 0 ? 1 : 2
    let policy = RetryPolicy(
      retries: Int(settings >> 1 & 1), timeout: 10_000, concurrency: 1 + Int(settings >> 2 & 3))
    let request = request(settings)
    func reader(_ endpoints: [Endpoint]) -> ChainReader {
      ChainReader(
        request, at: settings & 0x80 == 0 ? .finalized : .number(16), endpoints: endpoints,
        policy: policy)
    }
    let endpoints = (0..<hosts).map { Endpoint(recorded: "rpc\($0).example") }
    var transport = RecordingTransport(
      HostileTransport(Array(input.dropFirst())), endpoints: endpoints)
    let found = try outcome(reader(endpoints), over: &transport)

    let record = transport.recording.bytes
    let again: Outcome
    do {
      let recording = try Recording(reading: record, file: "record")
      var replay = ReplayTransport(recording, file: "record")
      again = try outcome(
        reader(recording.hosts.map { Endpoint(recorded: $0) }), over: &replay)
    } catch let breach as Breach {
      throw breach
    } catch {
      throw Breach("a record that is refused: \(error)")
    }
    try Breach.require(again == found, "a replay that says something else: \(again), not \(found)")
  }

  private enum Outcome: Equatable {
    case snapshot([UInt8])
    case fault(Fault)
  }

  private static func outcome(
    _ reader: ChainReader, over transport: inout some ChainTransport
  ) throws(Breach) -> Outcome {
    do {
      let reading = try ChainSession.run(reader, over: &transport).reading()
      var writer = JSONWriter(style: .compact)
      writer.value(reading.snapshot.document)
      let bytes = writer.takeBytes()
      let document = try JSONReader.parse(bytes)
      var again = JSONWriter(style: .compact)
      again.value(document.value)
      try Breach.require(again.takeBytes() == bytes, "a snapshot that is read otherwise")
      return .snapshot(bytes)
    } catch let fault as Fault {
      try fault.checkMessage()
      try Breach.require(fault.code == .chain, "another fault than that of a chain: \(fault)")
      return .fault(fault)
    } catch {
      throw error as? Breach ?? Breach("an error that is no fault: \(error)")
    }
  }

  /// What is to be read: the more is asked for by name, the less hangs on a list.
  private static func request(_ settings: UInt8) -> SnapshotRequest {
    var request = SnapshotRequest(deployment: .mainnet)
    if settings & 0x10 != 0 { request.vaults = [Address(number: 1), Address(number: 2)] }
    if settings & 0x20 != 0 {
      request.validators = [ValidatorKey(number: 1)]
      request.pools = [ValidatorKey(number: 1)]
    }
    request.isActiveOnly = settings & 0x40 != 0
    return request
  }
}
