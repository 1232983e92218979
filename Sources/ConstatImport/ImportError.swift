public import ConstatModel

/// Why a file could not be imported. Nothing of it is stored then.
public enum ImportError: ExplainedError, Equatable {
    /// There is no file at the path.
    case notFound(file: String)
    /// The path is that of a folder.
    case notAFile(file: String)
    /// The system refuses to read it.
    case unreadable(file: String, reason: String)
    /// No bytes, or blanks alone.
    case empty(file: String)
    /// Neither text nor a packed file that is known.
    case binary(file: String)
    /// A packed file or a workbook that cannot be unpacked, with the reason.
    case damaged(file: String, reason: String)
    /// A packed file that grows beyond all measure.
    case grows(file: String)
    /// A packed file inside a packed file.
    case packedTwice(file: String)
    /// An encoding that a profile names and nobody knows.
    case unknownEncoding(file: String, encoding: String)
    /// A row that is not JSON, with simdjson's reason.
    case notJSON(Place, reason: String)
    /// Not YAML, with `file:line:column` as its place.
    case notYAML(place: String, reason: String)
    /// The file ends inside this row.
    case cutOff(Place)
    /// The quote that opens in this row never closes.
    case openQuote(Place)
    /// A row longer than `limit` bytes.
    case recordTooLarge(Place, limit: Int)
    /// Readable, and without a single record.
    case noRecords(file: String)
    /// No profile recognises the file; `known` holds the slugs of all sources.
    case unknownSource(file: String, known: [String])
    /// Several profiles recognise the file; `profiles` holds their names.
    case ambiguousSource(file: String, profiles: [String])
    /// Not an export of the source asked for, given by its slug.
    case wrongSource(file: String, asked: String)
    /// Records in several arrays of one file, and no profile that says which are meant.
    case severalPlaces(file: String, places: [String])
    /// Not what the profile that was named reads.
    case wrongFormat(file: String, profile: String, format: String)
    /// A profile that cannot be used, with `file:line:column` as its place.
    case profileFault(place: String, problem: String, remedy: String?)

    public var place: String? {
        switch self {
        case .notFound(let file), .notAFile(let file), .unreadable(let file, _), .empty(let file), .binary(let file),
            .damaged(let file, _), .grows(let file), .packedTwice(let file), .unknownEncoding(let file, _), .noRecords(let file),
            .unknownSource(let file, _),
            .ambiguousSource(let file, _), .wrongSource(let file, _), .severalPlaces(let file, _),
            .wrongFormat(let file, _, _):
            file
        case .notJSON(let place, _), .cutOff(let place), .openQuote(let place),
            .recordTooLarge(let place, _):
            place.text
        case .profileFault(let place, _, _), .notYAML(let place, _): place
        }
    }

    public var problem: String {
        switch self {
        case .notFound: "there is no such file"
        case .notAFile: "this is a folder, not a file"
        case .unreadable(_, let reason): "cannot be read: \(reason)"
        case .empty: "this file is empty"
        case .binary: "this is neither JSON nor CSV: it holds binary bytes"
        case .damaged(_, let reason): "this file is damaged: \(reason)"
        case .grows: "this file unpacks to more than \(Growth.largest) times its size"
        case .packedTwice: "this is a packed file inside a packed file"
        case .unknownEncoding(_, let encoding): "nobody knows the encoding \(encoding)"
        case .notJSON(_, let reason): "this is not JSON: \(reason)"
        case .notYAML(_, let reason): "this is not YAML: \(reason)"
        case .cutOff: "the file ends in the middle of a record"
        case .openQuote: "a quote opens here and never closes"
        case .recordTooLarge(_, let limit): "this record is longer than \(limit / 1_048_576) MiB"
        case .noRecords: "there is no record in this file"
        case .unknownSource: "no source recognises this file"
        case .ambiguousSource(_, let profiles): "more than one profile recognises this file: \(profiles.joined(separator: ", "))"
        case .wrongSource(_, let asked): "this is not an export of \(asked) that Constat knows"
        case .severalPlaces(_, let places): "there are records in more than one place: \(places.joined(separator: ", "))"
        case .wrongFormat(_, let profile, let format): "the profile \(profile) reads \(format), and this file is something else"
        case .profileFault(_, let problem, _): problem
        }
    }

    public var remedy: String? {
        switch self {
        case .notFound: "check the path"
        case .notAFile: "name the files in it"
        case .unreadable: "check who may read it"
        case .empty: "export it again"
        case .noRecords: "export it again; if it is an empty page, name its --source"
        case .binary: "export as JSON, NDJSON, CSV or XLSX"
        case .damaged: "nothing was stored; export it again"
        case .grows: "nothing was stored; if it is what it should be, unpack it yourself"
        case .packedTwice: "unpack it once first"
        case .unknownEncoding: "write a name that `iconv --list` knows"
        case .notJSON, .notYAML: "export it again, or look at that place"
        case .cutOff: "nothing was stored; export it again"
        case .openQuote: "nothing was stored; close the quote or export it again"
        case .recordTooLarge: "nothing was stored; is each record on a line of its own?"
        case .unknownSource(_, let known): "name one with --source: \(known.joined(separator: ", "))"
        case .ambiguousSource: "name one with --profile"
        case .wrongSource: "leave --source out to have it recognised, or see: constat sources list"
        case .severalPlaces: "copy the profile, name one place under records:, and import with --profile, once for each"
        case .wrongFormat: "name another with --profile, or leave it out to have the file recognised"
        case .profileFault(_, _, let remedy): remedy
        }
    }

    public var exitCode: ExitStatus {
        switch self {
        case .notFound, .notAFile, .unreadable: .notFound
        default: .notUnderstood
        }
    }
}

/// A place in an export: the file's name and the row, counted from 1.
public struct Place: Hashable, Sendable {
    /// The file's name, as messages show it.
    public let file: String
    /// Counted from 1.
    public let row: Int

    public init(file: String, row: Int) { (self.file, self.row) = (file, row) }

    var text: String { "\(file):\(row)" }
}
