internal import Arrow
public import CBeraYield
internal import Faults
internal import Platform

// Unsafe: the pointers are the caller's, for the call; berayield.h says who owns what. What is handed over is taken
// over before anything else happens, what is handed out is written last.

// The functions of the door, as berayield.h declares them: no error and no trap leaves them.

private let ok = Int32(BERAYIELD_OK.rawValue)

private let closedJob = Fault(
  .conflict, at: .input("job"), found: "a job that was closed, or none", expected: "an open job")

private func missing(_ what: String) -> Fault {
  Fault(.missingValue, at: .input(what), found: "a null pointer", expected: "a pointer")
}

// swift-format-ignore
/// Writes the version into the message.
///
/// berayield.h says all of it.
@c(berayield_version) @implementation
public func berayield_version(_ message: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int32 {
  unsafe Message(message, capacity).write(Version.text)
  return ok
}

// swift-format-ignore
/// Makes a job of a request and of a table's columns.
///
/// berayield.h says all of it.
@c(berayield_open) @implementation
public func berayield_open(
  _ request: UnsafePointer<CChar>?, _ columns: UnsafeMutablePointer<ArrowSchema>?,
  _ figures: UnsafeMutablePointer<ArrowSchema>?, _ job: UnsafeMutablePointer<OpaquePointer?>?,
  _ message: UnsafeMutablePointer<CChar>?, _ capacity: Int
) -> Int32 {
  let schema = unsafe columns.map { unsafe IncomingSchema(moving: $0) }
  unsafe figures?.initialize(to: ArrowSchema())
  unsafe job?.initialize(to: nil)
  let message = unsafe Message(message, capacity)
  guard let schema else { return unsafe message.write(missing("columns")) }
  guard let figures = unsafe figures, let job = unsafe job else {
    return unsafe message.write(missing("job"))
  }
  do throws(ArrowFault) {
    let table = try TableJob(try unsafe tableRequest(request), columns: schema)
    unsafe job.pointee = Jobs.add(table)
    unsafe table.schema.export(to: figures)
    return ok
  } catch {
    return unsafe message.write(error)
  }
}

private func tableRequest(_ text: UnsafePointer<CChar>?) throws(ArrowFault) -> TableRequest {
  do throws(Fault) {
    return try TableRequest(try unsafe Request.node(text))
  } catch {
    throw .input(error)
  }
}

// swift-format-ignore
/// Evaluates a batch.
///
/// berayield.h says all of it.
@c(berayield_run) @implementation
public func berayield_run(
  _ job: OpaquePointer?, _ batch: UnsafeMutablePointer<ArrowArray>?,
  _ figures: UnsafeMutablePointer<ArrowArray>?, _ message: UnsafeMutablePointer<CChar>?,
  _ capacity: Int
) -> Int32 {
  let source = unsafe batch.map { unsafe IncomingArray(moving: $0) }
  unsafe figures?.initialize(to: ArrowArray())
  let message = unsafe Message(message, capacity)
  guard let source else { return unsafe message.write(missing("batch")) }
  guard let figures = unsafe figures else { return unsafe message.write(missing("figures")) }
  guard let table = unsafe Jobs.job(job) else { return unsafe message.write(closedJob) }
  do throws(ArrowFault) {
    unsafe try table.run(source).export(to: figures)
    return ok
  } catch {
    return unsafe message.write(error)
  }
}

// swift-format-ignore
/// Evaluates a stream as it is drawn.
///
/// berayield.h says all of it.
@c(berayield_stream) @implementation
public func berayield_stream(
  _ job: OpaquePointer?, _ batches: UnsafeMutablePointer<ArrowArrayStream>?,
  _ figures: UnsafeMutablePointer<ArrowArrayStream>?, _ message: UnsafeMutablePointer<CChar>?,
  _ capacity: Int
) -> Int32 {
  let source = unsafe batches.map { unsafe IncomingStream(moving: $0) }
  unsafe figures?.initialize(to: ArrowArrayStream())
  let message = unsafe Message(message, capacity)
  guard let source else { return unsafe message.write(missing("batches")) }
  guard let figures = unsafe figures else { return unsafe message.write(missing("figures")) }
  guard let table = unsafe Jobs.job(job) else { return unsafe message.write(closedJob) }
  do throws(ArrowFault) {
    unsafe try table.stream(source).export(to: figures)
    return ok
  } catch {
    return unsafe message.write(error)
  }
}

// swift-format-ignore
/// Ends a job, and tells what ended it before.
///
/// berayield.h says all of it.
@c(berayield_close) @implementation
public func berayield_close(
  _ job: OpaquePointer?, _ message: UnsafeMutablePointer<CChar>?, _ capacity: Int
) -> Int32 {
  guard unsafe job != nil else { return ok }
  let message = unsafe Message(message, capacity)
  guard let table = unsafe Jobs.remove(job) else { return unsafe message.write(closedJob) }
  return table.failure.map { unsafe message.write($0) } ?? ok
}

// swift-format-ignore
/// Counts what is alive.
///
/// berayield.h says all of it.
@c(berayield_live) @implementation
public func berayield_live(_ counts: UnsafeMutablePointer<berayield_counts>?) -> Int32 {
  guard let counts = unsafe counts else { return Int32(BERAYIELD_BAD_INPUT.rawValue) }
  func count(_ kind: LiveCounts.Kind) -> Int64 { Int64(LiveCounts.count(kind)) }
  unsafe counts.pointee = berayield_counts(
    jobs: count(.job), schemas: count(.schema), arrays: count(.array), streams: count(.stream),
    answers: count(.answer))
  return ok
}

// swift-format-ignore
/// Answers a question that is no table.
///
/// berayield.h says all of it.
@c(berayield_ask) @implementation
public func berayield_ask(
  _ question: UnsafePointer<CChar>?, _ request: UnsafePointer<CChar>?,
  _ answer: UnsafeMutablePointer<berayield_answer>?,
  _ rows: UnsafeMutablePointer<ArrowArrayStream>?, _ message: UnsafeMutablePointer<CChar>?,
  _ capacity: Int
) -> Int32 {
  unsafe answer?.initialize(to: berayield_answer())
  unsafe rows?.initialize(to: ArrowArrayStream())
  let message = unsafe Message(message, capacity)
  guard let question = unsafe question else { return unsafe message.write(missing("question")) }
  guard let answer = unsafe answer else { return unsafe message.write(missing("answer")) }
  let name = unsafe String(cString: question)
  do throws(Fault) {
    let reply = try Ask.answer(name, try unsafe Request.node(request), hasRows: unsafe rows != nil)
    if let rows = unsafe rows { unsafe reply.rows?.export(to: rows) }
    unsafe OutgoingText(reply.text).export(to: answer)
    return ok
  } catch {
    return unsafe message.write(error)
  }
}
