internal import ArgumentParser

/// How documents are read: the same for every command that reads JSON.
struct InputOptions: ParsableArguments {
  @Flag(help: "Pass over keys that nothing reads, with one note; otherwise they are refused.")
  var ignoreUnknown = false
}
