import ConstatModel

/// Finds the profiles a file's first records belong to.
struct Recogniser {
    let profiles: [Profile]
    /// How many records are looked at: a first broken one must not hide the rest.
    private static let looks = 5

    func profiles(for export: Export) throws(ImportError) -> [Profile] {
        switch export.format {
        case .csv, .workbook: try matchingTable(export)
        case .json: try matchingJSON(export)
        case .yaml: try matchingYAML(export)
        }
    }

    private func matchingTable(_ export: Export) throws(ImportError) -> [Profile] {
        let candidates = profiles.filter { $0.format == .csv }
        var matches: [Profile] = []
        for layout in Set(candidates.map(\.layout)).sorted(by: { ($0.skip, $0.separator ?? 0) < ($1.skip, $1.separator ?? 0) }) {
            let reader = try CSVReader(try export.window(), layout.of(export))
            let mappers = candidates.filter { $0.layout == layout }.map { ($0, RowMapper($0, door: .ajar, isWrapped: false)) }
            for (_, mapper) in mappers { mapper.bind(to: reader.header) }
            matches += try firstRecognised(reader, mappers)
        }
        return matches
    }

    /// The profiles of the first row that any of them understands; of a table without rows the header alone tells.
    private func firstRecognised(_ reader: CSVReader, _ mappers: [(Profile, RowMapper)]) throws(ImportError) -> [Profile] {
        var fields = reader.headerFields
        for look in 0..<Self.looks {
            let isRow = try reader.next()
            if !isRow, look > 0 { break }
            if isRow {
                fields = CSVFields(separator: reader.separator)
                fields.split(reader.raw)
            }
            let found = mappers.filter { _, mapper in
                mapper.fill(fields)
                return mapper.isRecognised
            }
            if !found.isEmpty || !isRow { return found.map(\.0) }
        }
        return []
    }

    /// The first profile at whose place there is an array without records: an empty page of what it reads.
    func empty(_ export: Export) throws(ImportError) -> Profile? {
        guard export.format == .json else { return nil }
        for profile in profiles where profile.format == .json {
            for place in profile.records {
                var splitter = try JSONSplitter(try export.window(), path: JSONShape.steps(to: place), isLines: false)
                if try splitter.next() == nil, splitter.hasArray { return profile.reading(place) }
            }
        }
        return nil
    }

    private func matchingJSON(_ export: Export) throws(ImportError) -> [Profile] {
        let candidates = profiles.filter { $0.format == .json }
        var sawRecord = false
        var fault: ImportError?
        var matches: [Profile] = []
        for envelope in Set(candidates.flatMap(\.records)).sorted() {
            let here = candidates.filter { $0.records.contains(envelope) }
            var found: [Profile] = []
            do {
                try look(into: envelope, export) { element in
                    sawRecord = true
                    guard found.isEmpty else { return }  // the first record that is understood decides
                    found = here.filter { $0.matches(element) }.map { $0.reading(envelope) }
                }
            } catch {
                fault = error  // another envelope may still fit: the whole file is one value here
            }
            matches += found.filter { profile in !matches.contains { $0.name == profile.name } }
        }
        if matches.isEmpty { matches = try matchingElsewhere(export, candidates) }
        if let fault, matches.isEmpty, !sawRecord { throw fault }
        guard sawRecord else { throw .noRecords(file: export.name) }
        return matches
    }

    /// Records in an array that no profile names: an interface may have wrapped them in its own way.
    private func matchingElsewhere(_ export: Export, _ candidates: [Profile]) throws(ImportError) -> [Profile] {
        var found: [String: [Profile]] = [:]
        for place in JSONSample.places(in: export) {
            try? look(into: place, export) { element in
                let matches = candidates.filter { $0.matches(element) }.map { $0.reading(place) }
                if found[place] == nil, !matches.isEmpty { found[place] = matches }
            }
        }
        guard found.count < 2 else { throw .severalPlaces(file: export.name, places: found.keys.sorted()) }
        return found.first?.value ?? []
    }

    private func look(into envelope: String, _ export: Export, _ see: (JSONElement) -> Void) throws(ImportError) {
        let shape = try JSONShape(of: export, candidates: [envelope])
        var splitter = try JSONSplitter(try export.window(), path: shape.path, isLines: shape.isLines)
        let cursor = JSONCursor()
        for _ in 0..<Self.looks {
            guard let bytes = try splitter.next() else { break }
            if cursor.parse(bytes) == nil { see(cursor.root) }
        }
    }

    private func matchingYAML(_ export: Export) throws(ImportError) -> [Profile] {
        var rows = try YAMLRows(try export.window())
        let cursor = JSONCursor()
        let candidates = profiles.filter { $0.format == .yaml }
        while let document = rows.next() {
            let padded = document + Array(repeating: 0, count: JSONCursor.padding)
            let matches = padded.withUnsafeBytes { bytes in
                guard cursor.parse(UnsafeRawBufferPointer(rebasing: bytes.dropLast(JSONCursor.padding))) == nil else { return [Profile]() }
                return candidates.filter { $0.matches(cursor.root) }
            }
            if !matches.isEmpty { return matches }
        }
        return []
    }
}

extension Door {
    /// For looking only: nothing is stored.
    static let ajar = Door(zone: .utc, tenant: nil, fallbackTenant: "", asOf: Instant(milliseconds: .max), privacy: Privacy(key: []))
}

extension Profile {
    /// This profile for a file whose records lie at one known place.
    func reading(_ envelope: String) -> Profile {
        var profile = self
        profile.records = [envelope]
        return profile
    }

    /// Whether a parsed record is one of this profile's.
    func matches(_ element: JSONElement) -> Bool {
        let isWrapped = within.map { element.value($0).isThere } ?? false
        let mapper = RowMapper(self, door: .ajar, isWrapped: isWrapped)
        mapper.fill(element)
        return mapper.isRecognised
    }
}
