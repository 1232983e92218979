import Crypto
public import Foundation

/// Ed25519 keys and signatures, in the forms that OpenSSL reads: PKCS #8 and SubjectPublicKeyInfo as PEM, 64 bytes as they are.
public enum SigningKey {
    /// What is wrong with a key.
    public enum Fault: Error, Hashable, Sendable { case notAPrivateKey, notAPublicKey }

    // The DER before the 32 bytes of an Ed25519 key (RFC 8410).
    private static let privateHead = Data([0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20])
    private static let publicHead = Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])

    /// A new pair, both as PEM.
    public static func new() -> (privateKey: String, publicKey: String) {
        let key = Curve25519.Signing.PrivateKey()
        return (
            pem("PRIVATE KEY", privateHead + key.rawRepresentation), pem("PUBLIC KEY", publicHead + key.publicKey.rawRepresentation)
        )
    }

    /// The signature of some bytes, and the public key that verifies it.
    public static func sign(_ bytes: Data, privateKey text: String) throws(Fault) -> (signature: Data, publicKey: String) {
        guard let raw = raw(text, privateHead), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw),
            let signature = try? key.signature(for: bytes)
        else { throw .notAPrivateKey }
        return (signature, pem("PUBLIC KEY", publicHead + key.publicKey.rawRepresentation))
    }

    /// Whether a signature is that of some bytes by the holder of a key.
    public static func isValid(_ signature: Data, of bytes: Data, publicKey text: String) throws(Fault) -> Bool {
        guard let raw = raw(text, publicHead), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else {
            throw .notAPublicKey
        }
        return key.isValidSignature(signature, for: bytes)
    }

    /// SHA-256 of a public key's DER: what people read to one another.
    public static func fingerprint(_ publicKey: String) -> String? {
        raw(publicKey, publicHead).map { Digest.hex(of: Array(publicHead + $0)) }
    }

    private static func pem(_ label: String, _ der: Data) -> String {
        "-----BEGIN \(label)-----\n\(der.base64EncodedString())\n-----END \(label)-----\n"
    }

    private static func raw(_ pem: String, _ head: Data) -> Data? {
        let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        guard let der = Data(base64Encoded: lines.joined()), der.starts(with: head), der.count == head.count + 32 else { return nil }
        return der.dropFirst(head.count)
    }
}
