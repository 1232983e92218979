import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

struct NotifyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold a report against its template, field by field; exit code 1 when something is to be mended.",
        discussion: """
            Each field of Annex II that is mandatory at the stage, or whose condition holds, must be filled; formats, check digits and
            contradictions are looked at. This comes before the shape of the file: a file may have the right shape and lack half of it.

            Example:
              constat notify check 118 --regime dora --stage final
            """)
    @OptionGroup var target: CaseOptions
    @OptionGroup var what: StageOptions

    func run() throws {
        let (notifying, stored) = try target.open()
        let (regime, stage) = try what.find(notifying, stored.record)
        guard stage.hasFile else {
            throw UsageError.fault(
                place: "--stage", problem: "\(regime.id) \(stage.id) has no template with numbers",
                remedy: "see the missing facts of its draft")
        }
        let data = try DraftMaking(notifying: notifying).data(stored, regime, stage)
        let words = ["missing": "missing", "malformed": "malformed", "implausible": "implausible", "notEstablished": "not established"]
        let rows = data.remarks.map { remark in
            [remark.number, words[remark.kind.rawValue] ?? "", remark.problem.en + (remark.source.map { " · \($0.en)" } ?? "")]
        }
        if !rows.isEmpty { Terminal.say(TextTable(sides: [.left, .left, .left], rows: rows).text) }
        let faults = data.remarks.count { $0.isFault }
        Terminal.say(
            "\(regime.id) \(stage.id): \(data.answers.count) fields, \(data.answers.count { $0.isKnown }) filled, "
                + "\(faults) to be mended, \(data.remarks.count - faults) not established")
        if faults > 0 { throw ExitStatus.notMet }
    }
}
