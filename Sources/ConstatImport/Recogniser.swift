/// Finds the profiles a file's first records belong to.
struct Recogniser {
    let profiles: [Profile]
    /// How many records are looked at: a first broken one must not hide the rest.
    private static let looks = 5

    func profiles(for window: Window, path: String) throws(ImportError) -> [Profile] {
        switch try FileFormat(of: window) {
        case .csv: return try matchingCSV(window)
        case .json: return try matchingJSON(window, path)
        }
    }

    private func matchingCSV(_ window: Window) throws(ImportError) -> [Profile] {
        let reader = try CSVReader(window)
        let candidates = profiles.filter(\.isCSV)
        var matches: [Profile] = []
        for _ in 0..<Self.looks {
            guard try reader.next() else { break }
            matches = candidates.filter { $0.recognise.bound(to: reader.header).matches(.csv(reader)) }
            if !matches.isEmpty { break }
        }
        return matches
    }

    private func matchingJSON(_ window: Window, _ path: String) throws(ImportError) -> [Profile] {
        let candidates = profiles.filter { !$0.isCSV }
        var sawRecord = false
        var fault: ImportError?
        var matches: [Profile] = []
        for envelope in Set(candidates.flatMap(\.records)).sorted() {
            let here = candidates.filter { $0.records.contains(envelope) }
            do {
                try look(into: envelope, path, window.name) { cursor in
                    sawRecord = true
                    guard matches.isEmpty else { return }  // the first record that is understood decides
                    matches = here.filter { $0.matches(cursor) }.map { $0.reading(envelope) }
                }
            } catch {
                fault = error  // another envelope may still fit: the whole file is one value here
            }
        }
        if let fault, matches.isEmpty { throw fault }
        guard sawRecord else { throw .noRecords(file: window.name) }
        return matches
    }

    private func look(
        into envelope: String, _ path: String, _ name: String, _ see: (JSONCursor) -> Void
    ) throws(ImportError) {
        let shape = try JSONShape(of: path, name: name, candidates: [envelope])
        let window = try Window(path: path, name: name, padding: JSONCursor.padding)
        var splitter = try JSONSplitter(window, path: shape.path, isLines: shape.isLines)
        let cursor = JSONCursor()
        for _ in 0..<Self.looks {
            guard let bytes = try splitter.next() else { break }
            switch cursor.parse(bytes) {
            case nil: see(cursor)
            case let fault? where fault.isBadUTF8: throw .notUTF8(Place(file: name, row: splitter.row))
            default: continue
            }
        }
    }
}

extension Profile {
    /// This profile for a file whose records lie at one known place.
    func reading(_ envelope: String) -> Profile {
        var profile = self
        profile.records = [envelope]
        return profile
    }

    /// Whether a parsed record is one of this profile's.
    func matches(_ cursor: JSONCursor) -> Bool {
        (isWrapped(cursor) ? inside() : outside()).recognise.matches(.json(cursor))
    }
}
