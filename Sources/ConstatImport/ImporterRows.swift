import ConstatModel

extension Importer {
    static let keptOfARow = 4_096

    func readCSV(
        _ window: Window, _ profile: Profile, _ options: Options, _ progress: (Int64) -> Void, _ give: (Row) throws -> Void
    ) throws -> Int {
        let reader = try CSVReader(window)
        let mapper = mapper(profile.bound(to: reader.header), options)
        var rows = 0
        while try reader.next() {
            rows += 1
            if rows % 4_096 == 0 { progress(window.passed) }
            guard reader.fieldCount == reader.header.count else {
                let detail = "\(reader.fieldCount) columns, the header has \(reader.header.count)"
                try give(.refused(refusal(.wrongColumnCount, reader.row, detail, reader.raw)))
                continue
            }
            try give(mapped(mapper, .csv(reader), reader.row, reader.raw))
        }
        return rows
    }

    func readJSON(
        _ window: Window, _ path: String, _ profile: Profile, _ options: Options, _ progress: (Int64) -> Void,
        _ give: (Row) throws -> Void
    ) throws -> Int {
        let shape = try JSONShape(of: path, name: window.name, candidates: profile.records)
        var splitter = try JSONSplitter(window, path: shape.path, isLines: shape.isLines)
        let cursor = JSONCursor()
        let (wrapped, bare) = (mapper(profile.inside(), options), mapper(profile.outside(), options))
        let root = FieldPath("")
        var rows = 0
        while let bytes = try splitter.next() {
            rows += 1
            if rows % 4_096 == 0 { progress(window.passed) }
            let place = Place(file: window.name, row: splitter.row)
            if let fault = cursor.parse(bytes) {
                if fault.isBadUTF8 { throw ImportError.notUTF8(place) }
                if splitter.isUnterminated { throw ImportError.cutOff(place) }
                try give(.refused(refusal(.notJSON, splitter.row, fault.reason, bytes)))
                continue
            }
            guard case .object = cursor.value(root) else {
                try give(.refused(refusal(.notAnObject, splitter.row, "not an object", bytes)))
                continue
            }
            try give(mapped(profile.isWrapped(cursor) ? wrapped : bare, .json(cursor), splitter.row, bytes))
        }
        return rows
    }

    private func mapped(_ mapper: RecordMapper, _ cursor: Cursor, _ row: Int, _ raw: UnsafeRawBufferPointer) -> Row {
        switch mapper.map(cursor) {
        case .record(let record, let remarks): .record(record, row: row, remarks: remarks)
        case .refused(let reason, let detail): .refused(refusal(reason, row, detail, raw))
        }
    }

    private func refusal(
        _ reason: Refusal.Reason, _ row: Int, _ detail: String, _ raw: UnsafeRawBufferPointer
    ) -> Refusal {
        Refusal(reason: reason, row: row, detail: detail, raw: String(decoding: raw.prefix(Self.keptOfARow), as: UTF8.self))
    }
}
