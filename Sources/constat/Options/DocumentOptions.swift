import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatYAML
import Foundation

/// Where a document goes and in which language.
struct DocumentOptions: ParsableArguments {
    @Option(help: "en or fr (default: the language of constat.yaml, else en).") var lang: Language?

    @Option(help: ArgumentHelp("The folder to write into; it is made when it is missing.", valueName: "folder"))
    var output: String

    func path(_ file: String) -> String { URL(fileURLWithPath: output).appendingPathComponent(file).path }
}

extension ResourceFolders {
    func words(_ language: Language) throws -> Words {
        let value = try yaml(.templates, "words/\(language.rawValue).yaml")
        do { return try Words(value, language: language) } catch { throw UsageError(error) }
    }

    func templates() -> TemplateShelf {
        TemplateShelf(folders: folders(.templates))
    }

    func yaml(_ folder: Folder, _ path: String) throws -> YAMLValue {
        guard let url = file(folder, path), let bytes = FileManager.default.contents(atPath: url.path) else {
            throw UsageError.fault(place: "\(folder.rawValue)/\(path)", problem: "there is no such file", remedy: "check --resources")
        }
        do { return try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: "\(folder.rawValue)/\(path)") } catch {
            throw UsageError(error)
        }
    }
}

extension UsageError {
    init(_ fault: TemplateShelf.Fault) {
        self = .fault(place: "Templates/\(fault.template)", problem: fault.problem, remedy: nil)
    }
}
