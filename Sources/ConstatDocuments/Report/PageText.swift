extension String {
    /// Without control characters, and without those that turn the direction of what follows.
    var plainInPage: String {
        guard unicodeScalars.contains(where: Self.isUnruly) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { Self.isUnruly($0) ? " " : $0 }))
    }

    /// As a part of a sentence of ours: its direction is its own affair.
    var isolated: String { "\u{2068}\(plainInPage)\u{2069}" }

    private static func isUnruly(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
