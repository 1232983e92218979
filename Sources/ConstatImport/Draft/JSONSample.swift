/// The first records at one place of a JSON export.
struct JSONSample {
    /// As a profile's `records` names it; empty for the root.
    let place: String
    private(set) var collector = FieldCollector()
    /// Arrays inside of the first few.
    private(set) var arrays = ArrayFinder()

    /// - Throws: what keeps even the first record from being read.
    init(_ export: Export, at place: String) throws(ImportError) {
        self.place = place
        let shape = try JSONShape(of: export, candidates: [place])
        // Of a place without records the shape is that of the root.
        guard place.isEmpty == shape.path.isEmpty else { return }
        var splitter = try JSONSplitter(try export.window(), path: shape.path, isLines: shape.isLines)
        let cursor = JSONCursor()
        do {
            while !collector.isFull, let record = try splitter.next() {
                guard cursor.parse(record) == nil, cursor.root.isObject else { continue }
                collector.add(cursor.root)
                if collector.records <= Self.looks { arrays.add(cursor.root) }
            }
        } catch {
            if collector.records == 0 { throw error }
        }
    }

    /// In how many records arrays are looked for.
    private static let looks = 5
    /// How many arrays are tried.
    private static let tries = 8
    /// Where records lie in a file that is one value too large to be looked at whole.
    private static let usual = [
        "/data", "/value", "/items", "/results", "/result", "/records", "/alerts", "/incidents", "/cases", "/events", "/hits/hits",
        "/data/items", "/data/alerts", "/data/incidents", "/*",
    ]
}

extension JSONSample {
    /// The place whose records look most like alerts or cases.
    static func best(of export: Export) throws(ImportError) -> JSONSample {
        let root: JSONSample
        do { root = try JSONSample(export, at: "") } catch .recordTooLarge {
            let samples = usual.compactMap { try? JSONSample(export, at: $0) }.filter { $0.collector.records > 0 }
            guard let chosen = understoodBest(samples) else { throw .noRecords(file: export.name) }
            return chosen
        }
        let inner = root.arrays.paths.prefix(tries).compactMap { sample(export, under: $0) }
        let isMany = root.collector.records > 1
        // Records that have an id hold arrays of their own (comments, alerts of a case).
        if isMany, DraftGuesses(root.collector).hasID { return root }
        return understoodBest(isMany ? [root] + inner : inner + [root]) ?? root
    }

    /// Where arrays of records may lie in a file.
    static func places(in export: Export) -> [String] {
        do { return try JSONSample(export, at: "").arrays.paths.prefix(tries).flatMap { [$0, "/*" + $0] } } catch { return usual }
    }

    /// The records of an array inside of the root, or inside of the items of a bare array.
    private static func sample(_ export: Export, under path: String) -> JSONSample? {
        for place in [path, "/*" + path] {
            if let sample = try? JSONSample(export, at: place), sample.collector.records > 0 { return sample }
        }
        return nil
    }

    /// The first of those that are understood best.
    private static func understoodBest(_ samples: [JSONSample]) -> JSONSample? {
        let rated = samples.map { (sample: $0, points: DraftGuesses($0.collector).points) }
        return rated.max { $0.points < $1.points }?.sample
    }
}
