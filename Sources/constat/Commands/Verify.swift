import ArgumentParser
import ConstatModel
import ConstatVerification
import Foundation

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compute an evidence pack again from the pack alone; exit code 1 on any difference.",
        discussion: "Example:\n  constat verify pack --key auditor/signing-key.pub.pem")
    @OptionGroup var place: WorkspaceOptions
    @Argument(help: "The folder of the pack.") var folder: String

    @Option(help: ArgumentHelp("The signer's public key, got from the signer (default: the one in the pack).", valueName: "path"))
    var key: String?

    func run() throws {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw UsageError.fault(place: folder, problem: "there is no such folder", remedy: "name the folder of a pack")
        }
        let trusted = try key.map { String(decoding: try Files.bytes($0), as: UTF8.self) }
        // The tool's own words, not those of whatever folder it is called in.
        let folders = try place.ownFolders()
        let result = try PackVerification(URL(fileURLWithPath: folder), trusted: trusted) { try folders.words($0) }.run()
        for note in result.notes { Terminal.say("note: \(note)") }
        for difference in result.differences { Terminal.error(difference) }
        if !result.differences.isEmpty { throw ExitStatus.notMet }
        Terminal.say("match: \(result.files) files, \(result.sheets) sheets, \(result.records) records, \(result.figures) figures")
    }
}
