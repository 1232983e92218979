import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatDocuments

extension Words {
    /// The shipped words of a language.
    static func shipped(_ language: Language) throws -> Words {
        let name = "words/\(language.rawValue).yaml"
        return try Words(YAMLValue.parse(House.text(House.templates.appendingPathComponent(name)), file: name), language: language)
    }
}

struct WordsTests {
    @Test func `both languages have the same keys, and lists of the same length`() throws {
        let (english, french) = (try Words.shipped(.en), try Words.shipped(.fr))
        #expect(english.keys == french.keys)
        for key in english.keys { #expect(english.list(key).count == french.list(key).count, "\(key)") }
    }

    @Test func `both languages name the same values in their texts`() throws {
        let (english, french) = (try Words.shipped(.en), try Words.shipped(.fr))
        let place = try Regex(#"\{[a-zA-Z]+\}"#)
        for key in english.keys {
            let names = { (words: Words) in Set(words(key).matches(of: place).map { String(words(key)[$0.range]) }) }
            // {share} of {n} may be said in another order, never left out.
            #expect(names(english).subtracting(["{\(key)}"]) == names(french).subtracting(["{\(key)}"]), "\(key)")
        }
    }

    @Test func `every key the code asks for is there`() throws {
        let words = try Words.shipped(.en)
        let asked = try Regex(#"words(?:\.list)?\("([a-zA-Z0-9.]+)""#)
        let folder = House.root.appendingPathComponent("Sources")
        for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] where path.hasSuffix(".swift")
        {
            let text = House.text(folder.appendingPathComponent(path))
            for match in text.matches(of: asked) {
                let key = String(match.output[1].substring ?? "")
                #expect(words.keys.contains(key), "\(path): \(key)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `every kind of record and every milestone has a name`(language: Language) throws {
        let keys = try Words.shipped(language).keys
        for kind in RecordKind.allCases { #expect(keys.contains("kind.\(kind.word)")) }
        for milestone in Milestone.allCases { #expect(keys.contains("milestone.\(milestone.rawValue)")) }
    }

    @Test func `French is set as a French editor would: no plain blank before high punctuation`() throws {
        let text = House.text(House.templates.appendingPathComponent("words/fr.yaml"))
        let straight = try Regex("[a-zé]'[a-zé]")
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            for mark in [" ;", " !", " ?", " %", " »"] { #expect(!line.contains(mark), "\(line)") }
            #expect(line.matches(of: straight).isEmpty, "\(line)")
        }
    }

    @Test func `dates and months in both languages`() throws {
        let paris = try #require(Zone("Europe/Paris"))
        let instant = Instant.at("2026-10-01T05:35:00Z")
        #expect(try Words.shipped(.fr).dateTime(instant, paris) == "1er octobre 2026, 07:35")
        #expect(try Words.shipped(.en).dateTime(instant, paris) == "1 October 2026, 07:35")
        #expect(try Words.shipped(.fr).name(of: try #require(Period("2026-08", zone: paris))) == "août 2026")
        #expect(try Words.shipped(.en).name(of: try #require(Period("2026-Q3", zone: paris))) == "third quarter of 2026")
        #expect(
            try Words.shipped(.fr).name(of: try #require(Period("2026-W40", zone: paris)))
                == "semaine 40, du 28 septembre au 4 octobre 2026")
    }
}
