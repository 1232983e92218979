public import ConstatModel

/// Why the store could not be opened, read or written.
public enum StoreError: ExplainedError, Equatable {
    /// No file at the path, or an empty one.
    case notThere(path: String)
    /// The folder or file is not writable, or the disk is full.
    case cannotWrite(path: String, reason: String)
    /// A file of something else, or a damaged one.
    case notAStore(path: String)
    /// Its schema is one this Constat does not know.
    case newer(path: String)
    /// Made by a Constat from before its first release, in another form.
    case outdated(path: String)
    /// A part of it cannot be read.
    case damaged(path: String)
    /// Another program held it for more than five seconds.
    case busy(path: String)
    /// Anything else that went wrong inside.
    case failed(path: String, reason: String)

    public var place: String? {
        switch self {
        case .notThere(let path), .cannotWrite(let path, _), .notAStore(let path), .newer(let path), .outdated(let path),
            .damaged(let path), .busy(let path),
            .failed(let path, _):
            path
        }
    }

    public var problem: String {
        switch self {
        case .notThere: "there is no store here"
        case .cannotWrite(_, let reason): "the store cannot be written: \(reason)"
        case .notAStore: "this is no store of Constat"
        case .busy: "another program is using the store"
        case .newer: "this store was written by a newer Constat"
        case .outdated: "this store was made before the first release"
        case .damaged: "a part of this store cannot be read"
        case .failed(_, let reason): "the store failed: \(reason)"
        }
    }

    public var remedy: String? {
        switch self {
        case .notThere: "import an export first (constat import FILE), or name the store with --store"
        case .cannotWrite: "nothing was stored; check who may write in that folder, and the space left"
        case .notAStore: "name another file with --store"
        case .busy: "nothing was stored; wait for it to end, then try again"
        case .newer: "update Constat"
        case .damaged: "bring back a copy of the file, or import the exports into a new store"
        case .outdated: "import the exports again, into a new store"
        case .failed: "run constat doctor"
        }
    }

    public var exitCode: ExitStatus {
        switch self {
        case .notThere: .notFound
        case .cannotWrite, .busy: .cannotWrite
        case .notAStore, .newer, .outdated, .damaged: .notUnderstood
        case .failed: .ourFault
        }
    }
}
