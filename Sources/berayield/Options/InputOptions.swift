internal import ArgumentParser

/// How documents are read: the same for every command that reads JSON.
struct InputOptions: ParsableArguments {
  @Flag(help: "Ignore unknown keys, with a note; by default they are an error.")
  var ignoreUnknown = false
}
