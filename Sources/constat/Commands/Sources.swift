import ArgumentParser
import ConstatImport
import ConstatModel
import Foundation

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the sources Constat reads, and check profiles.", subcommands: [List.self, Show.self, Check.self],
        defaultSubcommand: List.self)

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
            let rows = Milestone.allCases.map { milestone in
                [milestone.rawValue] + profiles.map { $0.given.contains(Given(milestone)) ? "yes" : "–" }
            }
            let sides = Array(repeating: TextTable.Side.left, count: profiles.count + 1)
            Terminal.say(TextTable(sides: sides, rows: [[""] + profiles.map(\.name)] + rows).text)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a profile: faults are named with file, line and column.\n\nExample:\n  constat sources check mine.yaml")
        @Argument(help: "A profile (YAML).") var profile: String

        func run() throws {
            let checked = try Profile(contentsOf: URL(fileURLWithPath: profile))
            Terminal.say("\(profile): good (\(checked.source), \(checked.kind.word)s, version \(checked.version))")
        }
    }
}
