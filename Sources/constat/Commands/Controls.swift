import ArgumentParser
import ConstatControls
import ConstatMetrics
import ConstatModel

struct Controls: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what laws and standards ask, and what figures speak to it.",
        subcommands: [List.self, Show.self, Coverage.self, Check.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List frameworks, or the controls of one.\n\nExample:\n  constat controls list nis2")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A framework's id.") var framework: String?

        func run() throws {
            let judging = try Judging(place.folders())
            guard let framework else {
                let rows = judging.frameworks.map { [$0.id, "\($0.controls.count) controls", $0.title.en] }
                Terminal.say(TextTable(sides: [.left, .right, .left], rows: rows).text)
                return
            }
            let rows = try judging.framework(framework).controls.map { [$0.id, $0.label, $0.title.en] }
            Terminal.say(TextTable(sides: [.left, .left, .left], rows: rows).text)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a control, in both languages, and what speaks to it.\n\nExample:\n  constat controls show art-21.2.b")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A control's id.") var id: String

        func run() throws {
            let judging = try Judging(place.folders())
            let found = judging.frameworks.compactMap { framework in
                framework.controls.first { $0.id == id }.map { (framework, $0) }
            }
            guard !found.isEmpty else {
                throw UsageError.fault(place: "control", problem: "there is no control \(id)", remedy: "see: constat controls list nis2")
            }
            for (framework, control) in found { Terminal.say(text(framework, control, judging)) }
        }

        private func text(_ framework: Framework, _ control: Control, _ judging: Judging) -> String {
            let link = framework.links.first { $0.control == control.id }
            let because = link?.because ?? framework.byHand.first { $0.control == control.id }?.because
            let rows: [[String]] = [
                ["framework", framework.title.en], ["control", "\(control.id) · \(control.label)"],
                ["en", "\(control.title.en): \(control.summary.en)"], ["fr", "\(control.title.fr)\u{A0}: \(control.summary.fr)"],
                ["text", control.link], ["mark", control.confidence],
                ["figures", link.map { "\($0.strength.rawValue): \($0.metrics.joined(separator: ", "))" } ?? "none: by hand"],
                ["because", because?.en ?? ""], ["", because?.fr ?? ""], ["objective", link?.objective?.en ?? ""],
                ["opposite", judging.opposite(framework, control).joined(separator: ", ")], ["reviewed", framework.reviewed],
            ]
            return TextTable(sides: [.left, .left], rows: rows).text
        }
    }

    struct Coverage: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show how far figures speak to controls: by links of their own, or only through controls that others compare with them.",
            discussion: "Example:\n  constat controls coverage iso27001")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A framework's id: a line for each control.") var framework: String?

        func run() throws {
            let judging = try Judging(place.folders())
            let table = CoverageTable(judging: judging)
            Terminal.say(try framework.map { try table.text(of: judging.framework($0)) } ?? table.text)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check catalogues and links; faults are named with their place.\n\nExample:\n  constat controls check")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let judging = try Judging(place.folders())
            let metrics = Set(MetricCatalogue.all.map(\.id))
            let faults = judging.frameworks.flatMap { $0.faults(metrics: metrics) } + judging.crosswalk.faults(judging.frameworks)
            for fault in faults { Terminal.error(fault) }
            if !faults.isEmpty { throw ExitStatus.notUnderstood }
            let count = judging.frameworks.reduce(0) { $0 + $1.controls.count }
            let mapped = judging.crosswalk.rows.count
            Terminal.say(
                "\(judging.frameworks.count) frameworks, \(count) controls, \(mapped) mappings, "
                    + "\(judging.notification.regimes.count) regimes: all good")
        }
    }
}
