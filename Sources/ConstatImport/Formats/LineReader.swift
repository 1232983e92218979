import Foundation

/// Cuts a file of lines into chunks; the bytes stay where they were read.
final class LineReader {
    private let source: any ByteStream
    private let name: String
    /// The beginning of a line whose end has not come.
    private var rest: [UInt8] = []
    private var row = 0
    private var isAtStart = true
    private var isAtEnd = false

    init(_ source: any ByteStream, name: String) { (self.source, self.name) = (source, name) }

    /// The next rows, about a mebibyte of them; nil at the end.
    ///
    /// - Parameter position: of the first row among all of the file's rows, from 0.
    func next(position: Int) throws(ImportError) -> Chunk? {
        while !isAtEnd {
            guard rest.count <= Window.largestRecord else {
                throw .recordTooLarge(Place(file: name, row: row + 1), limit: Window.largestRecord)
            }
            var bytes = try read()
            var rows: [Chunk.Row] = []
            let cut = lines(of: bytes, &rows)
            rest = Array(bytes[cut...])
            var isUnterminated = false
            if isAtEnd, !rest.isEmpty {
                isUnterminated = note(bytes, cut..<bytes.count, &rows)
            } else {
                bytes.removeLast(bytes.count - cut)
            }
            // Before it is handed on: afterwards the bytes would have to be copied.
            bytes.append(contentsOf: repeatElement(0, count: JSONCursor.padding))
            if !rows.isEmpty { return Chunk(bytes, rows, position: position, isUnterminated: isUnterminated) }
        }
        return nil
    }

    /// What was left over, and what comes behind it.
    private func read() throws(ImportError) -> [UInt8] {
        let size = max(Chunk.size, min(rest.count * 2, Window.largestRecord + Chunk.size))
        var problem: ImportError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size + JSONCursor.padding) { buffer, count in
            let all = UnsafeMutableRawBufferPointer(buffer)
            rest.withUnsafeBytes { all.copyMemory(from: $0) }
            count = rest.count
            do throws(ImportError) {
                while count < size, !isAtEnd {
                    let room = UnsafeMutableRawBufferPointer(rebasing: all[count..<size])
                    let got = try source.read(into: room)
                    (count, isAtEnd) = (count + got, got == 0)
                }
            } catch { problem = error }
        }
        if let problem { throw problem }
        return bytes
    }

    /// Notes the lines that end; gives where the one begins that does not.
    private func lines(of bytes: [UInt8], _ rows: inout [Chunk.Row]) -> Int {
        var start = isAtStart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isAtStart = false
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return }
            while let found = memchr(base + start, 0x0A, all.count - start) {
                let end = UnsafeRawPointer(found) - base
                note(bytes, start..<end, &rows)
                start = end + 1
            }
        }
        return start
    }

    /// Counts a line; one that is blank is no row.
    @discardableResult
    private func note(_ bytes: [UInt8], _ line: Range<Int>, _ rows: inout [Chunk.Row]) -> Bool {
        row += 1
        guard bytes[line].contains(where: { $0 > 0x20 }) else { return false }
        rows.append(Chunk.Row(start: line.lowerBound, length: line.count, number: row))
        return true
    }
}
