import ConstatTesting
import Testing

@testable import ConstatDocuments

struct ColourTests {
    /// Whatever colour an organisation has, text in it can be read on our pages.
    @Test func `every colour is made readable, and no more changed than that takes`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let digits = String(Int.random(in: 0..<0x1000000, using: &random), radix: 16)
            let pair = try #require(Colour("#" + String(repeating: "0", count: 6 - digits.count) + digits)).pair
            let (light, dark) = (try #require(Colour(pair.light)), try #require(Colour(pair.dark)))
            let (paper, night) = (try #require(Colour("#f7f9fa")), try #require(Colour("#1a1e22")))
            #expect(light.contrast(with: paper) >= 4.5 && dark.contrast(with: night) >= 4.5)
        }
        #expect(Colour("#1f5b9e")?.pair.light == "#1f5b9e")
        let (black, white) = (try #require(Colour("#000000")), try #require(Colour("#ffffff")))
        #expect(black.contrast(with: white) == 21)
    }

    @Test(arguments: ["1f5b9e", "#1f5b9", "#1f5b9g", "red", "", "#-15b9e"]) func `anything else is no colour`(text: String) {
        #expect(Colour(text) == nil)
    }
}
