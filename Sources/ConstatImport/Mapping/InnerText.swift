/// JSON inside of a text.
final class JSONText {
    private let path: FieldPath
    private let cursor = JSONCursor()

    init(_ path: FieldPath) { self.path = path }

    func text(in text: String) -> String? { value(in: text) { $0.string } ?? nil }

    /// Whether the path leads to null or an empty text.
    func isEmptied(in text: String) -> Bool { value(in: text) { $0.isEmptied } ?? false }

    private func value<Result>(in text: String, _ read: (RawValue) -> Result) -> Result? {
        let bytes = Array(text.utf8) + Array(repeating: 0, count: JSONCursor.padding)
        return bytes.withUnsafeBytes { all in
            guard cursor.parse(UnsafeRawBufferPointer(rebasing: all.dropLast(JSONCursor.padding))) == nil else { return nil }
            return read(cursor.root.value(path))
        }
    }
}

/// A regular expression with one group.
struct Match: @unchecked Sendable {
    private let pattern: Regex<AnyRegexOutput>
    let text: String

    init?(_ text: String) {
        guard let pattern = try? Regex(text) else { return nil }
        (self.pattern, self.text) = (pattern, text)
    }

    /// Whether a group is repeated in which something is repeated, or offered by turns: then a short text may take for ever.
    static func mayHang(_ text: String) -> Bool {
        var open: [Bool] = []  // for each group that is open, whether there is a repetition in it
        var hasRepetition = false
        var (isEscaped, isInSet, closed): (Bool, Bool, Bool?) = (false, false, nil)
        for letter in text {
            if isEscaped {
                (isEscaped, closed) = (false, nil)
            } else if letter == "\\" {
                isEscaped = true
            } else if isInSet {
                isInSet = letter != "]"
            } else if letter == "[" {
                (isInSet, closed) = (true, nil)
            } else if letter == "(" {
                open.append(hasRepetition)
                (hasRepetition, closed) = (false, nil)
            } else if letter == ")" {
                closed = hasRepetition
                hasRepetition = open.popLast() ?? false || hasRepetition
            } else if "*+{".contains(letter) {
                if closed == true { return true }
                (hasRepetition, closed) = (true, nil)
            } else {
                (hasRepetition, closed) = (hasRepetition || (letter == "|" && !open.isEmpty), nil)
            }
        }
        return false
    }

    /// What the group holds; the whole match where there is no group; nil without a match.
    func group(in text: String) -> String? {
        guard let match = text.firstMatch(of: pattern) else { return nil }
        let output = match.output
        guard let group = output.count > 1 ? output[1].substring : output[0].substring else { return nil }
        return String(group)
    }
}

extension String {
    /// Without the characters at both ends that a test holds for.
    func trimming(_ isDropped: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isDropped(first) { text.removeFirst() }
        while let last = text.last, isDropped(last) { text.removeLast() }
        return String(text)
    }
}
