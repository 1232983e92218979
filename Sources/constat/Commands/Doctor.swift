import ArgumentParser
import ConstatControls
import ConstatImport
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore
import Foundation

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is installed, what is missing, and what the store holds.\n\nExample:\n  constat doctor")
    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        let folders = try place.folders()
        let judging = try Judging(folders)
        var rows = ResourceFolders.Folder.allCases.map { [$0.rawValue, folders.folders($0).map(\.path).joined(separator: ", ")] }
        rows.append(["profiles", "\(try place.profiles().profiles.count) read"])
        rows.append(["frameworks", judging.frameworks.map { "\($0.id) (\($0.controls.count))" }.joined(separator: ", ")])
        rows.append(["regimes", judging.notification.regimes.map(\.id).joined(separator: ", ")])
        rows.append(["pandoc", Program("pandoc")?.path ?? "not installed: drafts in Word (--docx) need it"])
        rows.append(["PDF", PDFPrinting.printer?.path ?? "neither chromium nor weasyprint installed: reports as PDF need one"])
        guard FileManager.default.fileExists(atPath: place.store) else {
            rows.append(["store", "\(place.store): not there yet"])
            Terminal.say(TextTable(sides: [.left, .left], rows: rows).text)
            return
        }
        let store = try place.openStore()
        let counts = try store.counts()
        rows.append(["store", place.store])
        let kinds = RecordKind.allCases.filter { $0.isMain || counts[$0] != nil }
        rows.append(["records", kinds.map { "\($0.word) \(grouped(counts[$0] ?? 0))" }.joined(separator: " · ")])
        let changes = try store.changeCounts()
        let orphans = changes.withoutRecord == 0 ? "" : ", \(grouped(changes.withoutRecord)) of records that are not here (import them)"
        rows.append(["changes", grouped(changes.all) + orphans])
        let merges = try store.mergeCounts()
        if merges.all > 0 {
            let lost = [(merges.withoutSurvivor, "into records that are not here"), (merges.inCircle, "in a circle: none survives")]
            let faults = lost.filter { $0.0 > 0 }.map { ", \(grouped($0.0)) \($0.1)" }.joined()
            rows.append(["merged", grouped(merges.all) + faults])
        }
        rows.append(["tenants", try store.tenants().joined(separator: ", ")])
        let receipts = try store.receipts()
        let unaccounted = try store.unaccounted(receipts)
        let missing = unaccounted.map(String.init).joined(separator: ", ")
        rows.append([
            "receipts", "\(receipts.count)" + (missing.isEmpty ? "" : ", records or refused rows CHANGED or MISSING of \(missing)"),
        ])
        rows.append(["content", try store.contentDigest()])
        let broken = receipts.brokenLink
        rows.append(["chain", broken.map { "BROKEN at receipt \($0)" } ?? "holds"])
        let purges = try store.purges()
        let brokenPurge = purges.brokenLink
        if let last = purges.last {
            rows.append(["purges", "\(purges.count), the last of what is older than \(last.before.iso)"])
            rows.append(["chain of purges", brokenPurge.map { "BROKEN at purge \($0)" } ?? "holds"])
        }
        let register = try store.register()
        let brokenRegister = register.brokenLink
        rows.append(["register", "\(register.count) lines, chain " + (brokenRegister.map { "BROKEN at line \($0)" } ?? "holds")])
        let emptied = register.filter { line in
            line.facts.isEmpty && !line.factsSHA256.isEmpty && !purges.contains { $0.before > line.recordedAt }
        }
        if !emptied.isEmpty {
            rows.append(["register", "what was known is MISSING of line \(emptied.map { "\($0.number)" }.joined(separator: ", "))"])
        }
        var areFrozenWhole = true
        let freezes = try store.freezes()
        let brokenFreeze = freezes.brokenLink
        if !freezes.isEmpty {
            let months = Set(freezes.map(\.period)).sorted()
            rows.append(["frozen months", months.joined(separator: ", ")])
            let changed = freezes.filter { (try? store.measurements(of: $0)) == nil }.map { "\($0.number)" }
            let state = brokenFreeze.map { "BROKEN at freeze \($0)" } ?? "holds"
            rows.append([
                "chain of frozen months", changed.isEmpty ? state : "figures CHANGED of freeze \(changed.joined(separator: ", "))",
            ])
            areFrozenWhole = changed.isEmpty
        }
        Terminal.say(TextTable(sides: [.left, .left], rows: rows).text)
        let chains = [broken, brokenPurge, brokenFreeze, brokenRegister]
        if chains.contains(where: { $0 != nil }) || !emptied.isEmpty || !areFrozenWhole || !unaccounted.isEmpty { throw ExitStatus.notMet }
    }
}
