/// How the records lie in a JSON file: one a line, or in an array or object at a path.
struct JSONShape {
    let path: [[UInt8]]
    let isLines: Bool

    /// - Parameter candidates: envelope paths such as `/data/alerts`; the first that holds a record counts.
    init(of file: String, name: String, candidates: [String]) throws(ImportError) {
        if candidates.contains(""), try Self.isLines(file, name) {
            (path, isLines) = ([], true)
            return
        }
        for candidate in candidates {
            let steps = candidate.split(separator: "/").map { Array($0.utf8) }
            let window = try Window(path: file, name: name, padding: JSONCursor.padding)
            var splitter = try JSONSplitter(window, path: steps, isLines: false)
            if try splitter.next() != nil {
                (path, isLines) = (steps, false)
                return
            }
        }
        (path, isLines) = ([], false)
    }

    /// True when the first line that is not blank is an object of its own.
    private static func isLines(_ file: String, _ name: String) throws(ImportError) -> Bool {
        let window = try Window(path: file, name: name, padding: JSONCursor.padding)
        var splitter = try JSONSplitter(window, path: [], isLines: true)
        let cursor = JSONCursor()
        do {
            guard let first = try splitter.next(), first.trimmed.first == UInt8(ascii: "{") else { return false }
            return cursor.parse(first) == nil
        } catch .recordTooLarge {
            return false  // the whole file is one line: the envelope will tell
        }
    }
}
