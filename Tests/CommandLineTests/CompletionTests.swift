import Foundation
import TestSupport
import Testing

/// The completions, in the shells that they are for; `Scripts/test.sh` installs these.
///
///     bash, zsh, fish ── commands and options
///                     ├─ files by their endings ── JSON ── CSV ── any
///                     ├─ one name of a closed list ── several, behind commas
///                     └─ axes, as NAME=
@Suite struct CompletionTests {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// Whether it is there.
    var path: String? {
      ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(rawValue)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What it offers at the end of a line, in a folder that has the completions as the file `c`.
    func offers(_ line: String, in folder: URL) throws -> Set<String> {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let script =
        switch self {
        case .bash:
          """
          source ./c
          COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
          COMP_CWORD=\(words.count - 1) COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count)
          _berayield berayield '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
          printf '%s\\n' "${COMPREPLY[@]}"
          """
        case .zsh: Self.zsh(line)
        case .fish:
          """
          source ./c
          # Without a terminal no cursor can be asked for: it stands behind the last word.
          function commandline
            if test "$argv" = '-o -tC'
              string length -- (builtin commandline -t)
            else
              builtin commandline $argv
            end
          end
          complete -C '\(line)'
          """
        }
      try TextFile.write(script, to: folder.appendingPathComponent("script").path)
      let run = try CommandLineTool.shell(
        "export HOME=\"$PWD\" TERM=xterm; \(path ?? rawValue) ./script", in: folder)
      return Set(
        run.output.split(whereSeparator: \.isNewline).map { offer in
          // Descriptions stand behind a tab; a folder's slash and a blank say nothing.
          let word = offer.prefix { $0 != "\t" }
          return String(word).trimmingCharacters(in: CharacterSet(charactersIn: " /"))
        }.filter { !$0.isEmpty })
    }

    /// A zsh at a terminal of its own, where what would be offered is written down.
    private static func zsh(_ line: String) -> String {
      """
      zmodload zsh/zpty
      cat > inner <<'INNER'
      PROMPT= ; RPROMPT=
      fpath=($PWD/zsh $fpath)
      autoload -Uz compinit; compinit -u -d ./dump
      compadd () {
        if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
        typeset -a hits
        builtin compadd -A hits "$@"
        print -rl -- $hits >> ./offers
        builtin compadd "$@"
      }
      finish () { print -r -- end > ./finished; exit }
      comppostfuncs=(finish)
      bindkey '^I' complete-word
      print -r -- ready
      INNER
      mkdir -p zsh; cp c zsh/_berayield; : > offers
      zpty inner zsh -f -i
      zpty -w inner 'source ./inner'
      repeat 50; do zpty -r inner out; [[ $out == *ready* && $out != *print* ]] && break; done
      zpty -w -n inner \("'\(line)'")$'\\t'
      repeat 200; do [[ -e finished ]] && break; zpty -rt inner out; sleep 0.05; done
      cat offers
      """
    }
  }

  /// Of each line some offers, and some that there must not be.
  private static let cases: [(line: String, offered: [String], not: [String])] = [
    ("berayield s", ["solve", "sample", "snapshot", "sweep"], ["apr"]),
    ("berayield pool p", ["price", "preview", "project"], ["realized"]),
    ("berayield apr --ex", ["--explain", "--exact"], ["--emit"]),
    ("berayield apr v", ["v.json", "v.ndjson"], ["v.csv"]),
    ("berayield csv v", ["v.csv"], ["v.json"]),
    ("berayield csv --rejects v", ["v.json", "v.ndjson", "v.csv"], []),
    ("berayield apr --profile v", ["v.json"], ["v.csv"]),
    ("berayield solve --for st", ["stakePrice"], ["totalSupply"]),
    ("berayield apr --format n", ["ndjson"], ["json"]),
    ("berayield emission --every ", ["day", "week", "block"], []),
    ("berayield sweep --metric apr,apy", ["apr,apyDaily"], ["apyDaily", "apr,apr"]),
    ("berayield sweep --axis reward", ["rewardPrice=", "rewardRate="], ["stakePrice="]),
    ("berayield csv --emit apr,tvl", ["apr,tvl_usd"], ["tvl_usd"]),
    ("berayield csv --map stake_p", ["stake_price="], []),
    ("berayield example six", ["six-decimals"], ["tiny"]),
  ]

  @Test(arguments: Shell.allCases)
  func `what a shell offers`(shell: Shell) throws {
    guard shell.path != nil else {
      Issue.record("\(shell.rawValue) is not installed; Scripts/test.sh installs it")
      return
    }
    try CommandLineTool.inTemporaryFolder { folder in
      let script = try CommandLineTool.run(["--generate-completion-script", shell.rawValue])
      try TextFile.write(script.output, to: folder.appendingPathComponent("c").path)
      for name in ["v.json", "v.ndjson", "v.csv"] {
        try TextFile.write("", to: folder.appendingPathComponent(name).path)
      }
      for (line, offered, not) in Self.cases {
        for name in ["finished"] {
          try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        let offers = try shell.offers(line, in: folder)
        #expect(offers.isSuperset(of: offered), "\(line): \(offers)")
        #expect(offers.isDisjoint(with: not), "\(line): \(offers)")
      }
    }
  }
}
