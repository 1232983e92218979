import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore
import Foundation

struct NotifyAssess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Hold a case against the tests of the law: met, not met or unknown, each with its article.",
        discussion: """
            What is unknown never counts as not met; what is still needed to decide is listed. A person decides: constat notify decide.

            Example:
              constat notify assess 118
              constat notify assess 118 --lang fr --output assessments
            """)
    @OptionGroup var target: CaseOptions
    @Option(help: "nis2, dora or gdpr only.") var regime: String?
    @Option(help: "en or fr (default: the language of constat.yaml for a file, else en).") var lang: Language?
    @Option(help: ArgumentHelp("Write a page, Markdown and HTML, into this folder.", valueName: "folder")) var output: String?

    func run() throws {
        let (notifying, stored) = try target.open()
        let workspace = notifying.workspace
        let data = try AssessmentMaking(notifying: notifying).data(stored, regime: regime)
        let folders = try target.place.folders()
        if let output {
            let (shelf, words) = (folders.templates(), try folders.words(lang ?? workspace.language))
            let path = URL(fileURLWithPath: output).appendingPathComponent(
                ["assessment", try notifying.fileName(of: stored.record), words.language.rawValue].joined(separator: "-")
            ).path
            try Files.makeFolder(output)
            do {
                try Files.write(shelf.assessmentMarkdown(data, words), to: path + ".md")
                try Files.write(shelf.assessmentHTML(data, words), to: path + ".html")
            } catch let fault as TemplateShelf.Fault { throw UsageError(fault) }
            Terminal.say([path + ".md", path + ".html"].joined(separator: "\n"))
        } else {
            Terminal.say(AssessmentText(data, try folders.words(lang ?? .en)).text)
        }
    }
}
