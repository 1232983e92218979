/// Cuts the text of an export into rows.
enum RowReader {
    case lines(LineReader)
    case json(JSONSplitter)
    case csv(CSVReader)
    case yaml(YAMLRows)

    /// The next rows, about a mebibyte of them; nil at the end.
    mutating func next(position: Int) throws(ImportError) -> Chunk? {
        if case .lines(let reader) = self { return try reader.next(position: position) }
        var chunk = Chunk(position: position)
        try fill(&chunk)
        chunk.seal()
        return chunk.rows.isEmpty ? nil : chunk
    }

    private mutating func fill(_ chunk: inout Chunk) throws(ImportError) {
        while !chunk.isFull {
            switch self {
            case .lines: return
            case .json(var splitter):
                let row = try splitter.next()
                let number = splitter.row
                self = .json(splitter)
                guard let row else { return }
                chunk.append(row, number: number)
            case .csv(let reader):
                guard try reader.next() else { return }
                chunk.append(reader.raw, number: reader.row)
            case .yaml(var documents):
                let document = documents.next()
                self = .yaml(documents)
                guard let document else { return }
                document.withUnsafeBytes { chunk.append($0, number: chunk.position + chunk.rows.count + 1) }
            }
        }
    }
}
