import ArgumentParser
import ConstatImport
import ConstatModel
import ConstatResources
import Foundation

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the sources Constat reads, draft and check profiles.",
        subcommands: [List.self, Show.self, Draft.self, Check.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every profile.\n\nExample:\n  constat sources list")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let rows = try place.profiles().profiles.map { [$0.source, $0.kind.word, $0.name, $0.title] }
            Terminal.say(TextTable(sides: [.left, .left, .left, .left], rows: [["source", "kind", "profile", "reads"]] + rows).text)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which milestones a source can and cannot give.\n\nExample:\n  constat sources show thehive")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A source's name.") var source: String

        func run() throws {
            let library = try place.profiles()
            let profiles = library.profiles.filter { $0.source == source }
            guard !profiles.isEmpty else {
                throw UsageError.unknownWord(option: "source", word: source, known: library.sources)
            }
            let main = profiles.filter(\.kind.isMain)
            if !main.isEmpty { Terminal.say(Self.table(main)) }
            let smaller = profiles.filter { !$0.kind.isMain }.map { [$0.kind.word, $0.name, $0.title] }
            if !smaller.isEmpty { Terminal.say("smaller kinds:\n" + TextTable(sides: [.left, .left, .left], rows: smaller).text) }
        }

        /// A column for each profile, named by its number in the list above.
        private static func table(_ profiles: [Profile]) -> String {
            let numbers = profiles.indices.map { "\($0 + 1)" }
            let legend = zip(numbers, profiles).map {
                [$0, $1.name, $1.isHistory ? "changes of \($1.kind.word)s" : "\($1.kind.word)s", $1.title]
            }
            let fields: [(String, Given)] = [
                ("severity", .severity), ("status", .status), ("verdict", .verdict), ("tier", .tier), ("discovery", .discovery),
                ("every change of the status", .statusHistory),
            ]
            let milestones = Milestone.allCases.map { milestone in
                [milestone.rawValue]
                    + profiles.map { $0.holds(milestone) ? "yes" : $0.given.contains(Given(milestone)) ? "log" : "–" }
            }
            let rest = fields.map { name, field in [name] + profiles.map { $0.given.contains(field) ? "yes" : "–" } }
            let sides = Array(repeating: TextTable.Side.left, count: profiles.count + 1)
            return [
                TextTable(sides: [.left, .left, .left, .left], rows: legend).text, "",
                TextTable(sides: sides, rows: [["gives"] + numbers] + milestones + rest).text, "",
                "yes: the export holds it · log: it follows from the changes it tells · –: it cannot be known from this export",
            ].joined(separator: "\n")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check profiles: faults are named with file, line, column and what to do.",
            discussion: """
                Without an argument, those of the workspace's folder Profiles are checked.

                Example:
                  constat sources check mine.yaml
                """)
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "Profiles (YAML), and folders of them.") var profiles: [String] = []

        func run() throws {
            let (files, folders) = (try files(), try place.folders())
            let names = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
            var isFaulty = false
            for file in files {
                do {
                    let checked = try Profile(contentsOf: URL(fileURLWithPath: file))
                    for name in checked.also where folders.file(.profiles, name + ".yaml") == nil && !names.contains(name) {
                        throw checked.fault(naming: name)
                    }
                    Terminal.say("\(file): good (\(checked.source), \(checked.kind.word)s, version \(checked.version))")
                } catch let error as any ExplainedError {
                    Terminal.error(error.explanation)
                    isFaulty = true
                }
            }
            if isFaulty { throw ExitStatus.notUnderstood }
        }

        private func files() throws -> [String] {
            let own = try place.folders().own(.profiles)?.path ?? ""
            guard !profiles.isEmpty || FileManager.default.fileExists(atPath: own) else {
                throw UsageError.needed(option: "a profile", remedy: "name one; the workspace has no folder Profiles")
            }
            let named = profiles.isEmpty ? [own] : profiles
            return try InputFile.all(named).filter { $0.name.map(ProfileLibrary.isProfile) ?? true }.map(\.path)
        }
    }
}
