import ConstatDocuments
import ConstatModel
import Foundation

/// The files of a pack: the manifest, its signature, and every digest in it.
struct PackFiles {
    private let folder: URL

    init(_ folder: URL) { self.folder = folder }

    private func bytes(_ name: String) -> Data? {
        isFile(name) ? FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) : nil
    }

    /// Whether it is a plain file: nothing that stands for another, and nothing that never ends.
    private func isFile(_ name: String) -> Bool {
        let path = folder.appendingPathComponent(name).path
        return (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeRegular
    }

    func manifest(_ result: inout PackVerification.Result) -> PackManifest? {
        guard let bytes = bytes(PackFile.manifest) else {
            result.differences.append("manifest.json: it is not there")
            return nil
        }
        guard let manifest = try? JSONDecoder().decode(PackManifest.self, from: bytes), manifest.manifest == PackManifest.version else {
            result.differences.append("manifest.json: it is not whole, or not a manifest of this version")
            return nil
        }
        let names = manifest.outputs.map(\.name)
        for name in [PackFile.recipe, PackFile.results] where !names.contains(name) {
            result.differences.append("manifest.json: it does not name \(name)")
        }
        if names.count(where: { $0.hasSuffix(".xlsx") && !$0.contains("/") }) != 1 {
            result.differences.append("manifest.json: it does not name one workbook")
        }
        if Set(names).count != names.count { result.differences.append("manifest.json: it names a file twice") }
        return manifest
    }

    func recipe(_ manifest: PackManifest, _ result: inout PackVerification.Result) -> PackRecipe? {
        guard let bytes = bytes(PackFile.recipe), let recipe = try? JSONDecoder().decode(PackRecipe.self, from: bytes),
            recipe.recipe == PackRecipe.version
        else {
            result.differences.append("recompute.json: it is not there, not whole, or not of this version; no figure can be computed")
            return nil
        }
        if let fault = recipe.fault {
            result.differences.append("recompute.json: \(fault.word) cannot be")
            return nil
        }
        let said = [manifest.packID, manifest.framework, manifest.tenant ?? "", manifest.period, manifest.zone, manifest.asOf]
        let told = [recipe.packID, recipe.framework, recipe.tenant ?? "", recipe.period, recipe.zone, recipe.asOf.iso]
        for (said, told) in zip(said, told) where said != told {
            result.differences.append("manifest.json: it says \(said), recompute.json \(told)")
        }
        return recipe
    }

    /// - Parameter trusted: a public key as PEM; nil to take the one of the pack.
    func checkSignature(_ trusted: String?, _ result: inout PackVerification.Result) {
        guard let signature = bytes(PackFile.signature) else {
            if trusted != nil { result.differences.append("\(PackFile.signature): the pack is not signed") }
            result.notes.append("not signed")
            return
        }
        guard let manifest = bytes(PackFile.manifest),
            let key = trusted ?? bytes(PackFile.publicKey).map({ String(decoding: $0, as: UTF8.self) })
        else {
            result.differences.append("\(PackFile.publicKey): it is not there; name the signer's key with --key")
            return
        }
        do throws(SigningKey.Fault) {
            if try SigningKey.isValid(signature, of: manifest, publicKey: key) {
                let whose = trusted == nil ? "by the key in the pack (whose it is, only --key can tell)" : "by the key you named"
                result.notes.append("signed \(whose), SHA-256 \(SigningKey.fingerprint(key) ?? "")")
            } else {
                result.differences.append("\(PackFile.signature): manifest.json was not signed by this key, or has changed since")
            }
        } catch { result.differences.append("\(trusted == nil ? PackFile.publicKey : "--key"): this is no Ed25519 public key") }
    }

    /// Whether a name leads to a plain file below the folder, and to nothing that stands for another.
    private func isInside(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }), !name.contains("\\") else { return false }
        let real = folder.appendingPathComponent(name).resolvingSymlinksInPath().path
        return real == folder.resolvingSymlinksInPath().appendingPathComponent(name).path
    }

    /// Every file is there and is what the manifest says; others are told.
    func checkDigests(_ manifest: PackManifest, _ result: inout PackVerification.Result) {
        for file in manifest.outputs {
            guard isInside(file.name) else {
                result.differences.append("manifest.json: \(file.name) is not a file of the pack")
                continue
            }
            guard isFile(file.name), let (bytes, sha256) = Digest.ofFile(folder.appendingPathComponent(file.name)) else {
                result.differences.append("\(file.name): it is not there")
                continue
            }
            result.files += 1
            if bytes != file.bytes || sha256 != file.sha256 {
                result.differences.append("\(file.name): its SHA-256 is not that of manifest.json")
            }
        }
        if bytes(PackFile.stamp) != nil { result.notes.append("\(PackFile.stamp) is there; ask whoever made the time stamp what it says") }
        let known = Set(manifest.outputs.map(\.name) + [PackFile.manifest, PackFile.signature, PackFile.publicKey, PackFile.stamp])
        let there = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        for name in there.sorted() where !known.contains(name) && !known.contains(where: { $0.hasPrefix(name + "/") }) {
            result.notes.append("\(name) is not named in manifest.json")
        }
    }
}
