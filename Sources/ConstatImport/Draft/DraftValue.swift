import ConstatModel

/// One value of an export, as far as a draft looks at it.
enum DraftValue: Hashable, Sendable {
    case whole(Int64)
    case unsigned(UInt64)
    case number(Double)
    case flag(Bool)
    case text(String)
    /// A text too long for an id, a word or a time; what it says is not kept.
    case long

    private static let longest = 300

    /// Nil for what holds nothing, and for arrays and objects.
    init?(_ value: RawValue) {
        switch value {
        case .integer(let number): self = .whole(number)
        case .unsigned(let number): self = .unsigned(number)
        case .number(let number): self = .number(number)
        case .bool(let flag): self = .flag(flag)
        case .text(let bytes):
            let trimmed = bytes.trimmed
            guard !trimmed.isEmpty else { return nil }
            self = trimmed.count > Self.longest ? .long : .text(String(decoding: trimmed, as: UTF8.self))
        case .missing, .null, .array, .object: return nil
        }
    }

    /// As a profile's map would name it; nil for a long text.
    var string: String? {
        switch self {
        case .whole(let number): return String(number)
        case .unsigned(let number): return String(number)
        case .number(let number): return RawValue.number(number).string
        case .flag(let flag): return flag ? "true" : "false"
        case .text(let text): return text
        case .long: return nil
        }
    }

    /// What it is, in words.
    var kind: String {
        switch self {
        case .whole, .unsigned: "whole number"
        case .number: "number"
        case .flag: "true or false"
        case .text: "text"
        case .long: "long text"
        }
    }

    /// Whether it is worth while to try every pattern of a date on it.
    var mayHoldDate: Bool {
        guard case .text(let text) = self, (6...32).contains(text.count) else { return false }
        return text.count(where: \.isNumber) >= 3
    }

    func isInstant(_ format: TimeFormat) -> Bool {
        if case .instant = read(format) { return true }
        return false
    }

    /// A tool's way of writing that there is no time, such as 0.
    func isNoTime(_ format: TimeFormat) -> Bool {
        if case .noTime = read(format) { return true }
        return false
    }

    private func read(_ format: TimeFormat) -> TimeFormat.Reading {
        switch self {
        case .whole(let number): return format.read(.integer(number), zone: .utc)
        case .number(let number): return format.read(.number(number), zone: .utc)
        case .text(let text):
            var copy = text
            return copy.withUTF8 { format.read(.text(UnsafeRawBufferPointer($0)), zone: .utc) }
        case .unsigned, .flag, .long: return .absent
        }
    }
}
