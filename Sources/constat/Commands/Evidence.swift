import ArgumentParser
import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatStore
import Foundation

struct Evidence: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the auditor's evidence pack, and attach documents to controls.",
        discussion: "Example:\n  constat evidence --framework nis2 --period 2026-Q3 --tenant acme --output pack",
        subcommands: [EvidencePack.self, EvidenceAttach.self, EvidenceDocuments.self], defaultSubcommand: EvidencePack.self)
}

struct EvidencePack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Write the auditor's evidence pack: a workbook, what it takes to verify it, and the manifest.",
        discussion: "Example:\n  constat evidence --framework nis2 --period 2026-Q3 --tenant acme --output pack")
    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var scope: PeriodOptions
    @OptionGroup var document: DocumentOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var signing: PackSigning
    @Option(help: ArgumentHelp("The framework the pack speaks to.", valueName: "id")) var framework: String
    @Option(help: ArgumentHelp("Records go on in a further sheet after so many rows (default: 1000000).", valueName: "count"))
    var rowsPerSheet = PackWriting.rowsPerSheet
    @Flag(help: "Call it final on the cover; without, it is a draft.") var final = false
    @Flag(help: "A pack for each tenant in a folder of its own, and a test that none holds what is another's.") var allTenants = false

    func run() throws {
        guard (1...PackWriting.rowsPerSheet).contains(rowsPerSheet) else {
            throw UsageError.fault(place: "--rows-per-sheet", problem: "a sheet cannot hold that", remedy: "write 1 to 1000000")
        }
        let workspace = try place.workspace()
        let (folders, asOf) = (try place.folders(), try place.asOf())
        let period = try scope.period(in: workspace.zone, asOf: asOf)
        let judging = try Judging(folders)
        let framework = try judging.framework(framework)
        let store = try place.openStore()
        try scope.checkTenant(store, workspace)
        let language = document.lang ?? workspace.language
        let (sampling, words) = (try sample.sampling(), try folders.words(language))
        let isFinal = final
        func write(_ tenant: String?, to folder: PackFolder) throws -> [String] {
            let making = try EvidenceMaking(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
            let name = ["evidence", framework.id, tenant?.fileNamePart, period.name, language.rawValue].compactMap(\.self).joined(
                separator: "-")
            var data = try making.data(framework, period, sampling)
            data.isFinal = isFinal
            return try folder.write(making, data, words, name: name, rowsPerSheet)
                + signing.finish(folder)
        }
        guard allTenants else {
            return Terminal.say(try write(scope.tenant, to: PackFolder(path: document.output)).joined(separator: "\n"))
        }
        guard scope.tenant == nil else {
            throw UsageError.fault(place: "--tenant", problem: "all tenants were asked for", remedy: "leave one of the two away")
        }
        let tenants = try store.tenants()
        for tenant in tenants {
            Terminal.say(try write(tenant, to: PackFolder(path: document.path(tenant.fileNamePart)))[0])
        }
        try LeakTest(store: store, workspace: workspace, period: period, tenants: tenants) { document.path($0.fileNamePart) }.run()
    }
}

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
    @Option(help: ArgumentHelp("Who answers for it.", valueName: "text")) var owner: String

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
        let store = try place.openStore()
        if let tenant, !(try store.tenants() + workspace.tenants.map(\.slug)).contains(tenant) {
            throw UsageError.unknownWord(option: "--tenant", word: tenant, known: try store.tenants())
        }
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

struct EvidenceDocuments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "List attached documents; exit code 1 when a file is gone or has changed.",
        discussion: "Example:\n  constat evidence documents")
    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        let documents = try place.openStore().documents()
        if let broken = documents.brokenLink { Terminal.error("document \(broken): the chain of attached documents is broken") }
        var isWhole = documents.brokenLink == nil
        let rows = documents.map { document -> [String] in
            let bytes = FileManager.default.contents(atPath: document.path)
            let state = bytes.map { Digest.hex(of: Array($0)) == document.sha256 ? "as attached" : "changed" } ?? "gone"
            if state != "as attached" { isWhole = false }
            return [
                "\(document.number)", "\(document.framework):\(document.control)", document.tenant ?? "all", document.title, document.owner,
                "\(document.coversFrom)..\(document.coversUntil)", document.expires ?? "–", state, document.file,
            ]
        }
        let head = ["", "control", "tenant", "title", "owner", "covers", "expires", "file is", "file"]
        Terminal.say(TextTable(sides: [.right] + Array(repeating: .left, count: 8), rows: [head] + rows).text)
        if !isWhole { throw ExitStatus.notMet }
    }
}
