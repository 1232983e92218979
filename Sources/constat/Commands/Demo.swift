import ArgumentParser
import ConstatDemo
import ConstatModel
import Foundation

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make up an organisation, import it, measure, report: everything in one folder.",
        discussion: "Example:\n  constat demo demo")
    @Argument(help: "The folder; it must be empty or missing.") var folder: String
    @Option(help: "Another seed makes another history; the same seed makes the same bytes.") var seed: UInt64 = 2026
    @Option(help: ArgumentHelp("A folder that holds Controls, Templates, Reports and Profiles.", valueName: "path")) var resources: String?

    func run() throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard found.isEmpty else {
            throw UsageError.cannotWrite(folder, "the folder is not empty; name another one")
        }
        try DemoRun(folder: folder, seed: seed, resources: resources).run()
    }
}
