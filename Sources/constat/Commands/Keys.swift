import ArgumentParser
import ConstatModel
import Foundation

struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the keys that evidence packs are signed with.\n\nExample:\n  constat keys new --output keys",
        subcommands: [New.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new pair of Ed25519 keys; the private one is for the signer alone.",
            discussion: "Example:\n  constat keys new --output keys\n  constat evidence … --sign keys/signing-key.pem")
        @Option(help: ArgumentHelp("The folder to write into; it is made when it is missing.", valueName: "folder")) var output: String

        func run() throws {
            try Files.makeFolder(output)
            let paths = ["signing-key.pem", "signing-key.pub.pem"].map { URL(fileURLWithPath: output).appendingPathComponent($0).path }
            for path in paths where FileManager.default.fileExists(atPath: path) {
                throw UsageError.cannotWrite(path, "there is a key already; what it signed could not be verified any more")
            }
            let (privateKey, publicKey) = SigningKey.new()
            // For the owner's eyes alone from its first byte on.
            let file = open(paths[0], O_CREAT | O_EXCL | O_WRONLY, 0o600)
            guard file >= 0, Array(privateKey.utf8).withUnsafeBytes({ write(file, $0.baseAddress, $0.count) == $0.count }), close(file) == 0
            else { throw UsageError.cannotWrite(paths[0], String(cString: strerror(errno))) }
            try Files.write(publicKey, to: paths[1])
            Terminal.say(paths.joined(separator: "\n"))
            Terminal.say("SHA-256 of the public key: \(SigningKey.fingerprint(publicKey) ?? "")")
        }
    }
}
