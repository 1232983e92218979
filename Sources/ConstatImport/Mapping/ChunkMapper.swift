import ConstatModel

/// Maps the rows of a chunk; one for each thread.
final class ChunkMapper {
    private let file: String
    private let profile: Profile
    private let door: Door
    private let bare: RowMapper
    private let wrapped: RowMapper?
    private let others: [(bare: RowMapper, wrapped: RowMapper?, within: FieldPath?)]
    private let cursor = JSONCursor()
    private let fields: CSVFields?
    private let header: [String]

    /// - Parameter header: of a table; empty for JSON.
    init(_ file: String, _ profile: Profile, _ others: [Profile], _ door: Door, header: [String], separator: UInt8) {
        (self.file, self.profile, self.door, self.header) = (file, profile, door, header)
        bare = RowMapper(profile, door: door, isWrapped: false)
        wrapped = profile.within.map { _ in RowMapper(profile, door: door, isWrapped: true) }
        self.others = others.map { other in
            (
                RowMapper(other, door: door, isWrapped: false),
                other.within.map { _ in RowMapper(other, door: door, isWrapped: true) }, other.within
            )
        }
        fields = header.isEmpty ? nil : CSVFields(separator: separator)
        for mapper in [bare] + self.others.map(\.bare) { mapper.bind(to: header) }
    }

    func map(_ chunk: Chunk) throws -> Mapped {
        var out = Mapped(expected: chunk.rows.count)
        try chunk.each { bytes, row in
            let isLast = row.number == chunk.rows.last?.number
            if row.length > Chunk.longestRow {
                out.refusals.append(refusal(.tooLong, row.number, "\(row.length) bytes, \(Chunk.longestRow) at most", bytes))
            } else if let fields {
                mapTable(fields, bytes, row.number, &out)
            } else {
                try mapJSON(bytes, row.number, isUnterminated: isLast && chunk.isUnterminated, &out)
            }
        }
        return out
    }

    private func mapTable(_ fields: CSVFields, _ bytes: UnsafeRawBufferPointer, _ row: Int, _ out: inout Mapped) {
        guard CSVFields.isText(bytes) else {
            out.refusals.append(refusal(.notUTF8, row, "bytes that are no UTF-8 text", bytes))
            return
        }
        fields.split(bytes)
        // A workbook leaves empty cells out at the end of a row. In a CSV a cell too many may have shifted all behind it.
        let isFitting = door.isWorkbook && (fields.count < header.count || (header.count..<fields.count).allSatisfy(fields.isEmpty))
        guard fields.count == header.count || isFitting else {
            out.refusals.append(refusal(.wrongColumnCount, row, "\(fields.count) columns, the header has \(header.count)", bytes))
            return
        }
        bare.fill(fields)
        let refuse = { self.refusal($0, row, $1, bytes) }
        if bare.map(row, into: &out, refusal: refuse) == .mapped { return }
        for other in others {
            other.bare.fill(fields)
            if other.bare.isRecognised, other.bare.map(row, into: &out, refusal: refuse) == .mapped { return }
        }
        out.refusals.append(refuse(.otherKind, profile.title))
    }

    private func mapJSON(_ bytes: UnsafeRawBufferPointer, _ row: Int, isUnterminated: Bool, _ out: inout Mapped) throws {
        if let fault = cursor.parse(bytes) {
            if isUnterminated, !fault.isBadUTF8 { throw ImportError.cutOff(Place(file: file, row: row)) }
            out.refusals.append(refusal(fault.isBadUTF8 ? .notUTF8 : .notJSON, row, fault.reason, bytes))
            return
        }
        let root = cursor.root
        guard case .object = root.face else {
            out.refusals.append(refusal(.notAnObject, row, "not an object", bytes))
            return
        }
        let refuse = { self.refusal($0, row, $1, bytes) }
        let mapper = mapper(bare, wrapped, profile.within, root)
        mapper.fill(root)
        if mapper.map(row, into: &out, refusal: refuse) == .mapped { return }
        for other in others {
            let mapper = self.mapper(other.bare, other.wrapped, other.within, root)
            mapper.fill(root)
            if mapper.isRecognised, mapper.map(row, into: &out, refusal: refuse) == .mapped { return }
        }
        out.refusals.append(refuse(.otherKind, profile.title))
    }

    private func mapper(_ bare: RowMapper, _ wrapped: RowMapper?, _ within: FieldPath?, _ root: JSONElement) -> RowMapper {
        guard let wrapped, let within, root.value(within).isThere else { return bare }
        return wrapped
    }

    private func refusal(_ reason: Refusal.Reason, _ row: Int, _ detail: String, _ raw: UnsafeRawBufferPointer) -> Refusal {
        let text = String(decoding: raw.prefix(Importer.keptOfARow), as: UTF8.self)
        return Refusal(reason: reason, row: row, detail: detail, raw: door.privacy.applied(.raw, text) ?? "")
    }
}
