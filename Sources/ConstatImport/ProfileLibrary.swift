import ConstatModel
import ConstatYAML
public import Foundation

/// The profiles at hand: the ones shipped with Constat and a user's own.
public struct ProfileLibrary: Sendable {
    /// In the order of their names when read from folders.
    public let profiles: [Profile]

    /// Reads every `*.yaml` of the folders, in the order of their names; a later folder replaces a profile of the same name.
    ///
    /// - Throws: `profileFault` with file, line and column.
    public init(folders: [URL]) throws(ImportError) {
        var byName: [String: Profile] = [:]
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".yaml") {
                let profile = try Profile(contentsOf: folder.appendingPathComponent(name))
                byName[profile.name] = profile
            }
        }
        profiles = byName.values.sorted { $0.name < $1.name }
    }

    /// A library of these profiles, in their order.
    public init(profiles: [Profile]) { self.profiles = profiles }

    /// The slugs that `--source` takes.
    public var sources: [String] { Set(profiles.map(\.source)).sorted() }
}

extension Profile {
    /// - Throws: `notFound`, or `profileFault` with file, line and column.
    public init(contentsOf url: URL) throws(ImportError) {
        let file = url.lastPathComponent
        guard let bytes = FileManager.default.contents(atPath: url.path) else { throw .notFound(file: url.path) }
        do {
            self = try Profile(
                yaml: String(decoding: bytes, as: UTF8.self), name: url.deletingPathExtension().lastPathComponent, file: file)
        } catch {
            throw .profileFault(place: error.place.text, problem: error.problem, remedy: error.remedy)
        }
    }
}
