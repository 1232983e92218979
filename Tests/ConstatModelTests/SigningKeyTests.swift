import ConstatModel
import Foundation
import Testing

struct SigningKeyTests {
    /// RFC 8032, section 7.1, test 2, as OpenSSL writes the key.
    private static let privateKey =
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJsozZyW25hgiHT5zrVqw/s19fBN/VTsYJz0plfu\n-----END PRIVATE KEY-----\n"

    @Test func `a pair signs and verifies, and nothing else does`() throws {
        let (mine, other) = (SigningKey.new(), SigningKey.new())
        let signed = try SigningKey.sign(Data("manifest".utf8), privateKey: mine.privateKey)
        #expect(signed.publicKey == mine.publicKey && signed.signature.count == 64)
        #expect(try SigningKey.isValid(signed.signature, of: Data("manifest".utf8), publicKey: mine.publicKey))
        #expect(try !SigningKey.isValid(signed.signature, of: Data("manifest.".utf8), publicKey: mine.publicKey))
        #expect(try !SigningKey.isValid(signed.signature, of: Data("manifest".utf8), publicKey: other.publicKey))
        #expect(try !SigningKey.isValid(Data(), of: Data("manifest".utf8), publicKey: mine.publicKey))
        #expect(SigningKey.fingerprint(mine.publicKey) != SigningKey.fingerprint(other.publicKey))
    }

    @Test func `what is no key is refused`() {
        for text in ["", "x", SigningKey.new().publicKey, Self.privateKey.replacing("MC4C", with: "MC4D")] {
            #expect(throws: SigningKey.Fault.notAPrivateKey) { try SigningKey.sign(Data(), privateKey: text) }
        }
        #expect(throws: SigningKey.Fault.notAPublicKey) {
            try SigningKey.isValid(Data(), of: Data(), publicKey: Self.privateKey)
        }
    }

    @Test func `a UUID follows from its name`() {
        let uuid = Digest.uuid(of: "a")
        #expect(uuid == Digest.uuid(of: "a") && uuid != Digest.uuid(of: "b"))
        #expect(uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
}
