#if LIBFUZZER
  import Foundation

  /// Coverage-guided runs: libFuzzer chooses the inputs.
  enum Guided {
    /// The law of this process: libFuzzer's call carries nothing of its own.
    static let law = Fuzz.law(ProcessInfo.processInfo.environment["BERAYIELD_LAW"])

    static func run() {
      _ = law
      var count = CommandLine.argc
      var arguments = unsafe CommandLine.unsafeArgv
      _ = unsafe runDriver(&count, &arguments, checkInput)
    }
  }

  @_cdecl("LLVMFuzzerTestOneInput")
  func checkInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    do {
      try Guided.law.check(input)
    } catch {
      // A crash, without the minutes that a trace of one takes.
      FileHandle.standardError.write(
        Data("the law of \(Guided.law.rawValue) is broken: \(error)\n".utf8))
      abort()
    }
    return 0
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt
#endif
