public import ConstatModel

/// A first profile for an export of a tool nobody has written one for: guesses from names and values, each marked as one.
///
/// No value that may be personal stands in it: of values it shows times, cut off, and the words of severity, status and verdict.
public struct ProfileDraft: Sendable {
    /// What a profile must have and nothing was found for, in a profile's words: `id`, `raised`. With one missing, the draft is no
    /// profile yet.
    public let missing: [String]

    private let sample: DraftSample
    private let guesses: DraftGuesses

    /// Looks at the first 200 records of a file.
    ///
    /// - Throws: `noRecords`, or what keeps the file from being read.
    public init(of export: Export) throws(ImportError) {
        sample = try DraftSample(export)
        guesses = DraftGuesses(sample.collector)
        missing = guesses.missing
    }

    /// The profile, without a line end behind its last line; the same export gives the same text.
    ///
    /// - Parameter source: the tool's slug; nil leaves it to be filled in.
    /// - Parameter kind: what the records are; nil to have it guessed.
    public func yaml(source: String?, kind: RecordKind?) -> String {
        DraftYAML(sample: sample, guesses: guesses, source: source, kind: kind).text
    }
}
