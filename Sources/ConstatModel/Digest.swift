import Crypto

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

    /// The digest of bytes: 64 lower-case hexadecimal digits.
    public static func hex(of bytes: some ContiguousBytesLike) -> String {
        var digest = Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.hex()
    }
}

/// Bytes in one piece: `[UInt8]` and the like.
public protocol ContiguousBytesLike {
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
}

extension Array: ContiguousBytesLike where Element == UInt8 {}
