import ArgumentParser
import ConstatModel
import ConstatNotification
import ConstatStore
import Foundation

struct IncidentFacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "Write a case's fact file, filled from history, for a person to complete.",
        discussion: """
            The file lies in incidents/ beside constat.yaml. Every fact that any authority asks for stands in it once; what history does
            not tell is unknown. Said again, the command keeps what persons stated and adds what history has learned.

            Example:
              constat incident facts 118 --tenant acme
            """)
    @OptionGroup var target: CaseOptions
    @Option(help: "The language of the comments: en or fr (default: the language of constat.yaml, else en).") var lang: Language?

    func run() throws {
        let (notifying, stored) = try target.open()
        let record = stored.record
        let (file, path) = try notifying.file(of: record)
        let facts = try notifying.facts(of: record, file)
        let workspace = notifying.workspace
        let stated = file?.statements ?? [:]
        let text = FactFileText(
            facts, statements: stated, withdrawn: file?.withdrawn ?? [], place: "import \(stored.receipt), row \(stored.row)",
            zone: workspace.zone, language: lang ?? workspace.language
        ).text
        try Files.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try Files.write(text, to: path)
        let all = facts.catalogue.facts.count
        Terminal.say(path)
        Terminal.note(
            "\(facts.known.count) of \(all) facts are known, \(stated.count) of them stated by persons")
    }
}
