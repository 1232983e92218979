public import Foundation

/// Where Controls, Templates, Reports and the profiles lie at run time.
///
/// Looked for in this order: what the user names (`--resources` or CONSTAT_RESOURCES), the bundles beside the
/// executable (a build), `<prefix>/share/constat` (an installation). A workspace's own folder of the same
/// name lies over ours, file by file.
public struct ResourceFolders: Sendable {
    /// The folders that are looked for.
    public enum Folder: String, CaseIterable, Sendable {
        /// The raw value is the folder's name.
        case controls = "Controls", templates = "Templates", reports = "Reports", profiles = "Profiles"
    }

    private let roots: [Folder: URL]
    private let workspace: URL?

    /// - Parameters:
    ///   - named: the folder a user names; it must then hold all.
    ///   - executable: the path of the running binary.
    /// - Throws: `ResourcesNotFound` with every place that was looked at.
    public init(named: String?, executable: URL, workspace: URL?) throws(ResourcesNotFound) {
        self.workspace = workspace
        let beside = executable.deletingLastPathComponent()
        let installed = beside.deletingLastPathComponent().appendingPathComponent("share/constat")
        var looked: [String] = []
        var roots: [Folder: URL] = [:]
        for folder in Folder.allCases {
            let candidates =
                named.map { [URL(fileURLWithPath: $0)] }
                ?? [beside.appendingPathComponent(Self.bundle(of: folder)), installed]
            let found = candidates.map { $0.appendingPathComponent(folder.rawValue) }.first {
                looked.append($0.path)
                return FileManager.default.fileExists(atPath: $0.path)
            }
            guard let found else { throw ResourcesNotFound(looked: looked) }
            roots[folder] = found
        }
        self.roots = roots
    }

    /// The folders to read, ours first, the workspace's (when it has one) last.
    public func folders(_ folder: Folder) -> [URL] {
        [roots[folder], own(folder)].compactMap(\.self).filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The workspace's folder, whether it is there or not.
    public func own(_ folder: Folder) -> URL? { workspace.map { $0.appendingPathComponent(folder.rawValue) } }

    /// A file of a folder, the workspace's before ours; nil when neither has it.
    public func file(_ folder: Folder, _ path: String) -> URL? {
        folders(folder).reversed().map { $0.appendingPathComponent(path) }.first {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }

    private static func bundle(of folder: Folder) -> String {
        folder == .profiles ? "constat_ConstatImport.resources" : "constat_ConstatResources.resources"
    }
}

/// Constat's data folders are nowhere to be found.
public struct ResourcesNotFound: Error, Hashable, Sendable {
    /// Every path that was looked at, in order.
    public let looked: [String]
}
