/// How the records lie in a JSON file: one a line, or in an array or object at a path.
struct JSONShape {
    let path: [[UInt8]]
    let isLines: Bool

    /// - Parameter candidates: envelope paths such as `/data/alerts`; the first that leads to a record or an array counts.
    init(of export: Export, candidates: [String]) throws(ImportError) {
        if candidates.contains(""), try Self.isLines(export) {
            (path, isLines) = ([], true)
            return
        }
        for candidate in candidates {
            let steps = Self.steps(to: candidate)
            var splitter = try JSONSplitter(try export.window(), path: steps, isLines: false)
            if try splitter.next() != nil || splitter.hasArray {
                (path, isLines) = (steps, false)
                return
            }
        }
        (path, isLines) = ([], false)
    }

    /// The keys on the way to an envelope path.
    static func steps(to place: String) -> [[UInt8]] { place.split(separator: "/").map { Array($0.utf8) } }

    /// True when the file begins with an object, and one of its first lines is a whole object by itself, and none goes on in the
    /// next, as those of an envelope do.
    ///
    /// More than one line is looked at: a broken first one must not spoil the rest.
    private static func isLines(_ export: Export) throws(ImportError) -> Bool {
        var splitter = try JSONSplitter(try export.window(), path: [], isLines: true)
        let cursor = JSONCursor()
        do {
            for look in 0..<5 {
                guard let line = try splitter.next() else { return false }
                let opens = line.first == UInt8(ascii: "{") || (look == 0 && line.trimmed.first == UInt8(ascii: "{"))
                if look == 0, !opens { return false }
                if opens, cursor.parse(line) == nil { return true }
                if let last = line.trimmed.last, Array(",[{".utf8).contains(last) { return false }
            }
            return false
        } catch .recordTooLarge {
            return false  // the whole file is one line: the envelope will tell
        }
    }
}
