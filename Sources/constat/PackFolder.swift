import ConstatDocuments
import ConstatModel
import ConstatStore
import Foundation

/// The folder of a pack: the workbook, what it takes to compute it again, OSCAL, attached documents, and the manifest of all.
struct PackFolder {
    let path: String

    func file(_ name: String) -> String { URL(fileURLWithPath: path).appendingPathComponent(name).path }

    /// One folder, one pack: its manifest must not be replaced by another's.
    private func refuseAnotherPack(_ name: String) throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if let other = found.sorted().first(where: { $0.hasSuffix(".xlsx") && $0 != name + ".xlsx" }) {
            throw UsageError.cannotWrite(path, "it holds another pack already (\(other)); name another --output")
        }
    }

    /// Writes a pack.
    ///
    /// - Parameter name: of the workbook, without its ending.
    /// - Returns: the paths, the workbook first, the manifest last.
    func write(_ making: EvidenceMaking, _ data: PackData, _ words: Words, name: String, _ rowsPerSheet: Int) throws -> [String] {
        try Files.makeFolder(path)
        try refuseAnotherPack(name)
        // What an older pack of the same name left must not be taken for a part of this one.
        for old in [PackFile.manifest, PackFile.signature, PackFile.publicKey, PackFile.stamp, PackFile.recipe, PackFile.results] {
            unlink(file(old))
        }
        try? FileManager.default.removeItem(atPath: file("documents"))
        var data = data
        let documents = try enclose(&data)
        let writing = PackWriting(data, words, rowsPerSheet: rowsPerSheet)
        let records = try making.records(data.period, words.language)
        let recipe: PackRecipe
        do {
            recipe = try writing.write(to: file(name + ".xlsx"), documents: documents, rows: records.rows)
        } catch let fault as WorkbookFault { throw UsageError.cannotWrite(file(name + ".xlsx"), fault.problem) }
        guard try making.store.receipts().last?.hash == making.lastReceipt else {
            unlink(file(name + ".xlsx"))
            throw UsageError.fault(place: "store", problem: "something was imported while the pack was written", remedy: "write it again")
        }
        let workbook = try described(name + ".xlsx")
        try Files.write(Array(PackJSON.encode(recipe)), to: file(PackFile.recipe))
        let others = try documents + [described(PackFile.recipe)]
        let results = AssessmentResults(data, words, workbook: workbook, files: others)
        try Files.write(Array(results.json()), to: file(PackFile.results))
        let outputs = try [workbook] + others + [described(PackFile.results)]
        let manifest = PackManifest(data, population: writing.population, outputs: outputs)
        try Files.write(Array(PackJSON.encode(manifest)), to: file(PackFile.manifest))
        return outputs.map { file($0.name) } + [file(PackFile.manifest)]
    }

    /// Copies the attached documents that are still what they were.
    private func enclose(_ data: inout PackData) throws -> [PackFile] {
        var files: [PackFile] = []
        for document in data.documents.values.joined().sorted(by: { $0.number < $1.number }) {
            guard let bytes = FileManager.default.contents(atPath: document.path), Digest.hex(of: Array(bytes)) == document.sha256 else {
                continue
            }
            let ending = document.file.split(separator: ".").dropFirst().last.map { "." + String($0).fileNamePart } ?? ""
            let name = "documents/\(document.number)-\(document.title.fileNamePart)\(ending)"
            try Files.makeFolder(file("documents"))
            try Files.write(Array(bytes), to: file(name))
            files.append(PackFile(name: name, bytes: bytes.count, sha256: document.sha256))
            data.enclosed.insert(document.number)
        }
        return files
    }

    private func described(_ name: String) throws -> PackFile {
        guard let (bytes, sha256) = Digest.ofFile(URL(fileURLWithPath: file(name))) else {
            throw UsageError.cannotWrite(file(name), "it cannot be read back")
        }
        return PackFile(name: name, bytes: bytes, sha256: sha256)
    }
}
