import ArgumentParser
import ConstatDocuments
import ConstatImport
import ConstatMetrics
import ConstatModel
import ConstatResources
import ConstatStore
import ConstatYAML
import Foundation

/// Options every command has: where the store, the configuration and the data folders are, and what time it is.
struct WorkspaceOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The store.", valueName: "path"))
    var store = "constat.sqlite"

    @Option(help: ArgumentHelp("The configuration (default: constat.yaml, when it is there).", valueName: "path"))
    var config: String?

    @Option(help: ArgumentHelp("A folder that holds Controls, Templates, Reports and Profiles.", valueName: "path"))
    var resources: String?

    @Option(name: .customLong("as-of"), help: ArgumentHelp("The instant to speak of (default: now).", valueName: "instant"))
    var asOfText: String?

    /// Beside the configuration.
    private var incidents: String {
        URL(fileURLWithPath: config ?? "constat.yaml").deletingLastPathComponent().appendingPathComponent("incidents").path
    }

    /// The instant everything is spoken of; only how long something takes asks the clock elsewhere.
    func asOf() throws -> Instant {
        guard let asOfText else { return Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000) }
        guard let instant = Instant(iso: asOfText) else { throw UsageError.badInstant("--as-of") }
        return instant
    }

    private func words(own: YAMLValue?) throws -> LinkWords {
        let folders = try folders()
        let (technologies, rsit) = (try folders.yaml(.controls, "technologies.yaml"), try folders.yaml(.controls, "rsit.yaml"))
        do { return try LinkWords(technologies, rsit, own: own) } catch { throw UsageError(error) }
    }

    /// What `constat.yaml` says, not how it is set: a comment changes no figure.
    private func rules(own: YAMLValue?) throws -> String {
        var digest = Digest()
        digest.update(own?.json ?? "")
        let names =
            ["holidays.yaml", "technologies.yaml", "rsit.yaml", "facts.yaml"]
            + Workspace.allRegimes.flatMap { ["\($0)/notification.yaml", "\($0)/countries.yaml"] }
        for folder in try folders().folders(.controls) {
            for name in names {
                let path = folder.appendingPathComponent(name).path
                guard FileManager.default.fileExists(atPath: path) else { continue }
                digest.update("\n\(name)\n" + String(decoding: try Files.bytes(path), as: UTF8.self))
            }
        }
        // What persons state about incidents decides when a clock began.
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: incidents)) ?? []).sorted() where name.hasSuffix(".yaml") {
            digest.update("\n\(name)\n" + String(decoding: try Files.bytes("\(incidents)/\(name)"), as: UTF8.self))
        }
        return digest.hex()
    }

    func workspace() throws -> Workspace {
        let path = config ?? "constat.yaml"
        guard let bytes = FileManager.default.contents(atPath: path) else {
            if config == nil {
                var workspace = Workspace()
                workspace.incidents = incidents
                workspace.words = { try words(own: nil) }
                workspace.rules = { try rules(own: nil) }
                return workspace
            }
            throw UsageError.noSuchFile(path, option: "--config")
        }
        do {
            var workspace = try Workspace(yaml: String(decoding: bytes, as: UTF8.self), file: path) {
                try folders().yaml(.controls, "holidays.yaml")
            }
            workspace.incidents = incidents
            workspace.locateLogos(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            let own = try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: path)
            workspace.words = { try words(own: own) }
            workspace.rules = { try rules(own: own) }
            workspace.file = PackData.Configuration(
                file: URL(fileURLWithPath: path).lastPathComponent, bytes: bytes.count, sha256: Digest.hex(of: Array(bytes)))
            return workspace
        } catch let fault as YAMLFault { throw UsageError(fault) }
    }

    func folders() throws -> ResourceFolders {
        try folders(config.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } ?? URL(fileURLWithPath: "."))
    }

    /// Without those of a workspace.
    func ownFolders() throws -> ResourceFolders { try folders(nil) }

    private func folders(_ workspace: URL?) throws -> ResourceFolders {
        let named = resources ?? ProcessInfo.processInfo.environment["CONSTAT_RESOURCES"]
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        do { return try ResourceFolders(named: named, executable: executable, workspace: workspace) } catch {
            throw UsageError.resourcesMissing(error.looked)
        }
    }

    func profiles() throws -> ProfileLibrary { try ProfileLibrary(folders: folders().folders(.profiles)) }

    func openStore() throws -> Store { try Store.open(existing: store) }
}

extension UsageError {
    init(_ fault: YAMLFault) {
        self = .fault(place: fault.place.text, problem: fault.problem, remedy: fault.remedy)
    }
}
