import ArgumentParser
import ConstatModel
import ConstatStore
import Foundation

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
