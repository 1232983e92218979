import ArgumentParser
import ConstatDocuments
import ConstatModel
import Foundation

/// Signs the manifest of a pack, and has a third party stamp it.
struct PackSigning: ParsableArguments {
    @Option(name: .customLong("sign"), help: ArgumentHelp("Sign the manifest with this private key (constat keys new).", valueName: "path"))
    var key: String?

    @Option(
        name: .customLong("stamp"),
        help: ArgumentHelp(
            "A shell command that asks for a time stamp; it finds the manifest in $1 and writes manifest.json.tsr as $2.",
            valueName: "command"))
    var command: String?

    /// - Returns: the paths of what was added to the pack.
    func finish(_ folder: PackFolder) throws -> [String] { try sign(folder) + stamp(folder) }

    private func sign(_ folder: PackFolder) throws -> [String] {
        guard let key else { return [] }
        let text = String(decoding: try Files.bytes(key), as: UTF8.self)
        let manifest = Data(try Files.bytes(folder.file(PackFile.manifest)))
        let signed: (signature: Data, publicKey: String)
        do { signed = try SigningKey.sign(manifest, privateKey: text) } catch {
            throw UsageError.fault(
                place: key, problem: "this is no Ed25519 private key", remedy: "make one: constat keys new --output keys")
        }
        try Files.write(Array(signed.signature), to: folder.file(PackFile.signature))
        try Files.write(signed.publicKey, to: folder.file(PackFile.publicKey))
        return [folder.file(PackFile.signature), folder.file(PackFile.publicKey)]
    }

    private func stamp(_ folder: PackFolder) throws -> [String] {
        guard let command else { return [] }
        let paths = [folder.file(PackFile.manifest), folder.file(PackFile.stamp)]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command, "stamp"] + paths
        do { try process.run() } catch { throw UsageError.fault(place: "--stamp", problem: "/bin/sh cannot be run", remedy: nil) }
        process.waitUntilExit()
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: paths[1]) else {
            throw UsageError.fault(
                place: "--stamp", problem: "the command failed, or wrote no \(PackFile.stamp)",
                remedy: "the pack is written; stamp it by hand")
        }
        return [paths[1]]
    }
}
