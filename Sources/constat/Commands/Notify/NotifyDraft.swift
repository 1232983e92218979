import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

struct NotifyDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Write the draft of a stage: Markdown, HTML, and the authority's file where there is one.",
        discussion: """
            Every fact comes from history, from the case's fact file or from constat.yaml, with its origin; what is unknown is marked in
            place and listed on top. A later stage says what has changed since the one that was recorded as sent.

            Example:
              constat notify draft 118 --regime nis2 --stage early-warning --lang fr --output drafts
            """)
    @OptionGroup var target: CaseOptions
    @OptionGroup var what: StageOptions
    @OptionGroup var document: DocumentOptions
    @Flag(help: "Write a Word document as well, by pandoc.") var docx = false
    @Option(
        help: ArgumentHelp(
            "Write by this template of your own as well, e.g. meldung.de.md for Templates/meldung.de.md.mustache.", valueName: "name"))
    var template: String?

    func run() throws {
        let (notifying, stored) = try target.open()
        let (regime, stage) = try what.find(notifying, stored.record)
        let making = DraftMaking(notifying: notifying)
        let data = try making.data(stored, regime, stage)
        let folders = try target.place.folders()
        let language = document.lang ?? notifying.workspace.language
        var paths = try folders.write(data, language, to: document)
        if docx { paths.append(try Pandoc.convert(paths[0])) }
        if let template { paths.append(try folders.write(data, language, by: template, to: document)) }
        if let report = making.report(data) { paths += try folders.write(report, data, language, to: document) }
        Terminal.say(paths.joined(separator: "\n"))
        let missing = data.answers.filter(\.isMissing).count
        if missing > 0 { Terminal.note("\(missing) required facts are unknown: they are marked in place and listed on top") }
        let faults = data.remarks.filter { $0.isFault && $0.kind != .missing }.count
        if faults > 0 { Terminal.note("\(faults) answers would be objected to: see the draft, or constat notify check") }
    }
}
