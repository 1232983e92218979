import ConstatModel
import Testing

struct FigureTests {
    private func plain(_ text: String) -> String { text.replacing("\u{202F}", with: " ") }

    @Test(arguments: [
        (42_000.0, "42 s"), (720_000, "12 min"), (11_520_000, "3 h 12"), (7_200_000, "2 h"), (93_600_000, "26 h"),
        (367_200_000, "4 d 6 h"), (0, "0 s"), (-60_000, "−60 s"),
    ])
    func `durations are cut to what a reader can use`(milliseconds: Double, text: String) {
        #expect(plain(Figure.duration(milliseconds, .en)) == text)
    }

    @Test func `French has a decimal comma, thin spaces and jours`() {
        #expect(Figure.share(0.1184, .fr) == "11,8\u{202F}%")
        #expect(Figure.count(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(plain(Figure.duration(367_200_000.0, .fr)) == "4 j 6 h")
        #expect(Figure.decimal(-0.04, digits: 1, .fr) == "0,0")
    }

    @Test func `what is not known is a dash, not a zero`() {
        #expect(Figure.duration(nil as Double?, .en) == "–")
    }
}
