import ArgumentParser

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write, list and check reports.", subcommands: [Write.self, List.self, Check.self],
        defaultSubcommand: Write.self)
}
