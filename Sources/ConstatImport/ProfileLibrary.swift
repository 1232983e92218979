import ConstatModel
import ConstatYAML
public import Foundation

/// The profiles at hand: the ones shipped with Constat and a user's own.
public struct ProfileLibrary: Sendable {
    /// In the order of their names when read from folders.
    public let profiles: [Profile]

    /// Whether a file's name is that of a profile: `*.yaml` or `*.yml`.
    public static func isProfile(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    private static func stem(_ name: String) -> String { URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent }

    /// Reads every `*.yaml` of the folders, in the order of their names; a later folder replaces a profile of the same name.
    ///
    /// - Throws: `profileFault` with file, line and column.
    public init(folders: [URL]) throws(ImportError) {
        var files: [String: URL] = [:]
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names where Self.isProfile(name) { files[Self.stem(name)] = folder.appendingPathComponent(name) }
        }
        let urls = files.values.sorted { $0.lastPathComponent < $1.lastPathComponent }
        let read = Results<Result<Profile, ImportError>>(count: urls.count)
        DispatchQueue.concurrentPerform(iterations: urls.count) { index in
            read.set(index, Result { () throws(ImportError) in try Profile(contentsOf: urls[index]) })
        }
        var profiles: [Profile] = []
        for profile in read.all { profiles.append(try profile.get()) }
        self.profiles = profiles.sorted { $0.name < $1.name }
    }

    /// A library of these profiles, in their order.
    public init(profiles: [Profile]) { self.profiles = profiles }

    /// The profile that another names under `also`.
    ///
    /// - Throws: `profileFault` when there is none.
    public func profile(_ name: String, namedBy other: Profile) throws(ImportError) -> Profile {
        if let profile = profiles.first(where: { $0.name == name }) { return profile }
        throw other.fault(naming: name)
    }

    /// The names of facts that records can have.
    public var facts: Set<String> { Set(profiles.flatMap { $0.facts.map(\.fact) } + RecordKind.allCases.flatMap { $0.values.map(\.name) }) }

    /// The slugs that `--source` takes.
    public var sources: [String] { Set(profiles.map(\.source)).sorted() }
}

extension Profile {
    /// Under `also` it names what is no profile.
    public func fault(naming other: String) -> ImportError {
        .profileFault(place: "\(name).yaml", problem: "also names \(other), which is no profile", remedy: "see: constat sources list")
    }

    /// - Throws: `notFound`, or `profileFault` with file, line and column.
    public init(contentsOf url: URL) throws(ImportError) {
        let file = url.lastPathComponent
        guard let bytes = FileManager.default.contents(atPath: url.path) else { throw .notFound(file: url.path) }
        guard let text = String(bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes, encoding: .utf8) else {
            throw .profileFault(place: file, problem: "this is no UTF-8 text", remedy: "save it as UTF-8")
        }
        do {
            self = try Profile(yaml: text, name: url.deletingPathExtension().lastPathComponent, file: file)
        } catch {
            throw .profileFault(place: error.place.text, problem: error.problem, remedy: error.remedy)
        }
    }
}

/// What several threads find, each its own part.
private final class Results<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ value: Value) { lock.withLock { values[index] = value } }

    var all: [Value] { values.compactMap(\.self) }
}
