import ArgumentParser
import ConstatControls
import ConstatModel
import ConstatStore
import Foundation

struct EvidenceAttach: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Attach a document to a control that figures cannot show: a policy, minutes, a report.",
        discussion: """
            Its SHA-256 is kept, and whether it has changed since is told; attached documents are never removed, a newer one stands beside.
            Example:
              constat evidence attach policy.pdf --control nis2:art-20.1 --title "Security policy v3" --owner CISO --covers 2026
            """)
    @OptionGroup var place: WorkspaceOptions
    @Argument(help: "The file.") var file: String
    @Option(help: ArgumentHelp("The control, with its framework.", valueName: "framework:id")) var control: String
    @Option(help: ArgumentHelp("What it is.", valueName: "text")) var title: String
    @Option(help: ArgumentHelp("The role that answers for it, not a person: it is printed in packs.", valueName: "text")) var owner: String

    @Option(help: ArgumentHelp("The time it is evidence of: 2026-10, 2026-Q3, 2026 or 2026-01-01..2026-03-31.", valueName: "period"))
    var covers: String

    @Option(help: ArgumentHelp("The last day on which it counts (default: it does not expire).", valueName: "day")) var expires: String?
    @Option(help: ArgumentHelp("Of one tenant only.", valueName: "tenant")) var tenant: String?

    func run() throws {
        let workspace = try place.workspace()
        let parts = control.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw UsageError.fault(place: "--control", problem: "\(control) names no control", remedy: "write nis2:art-20.1")
        }
        let framework = try Judging(place.folders()).framework(parts[0])
        guard framework.controls.contains(where: { $0.id == parts[1] }) else {
            throw UsageError.fault(
                place: "--control", problem: "\(framework.id) has no control \(parts[1])",
                remedy: "see: constat controls list \(framework.id)")
        }
        guard let covered = Period(covers, zone: workspace.zone) else { throw UsageError.badPeriod(covers) }
        if let expires, CivilTime(day: expires) == nil {
            throw UsageError.fault(place: "--expires", problem: "\(expires) is no day", remedy: "write 2027-06-30")
        }
        if let expires, expires < covered.zone.civil(at: covered.start).dateText {
            throw UsageError.fault(place: "--expires", problem: "it expires before what it covers begins", remedy: "check --covers")
        }
        let store = try place.openStore()
        if let tenant { try workspace.check(tenant: tenant, store) }
        let bytes = try Files.bytes(file)
        let attached = try store.attach(
            AttachedDocument(
                framework: framework.id, control: parts[1], tenant: tenant, title: title, path: URL(fileURLWithPath: file).path,
                bytes: bytes.count, sha256: Digest.hex(of: bytes), owner: owner,
                coversFrom: covered.zone.civil(at: covered.start).dateText,
                coversUntil: covered.zone.civil(at: covered.end.advanced(by: -1)).dateText, expires: expires, attachedAt: place.asOf()))
        Terminal.say("document \(attached.number) attached to \(control) · SHA-256 \(attached.sha256)")
    }
}
