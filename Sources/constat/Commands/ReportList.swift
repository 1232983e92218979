import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatResources

extension Report {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the reports there are.", discussion: "Example:\n  constat report list")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let folders = try place.folders()
            let judging = try Judging(folders)
            let rows = folders.reportNames.map { name in
                guard let definition = try? folders.report(name, judging) else {
                    return [name, "–", "cannot be read: constat report check tells why", ""]
                }
                return [name, definition.period.rawValue, definition.title.en, definition.title.fr]
            }
            Terminal.say(TextTable(sides: [.left, .left, .left, .left], rows: rows).text)
        }
    }
}
