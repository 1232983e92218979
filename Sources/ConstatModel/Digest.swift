import Crypto
public import Foundation

/// SHA-256, fed piece by piece.
public struct Digest {
    private var hash = SHA256()

    /// The digest of nothing yet.
    public init() {}

    /// Adds bytes at the end.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// Adds the UTF-8 bytes of a text at the end.
    public mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// 64 lower-case hexadecimal digits.
    public func hex() -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in hash.finalize() { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first eight bytes, to tell one content from another inside a store.
    public func short() -> Int64 {
        hash.finalize().prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    /// The digest of a text's UTF-8 bytes: 64 lower-case hexadecimal digits.
    public static func hex(of text: String) -> String {
        var digest = Digest()
        digest.update(text)
        return digest.hex()
    }

    /// The digest of a text's UTF-8 bytes in Base64, as a page's policy names a style sheet.
    public static func base64(of text: String) -> String { Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() }

    /// The digest of some texts with their lengths, one a line: no two lists of texts are alike.
    static func hex(of fields: [String]) -> String { hex(of: fields.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")) }

    /// The first eight bytes of the digest of a text's UTF-8 bytes, the largest first: in the order of the hexadecimal digits.
    public static func first(of text: String) -> UInt64 {
        var digest = Digest()
        digest.update(text)
        return UInt64(bitPattern: digest.short())
    }

    /// The digest of bytes: 64 lower-case hexadecimal digits.
    public static func hex(of bytes: some ContiguousBytesLike) -> String {
        var digest = Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.hex()
    }
}

extension Digest {
    /// The size of a file and its digest, read piece by piece; nil when it cannot be read.
    public static func ofFile(_ url: URL) -> (bytes: Int, sha256: String)? {
        guard let file = try? FileHandle(forReadingFrom: url) else { return nil }
        defer { try? file.close() }
        var (digest, bytes) = (Digest(), 0)
        do {
            while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
                bytes += part.count
                part.withUnsafeBytes { digest.update($0) }
            }
        } catch { return nil }
        return (bytes, digest.hex())
    }

    /// A UUID that a name always gives again (RFC 9562, version 5), in lower case.
    ///
    /// - Parameter name: taken together with a namespace of our own.
    public static func uuid(of name: String) -> String {
        var bytes = Array(Insecure.SHA1.hash(data: Array("https://constat.example/ns ".utf8) + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef")
        let text = bytes.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { text[$0].joined() }.joined(separator: "-")
    }
}

/// Bytes in one piece: `[UInt8]` and the like.
public protocol ContiguousBytesLike {
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
}

extension Array: ContiguousBytesLike where Element == UInt8 {}
