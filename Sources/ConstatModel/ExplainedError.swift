/// An error a person can act on: where, what is wrong, what to do. Never with a personal value in it.
public protocol ExplainedError: Error, Sendable {
    /// A file and line, an option, a folder; nil when there is none.
    var place: String? { get }
    /// One lower-case sentence without a full stop.
    var problem: String { get }
    /// What to do next.
    var remedy: String? { get }
    var exitCode: ExitStatus { get }
}

extension ExplainedError {
    /// `place: problem`.
    public var headline: String { [place, problem].compactMap(\.self).joined(separator: ": ") }

    /// The headline, and the remedy on a line of its own.
    public var explanation: String { remedy.map { "\(headline)\n  \($0)" } ?? headline }
}

/// The exit codes of the command line.
public enum ExitStatus: Int32, Sendable {
    /// All that was asked for was done.
    case done = 0
    /// Done, but something asked for was not met.
    case notMet = 1
    /// The command line cannot be understood.
    case wrongUsage = 64
    /// A file cannot be understood: an export, a profile, a configuration, a store.
    case notUnderstood = 65
    /// A file or a resource folder is not there, or cannot be read.
    case notFound = 66
    /// Constat itself failed.
    case ourFault = 70
    /// A file or the store cannot be written.
    case cannotWrite = 73
}
