import ArgumentParser
import ConstatModel

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a report.", subcommands: [Write.self, List.self, Check.self],
        defaultSubcommand: Write.self)
}
