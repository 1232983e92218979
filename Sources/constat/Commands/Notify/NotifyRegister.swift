import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore
import Foundation

struct NotifyRegister: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Show the register: what was due, sent, decided; exit code 1 when its chain is broken.",
        discussion: """
            GDPR Art. 33(5), DORA Art. 17(2): also what was decided not to be told, and what is due and not sent yet.

            Example:
              constat notify register --format xlsx --output register.xlsx
            """)
    @OptionGroup var place: WorkspaceOptions
    @Option(help: "One tenant only.") var tenant: String?
    @Option(help: "table, json or xlsx.") var format = "table"
    @Option(help: ArgumentHelp("Write into this file; needed for xlsx.", valueName: "path")) var output: String?
    @Option(help: "en or fr (default: the language of constat.yaml, else en).") var lang: Language?

    func run() throws {
        let (workspace, store) = (try place.workspace(), try place.openStore())
        let broken = try store.register().brokenLink
        if let broken { Terminal.error("register, line \(broken): the chain is broken") }
        let notifying = try Notifying(
            store: store, workspace: workspace, rules: NotificationRules(place.folders()), asOf: place.asOf())
        if let tenant { try workspace.check(tenant: tenant, store) }
        let triggered = try notifying.triggered(tenant: tenant)
        let lines = try RegisterMaking(notifying: notifying).lines(tenant: tenant, triggered)
        // The command line speaks English.
        let words = try place.folders().words(format == "table" ? .en : lang ?? workspace.language)
        switch format {
        case "table": Terminal.say(table(lines, words))
        case "json": try say(RegisterJSON(lines: lines, language: words.language).text)
        case "xlsx":
            guard let output else { throw UsageError.needed(option: "--output", remedy: "name the file to write") }
            do {
                try RegisterSheet(lines, words).write(
                    to: output, organisation: workspace.organisation ?? workspace.name(of: tenant), asOf: notifying.asOf)
            } catch { throw UsageError.cannotWrite(output, error.problem) }
            Terminal.say(output)
        default: throw UsageError.unknownWord(option: "--format", word: format, known: ["table", "json", "xlsx"])
        }
        Terminal.error(triggered.faults)
        if broken != nil || !triggered.faults.isEmpty { throw ExitStatus.notMet }
    }

    private func say(_ text: String) throws {
        guard let output else { return Terminal.say(text) }
        try Files.write(text + "\n", to: output)
        Terminal.say(output)
    }

    private func table(_ lines: [RegisterLine], _ words: Words) -> String {
        guard !lines.isEmpty else { return "nothing was recorded yet" }
        let rows = lines.map { line in
            [
                line.number.map { "\($0)" } ?? "", words("register.state.\(line.state.rawValue)"), "\(line.tenant) #\(line.caseName)",
                line.regime.uppercased(), line.outcome ?? line.stage?.en ?? "", line.due?.iso ?? "–", line.at?.iso ?? "–",
                Figure.duration(line.margin, .en), line.reference ?? "–", line.reasons ?? "–",
            ]
        }
        let head = ["", "state", "case", "regime", "what", "due", "sent or decided", "margin", "reference", "reasons"]
        return TextTable(sides: [.right] + Array(repeating: .left, count: 9), rows: [head] + rows).fitting(
            Terminal.width, without: [9, 8]
        ).text
    }
}
