import Foundation

/// Cuts a JSON file of any size into its records: lines, a bare array, objects one after another, or arrays (or single
/// objects) anywhere inside envelopes. Only one record is in memory at a time.
struct JSONSplitter {
    private enum State { case lines, page, array, single, leaving, done }

    private let window: Window
    private let path: [[UInt8]]
    private var state = State.page
    /// How many steps of the path lead to where we are.
    private var depth = 0
    private var pages = 0
    private(set) var row = 0
    /// Whether the path has led to an array, be it empty.
    private(set) var hasArray = false

    /// - Parameter path: where the records are, e.g. `["data", "alerts"]`; `*` goes through an array; empty for the root.
    /// - Parameter isLines: each line holds one record; then a bad line does not spoil the others.
    init(_ window: Window, path: [[UInt8]], isLines: Bool) throws(ImportError) {
        (self.window, self.path) = (window, path)
        try skipMark()
        if isLines { state = .lines }
    }

    /// The next record's bytes, valid until the next call; nil at the end.
    mutating func next() throws(ImportError) -> UnsafeRawBufferPointer? {
        while true {
            switch state {
            case .lines: return try nextLine()
            case .done: return nil
            case .page:
                guard try peek() != nil else { return nil }
                pages += 1
                try enter()
            case .single:
                // The envelope is left on the next call: the bytes given out must stay where they are until then.
                state = .leaving
                row += 1
                return try value()
            case .array: if let item = try nextItem() { return item }
            case .leaving: if try leave() { try enter() } else { state = .page }
            }
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

    /// The next item of the array we are in; nil at its end.
    private mutating func nextItem() throws(ImportError) -> UnsafeRawBufferPointer? {
        var byte = try peek()
        if byte == UInt8(ascii: ","), row > 0 {
            window.take(1)
            byte = try peek()
        }
        if byte == UInt8(ascii: "]") {
            window.take(1)
            state = .leaving
            return nil
        }
        row += 1
        guard byte != nil else { throw .cutOff(Place(file: window.name, row: row)) }
        return try value()
    }

    /// Goes down the rest of the path to the records.
    private mutating func enter() throws(ImportError) {
        while depth < path.count {
            let isFound: Bool
            if path[depth] == [UInt8(ascii: "*")] {
                isFound = try peek() == UInt8(ascii: "[")
                if isFound { window.take(1) } else { _ = try value() }
                if isFound, try peek() == UInt8(ascii: "]") {
                    depth += 1
                    state = .leaving
                    return
                }
            } else {
                isFound = try descend(to: path[depth])
            }
            guard isFound else { return try miss() }
            depth += 1
        }
        switch try peek() {
        case UInt8(ascii: "["):
            window.take(1)
            (state, hasArray) = (.array, true)
        case UInt8(ascii: "{"): state = .single
        case nil: throw .cutOff(Place(file: window.name, row: max(row, 1)))
        default:
            if path.isEmpty {
                state = .single
            } else {
                _ = try value()
                try miss()
            }
        }
    }

    /// There are no records here: the next item of an array above may have some.
    private mutating func miss() throws(ImportError) {
        if depth == 0, pages > 1 { throw notJSON("a page without records where the first one had them") }
        state = depth == 0 ? .done : .leaving
    }

    /// Leaves what was entered, innermost first; true when an array above has another item.
    private mutating func leave() throws(ImportError) -> Bool {
        while depth > 0 {
            if path[depth - 1] == [UInt8(ascii: "*")] {
                guard let byte = try peek() else { throw .cutOff(Place(file: window.name, row: max(row, 1))) }
                window.take(1)
                if byte == UInt8(ascii: ",") { return true }
                guard byte == UInt8(ascii: "]") else { throw notJSON("a comma or a bracket was expected") }
            } else {
                try skipToEndOfObject()
            }
            depth -= 1
        }
        return false
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

    /// Moves to the value of a key of the object that begins here; false, and past it, when it is not there.
    private func descend(to key: [UInt8]) throws(ImportError) -> Bool {
        guard try peek() == UInt8(ascii: "{") else {
            if try peek() != nil { _ = try value() }
            return false
        }
        window.take(1)
        while true {
            guard let byte = try peek() else { throw .cutOff(Place(file: window.name, row: 1)) }
            if byte == UInt8(ascii: "}") {
                window.take(1)
                return false
            }
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
