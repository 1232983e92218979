import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

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
            let name = ["assessment", try notifying.fileName(of: stored.record), words.language.rawValue].joined(separator: "-")
            let paths = try ResourceFolders.write(to: output, name) {
                (try shelf.assessmentMarkdown(data, words), try shelf.assessmentHTML(data, words))
            }
            Terminal.say(paths.joined(separator: "\n"))
        } else {
            Terminal.say(AssessmentText(data, try folders.words(lang ?? .en)).text)
        }
    }
}
