import Foundation

/// Cuts a JSON file of any size into its records: lines, a bare array, objects one after another, or
/// an array (or one object) somewhere inside an envelope. Only one record is in memory at a time.
struct JSONSplitter {
    private enum Mode { case lines, values, array, single, afterSingle, done }

    private let window: Window
    private let path: [[UInt8]]
    private var mode = Mode.values
    private(set) var row = 0

    /// - Parameter path: where the records are, e.g. `["data", "alerts"]`; empty for the root.
    /// - Parameter isLines: each line holds one record; then a bad line does not spoil the others.
    init(_ window: Window, path: [[UInt8]], isLines: Bool) throws(ImportError) {
        (self.window, self.path) = (window, path)
        try skipMark()
        if isLines { mode = .lines } else { _ = try enter() }
    }

    /// The next record's bytes, valid until the next call; nil at the end.
    mutating func next() throws(ImportError) -> UnsafeRawBufferPointer? {
        switch mode {
        case .lines: return try nextLine()
        case .values, .single: return try nextValue()
        case .afterSingle:
            try leavePage()
            return try next()
        case .array: return try nextItem()
        case .done: return nil
        }
    }

    /// True when the line just given was the last and no line end follows it.
    private(set) var isUnterminated = false

    private mutating func nextLine() throws(ImportError) -> UnsafeRawBufferPointer? {
        while true {
            row += 1
            let end = try lineEnd()
            if end == nil, window.rest.isEmpty { return nil }
            isUnterminated = end == nil
            let line = UnsafeRawBufferPointer(rebasing: window.rest.prefix(end ?? window.rest.count))
            window.take(end.map { $0 + 1 } ?? line.count)
            if line.contains(where: { $0 > 0x20 }) { return line }
        }
    }

    /// How many bytes lie before the next line end; nil when the file has no more of them.
    private func lineEnd() throws(ImportError) -> Int? {
        var searched = 0
        while true {
            let rest = window.rest
            if searched < rest.count, let start = rest.baseAddress,
                let found = memchr(start + searched, 0x0A, rest.count - searched)
            {
                return UnsafeRawPointer(found) - start
            }
            searched = rest.count
            if try !window.more(row: row) { return nil }
        }
    }

    private mutating func nextValue() throws(ImportError) -> UnsafeRawBufferPointer? {
        guard let byte = try peek() else { return nil }
        if mode == .values, byte == UInt8(ascii: "[") {
            window.take(1)
            mode = .array
            return try nextItem()
        }
        row += 1
        // The page is left on the next call: the bytes given out must stay where they are until then.
        if mode == .single { mode = .afterSingle }
        return try value()
    }

    private mutating func nextItem() throws(ImportError) -> UnsafeRawBufferPointer? {
        var byte = try peek()
        if byte == UInt8(ascii: ","), row > 0 {
            window.take(1)
            byte = try peek()
        }
        if byte == UInt8(ascii: "]") {
            window.take(1)
            try leavePage()
            return try next()
        }
        row += 1
        guard byte != nil else { throw .cutOff(Place(file: window.name, row: row)) }
        return try value()
    }

    /// Moves to the records of the page that begins here; false when it has none where they are expected.
    private mutating func enter() throws(ImportError) -> Bool {
        mode = .done
        for step in path where try !descend(to: step) { return false }
        switch try peek() {
        case UInt8(ascii: "["):
            window.take(1)
            mode = .array
        case UInt8(ascii: "{"): mode = path.isEmpty ? .values : .single
        case nil: return true
        default: return false
        }
        return true
    }

    /// Leaves the envelope of a page; another page may follow, and its records are records too.
    private mutating func leavePage() throws(ImportError) {
        for _ in path { try skipToEndOfObject() }
        mode = .done
        guard try peek() != nil else { return }
        guard try enter() else { throw notJSON("a page without records where the first one had them") }
    }

    private func skipToEndOfObject() throws(ImportError) {
        while true {
            guard let byte = try peek() else { throw .cutOff(Place(file: window.name, row: max(row, 1))) }
            if byte == UInt8(ascii: "}") {
                window.take(1)
                return
            }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") { window.take(1) } else { _ = try value() }
        }
    }

    /// Moves to the value of a key of the object that begins here; false when it is not there.
    private func descend(to key: [UInt8]) throws(ImportError) -> Bool {
        guard try peek() == UInt8(ascii: "{") else { return false }
        window.take(1)
        while true {
            guard let byte = try peek() else { throw .cutOff(Place(file: window.name, row: 1)) }
            if byte == UInt8(ascii: "}") { return false }
            if byte == UInt8(ascii: ",") {
                window.take(1)
                continue
            }
            guard byte == UInt8(ascii: "\"") else { throw notJSON("a key was expected") }
            let isWanted = try value().dropFirst().dropLast().elementsEqual(key)
            guard try peek() == UInt8(ascii: ":") else { throw notJSON("a colon was expected") }
            window.take(1)
            if isWanted { return true }
            _ = try peek()
            _ = try value()
        }
    }

    /// The next byte that is not blank, not taken; nil at the end of the file.
    private func peek() throws(ImportError) -> UInt8? {
        while true {
            let rest = window.rest
            if let index = rest.firstIndex(where: { $0 > 0x20 }) {
                window.take(index)
                return rest[index]
            }
            window.take(rest.count)
            if try !window.more(row: row) { return nil }
        }
    }

    /// Takes the value that begins here: brackets are matched, texts respected, nothing else is checked.
    private func value() throws(ImportError) -> UnsafeRawBufferPointer {
        var scan = ValueScan()
        while true {
            if let length = scan.length(in: window.rest) {
                guard length > 0 else { throw notJSON("a bracket closes that was never opened") }
                let value = UnsafeRawBufferPointer(rebasing: window.rest.prefix(length))
                window.take(length)
                return value
            }
            guard try window.more(row: max(row, 1)) else {
                guard scan.isBareWord else { throw .cutOff(Place(file: window.name, row: max(row, 1))) }
                let value = window.rest
                window.take(value.count)
                return value
            }
        }
    }

    private func skipMark() throws(ImportError) {
        while window.rest.count < 3, try window.more(row: 1) {}
        if window.rest.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { window.take(3) }
    }

    private func notJSON(_ reason: String) -> ImportError {
        .notJSON(Place(file: window.name, row: max(row, 1)), reason: reason)
    }
}

/// Finds the end of one JSON value; goes on where it stopped when more bytes have come.
struct ValueScan {
    private var position = 0
    private var depth = 0
    private var isInText = false
    private(set) var isBareWord = false

    mutating func length(in bytes: UnsafeRawBufferPointer) -> Int? {
        while position < bytes.count {
            let byte = bytes[position]
            if isInText {
                if byte == UInt8(ascii: "\\") { position += 1 } else if byte == UInt8(ascii: "\"") { isInText = false }
                position += 1
                if !isInText, depth == 0 { return position }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position }
                depth -= 1
                if depth == 0 { return position + 1 }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0...0x20:
                if depth == 0, position > 0 { return position }
            default: if depth == 0 { isBareWord = true }
            }
            position += 1
        }
        return nil
    }
}
