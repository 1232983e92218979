import Foundation

/// The secret that makes pseudonyms: 32 random bytes in `constat.key` beside the store, readable by its owner alone.
///
/// Whoever has it can test whether a pseudonym is a certain person's; without it nobody can. Lost, the next import makes a
/// new one, and people get new pseudonyms.
enum PrivacyKey {
    /// - Parameter isDryRun: nothing is written; a key that is not there yet is made up for the moment.
    /// - Throws: `UsageError` when it cannot be written.
    static func bytes(besideStore store: String, isDryRun: Bool) throws -> [UInt8] {
        let path = URL(fileURLWithPath: store).deletingLastPathComponent().appendingPathComponent("constat.key").path
        if FileManager.default.fileExists(atPath: path) {
            // Never replaced: with another secret every pseudonym would be another.
            guard let bytes = FileManager.default.contents(atPath: path), bytes.count >= 6 else {
                throw UsageError.cannotRead(path, "it holds the secret for pseudonyms, and cannot be read or is cut off")
            }
            return Array(bytes)
        }
        var generator = SystemRandomNumberGenerator()
        let new = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        if !isDryRun { try write(new, to: path) }
        return new
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let isWritten = FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw UsageError.cannotWrite(path, "the secret for pseudonyms is kept there") }
    }
}
