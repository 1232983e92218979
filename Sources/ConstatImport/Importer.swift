public import ConstatModel
import Foundation

/// Reads export files: finds out what they are, and turns every row into a record or a refusal.
public struct Importer: Sendable {
    /// The profiles that files are recognised with.
    public let library: ProfileLibrary

    /// An importer with these profiles.
    public init(library: ProfileLibrary) { self.library = library }

    /// What a person says at the door.
    public struct Options: Sendable {
        /// A source's slug; nil to have it recognised.
        public var source: String?
        /// One profile, when the file itself would not tell.
        public var profile: Profile?
        /// All rows belong to this tenant, whatever they say.
        public var tenant: String?
        /// For rows that name no tenant when `tenant` is nil.
        public var fallbackTenant: String
        /// The zone of times written without one; nil for the profile's.
        public var zone: Zone?
        /// Instants after this are remarked as future.
        public var asOf: Instant

        /// Options that leave all else to be recognised.
        public init(fallbackTenant: String, asOf: Instant) {
            (self.fallbackTenant, self.asOf) = (fallbackTenant, asOf)
        }
    }

    /// A row of an export, understood or not.
    public enum Row: Sendable {
        /// A record, the row it came from (as in `Refusal.row`), and what is odd about it.
        case record(Record, row: Int, remarks: [Remark])
        /// A row that is no record, and why.
        case refused(Refusal)
    }

    /// What is known of a file once it is read to its end.
    public struct FileFacts: Sendable {
        /// Of all bytes of the file, 64 lower-case hexadecimal digits.
        public let sha256: String
        /// The file's size.
        public let bytes: Int64
        /// Rows read: records and refusals together.
        public let rows: Int
    }

    /// The profile a file is read with.
    ///
    /// - Throws: every `ImportError` but those of single rows.
    public func recognise(path: String, name: String, options: Options) throws(ImportError) -> Profile {
        let window = try Window(path: path, name: name, padding: JSONCursor.padding)
        let candidates = options.profile.map { [$0] } ?? library.profiles
        let matches = try Recogniser(profiles: candidates).profiles(for: window, path: path)
        if let profile = options.profile { return matches.first ?? profile }
        let wanted = options.source.map { source in matches.filter { $0.source == source } } ?? matches
        if let asked = options.source, wanted.isEmpty { throw .wrongSource(file: name, asked: asked) }
        guard let profile = wanted.first else { throw .unknownSource(file: name, known: library.sources) }
        guard wanted.count == 1 else { throw .ambiguousSource(file: name, profiles: wanted.map(\.name)) }
        return profile
    }

    /// Reads a file row by row, in its order; memory is bounded whatever its size.
    ///
    /// - Parameter progress: bytes read so far, now and then.
    /// - Throws: `ImportError`, or what `row` throws, wrapped by the caller.
    public func read(
        path: String, name: String, with profile: Profile, options: Options,
        progress: (Int64) -> Void = { _ in }, row: (Row) throws -> Void
    ) throws -> FileFacts {
        let window = try Window(path: path, name: name, padding: JSONCursor.padding)
        let format = try FileFormat(of: window)
        let rows =
            switch format {
            case .csv: try readCSV(window, profile, options, progress, row)
            case .json: try readJSON(window, path, profile, options, progress, row)
            }
        let digest = try window.finish()
        return FileFacts(sha256: digest, bytes: window.passed, rows: rows)
    }

    /// The SHA-256 and size of a file.
    public func fingerprint(path: String, name: String) throws(ImportError) -> (sha256: String, bytes: Int64) {
        let window = try Window(path: path, name: name, padding: JSONCursor.padding)
        return (try window.finish(), window.passed)
    }

    func mapper(_ profile: Profile, _ options: Options) -> RecordMapper {
        RecordMapper(
            profile: profile, zone: options.zone ?? profile.zone, tenant: options.tenant,
            fallbackTenant: options.fallbackTenant, asOf: options.asOf)
    }
}
