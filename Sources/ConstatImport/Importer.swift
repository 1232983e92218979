public import ConstatModel
import Foundation

/// Reads export files: finds out what they are, and turns every row into records and changes, or a refusal.
public struct Importer: Sendable {
    /// How much of a refused row is kept.
    static let keptOfARow = 4_096

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
        /// What becomes of personal values.
        public var privacy: Privacy

        /// Options that leave all else to be recognised.
        public init(fallbackTenant: String, asOf: Instant, privacy: Privacy) {
            (self.fallbackTenant, self.asOf, self.privacy) = (fallbackTenant, asOf, privacy)
        }
    }

    /// The profile a file is read with.
    ///
    /// - Throws: every `ImportError` but those of single rows.
    public func recognise(_ export: Export, options: Options) throws(ImportError) -> Profile {
        if let profile = options.profile, !export.holds(profile.format) {
            throw .wrongFormat(file: export.name, profile: profile.name, format: profile.format.rawValue)
        }
        if let empty = try emptyPage(export, options) { return empty }
        let candidates = options.profile.map { [$0] } ?? library.profiles
        let matches = try Recogniser(profiles: candidates).profiles(for: export)
        if let profile = options.profile { return matches.first ?? profile }
        let wanted = options.source.map { source in matches.filter { $0.source == source } } ?? matches
        if let asked = options.source, wanted.isEmpty { throw .wrongSource(file: export.name, asked: asked) }
        guard let profile = wanted.first else { throw .unknownSource(file: export.name, known: library.sources) }
        guard wanted.count == 1 else { throw .ambiguousSource(file: export.name, profiles: wanted.map(\.name)) }
        return profile
    }

    /// Whoever names the source of a page without records is believed.
    private func emptyPage(_ export: Export, _ options: Options) throws(ImportError) -> Profile? {
        let named = options.profile.map { [$0] } ?? library.profiles.filter { $0.source == options.source }
        return named.isEmpty ? nil : try Recogniser(profiles: named).empty(export)
    }

    /// Reads a file part by part, in its order; memory is bounded whatever its size.
    ///
    /// - Throws: `ImportError`, or what `part` throws.
    public func read(
        _ export: Export, with profile: Profile, options: Options, part: (Mapped) throws -> Void
    ) throws -> Export.FileFacts {
        let reading = ExportReading(export: export, profile: profile, others: try others(of: profile), door: door(profile, options))
        return try reading.run(part)
    }

    /// How a profile, and those it names under `also`, derive milestones from changes.
    ///
    /// - Throws: `profileFault` for a name that is no profile.
    public func rules(of profile: Profile) throws(ImportError) -> [RecordKind: [Milestone: DerivationRule]] {
        var rules: [RecordKind: [Milestone: DerivationRule]] = [:]
        for profile in try others(of: profile) + [profile] { rules[profile.kind, default: [:]].merge(profile.derive) { $1 } }
        return rules
    }

    /// SHA-256 of a profile's text; with `also`, over its own and those of the profiles it names.
    ///
    /// - Throws: `profileFault` for a name that is no profile.
    public func digest(of profile: Profile) throws(ImportError) -> String {
        let others = try others(of: profile)
        return others.isEmpty ? profile.digest : Digest.hex(of: ([profile] + others).map(\.digest).joined(separator: "\n"))
    }

    private func others(of profile: Profile) throws(ImportError) -> [Profile] {
        var others: [Profile] = []
        for name in profile.also { others.append(try library.profile(name, namedBy: profile)) }
        return others
    }

    private func door(_ profile: Profile, _ options: Options) -> Door {
        Door(
            zone: options.zone ?? profile.zone, tenant: options.tenant, fallbackTenant: options.fallbackTenant, asOf: options.asOf,
            privacy: options.privacy)
    }
}
