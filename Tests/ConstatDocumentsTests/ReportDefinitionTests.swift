import ConstatModel
import ConstatTesting
import ConstatYAML
import Testing

@testable import ConstatDocuments

/// What a report's definition may say.
struct ReportDefinitionTests {
    @Test(arguments: ["monthly", "weekly", "quarterly", "dora-13-5", "pdis", "mssp"])
    func `a shipped report is right, and says the same in both languages`(name: String) throws {
        let definition = try SampleReport.definition(name)
        #expect(definition.id == name)
        let texts =
            [definition.title, definition.audience].compactMap(\.self)
            + definition.sections.flatMap { [$0.title, $0.note].compactMap(\.self) }
        for text in texts { #expect(!text.en.isEmpty && !text.fr.isEmpty && text.en != text.fr || text.en.count < 14, "\(text.en)") }
        for text in texts {
            // A French editor's spaces.
            #expect(text.fr.firstMatch(of: #/\ [;?!%»]|«\ |\ :\ /#) == nil, "\(text.fr)")
        }
        #expect(definition.sections.suffix(1).first?.blocks.contains { if case .definitions = $0.kind { true } else { false } } == true)
    }

    private func faults(_ text: String) throws -> [String] {
        ReportDefinition.faults(try YAMLValue.parse(text, file: "mine.yaml"), name: "mine", frameworks: ["dora"]).map { "\($0)" }
    }

    private static let head = """
        report: mine
        title: {en: Mine, fr: Le mien}
        period: month
        trend: {of: month, steps: 12}

        """

    @Test(arguments: [
        ("sections: [{section: a, title: {en: A, fr: A}, show: [{ranges: [false-positive-share]}]}]", "cannot be shown so"),
        ("sections: [{section: a, title: {en: A, fr: A}, show: [{ranges: [no-such]}]}]", "no metric no-such"),
        ("sections: [{section: a, title: {en: A, fr: A}, show: [pie]}]", "no block pie"),
        ("sections: [{section: a, title: {en: A}, show: [ages]}]", "fr"),
        ("sections: [{section: a, title: {en: A, fr: A}, show: [ages]}, {section: a, title: {en: A, fr: A}, show: [ages]}]", "twice"),
        ("sections: [{section: a b, title: {en: A, fr: A}, show: [ages]}]", "no name of a section"),
        ("sections: [{section: a, title: {en: A, fr: A}, show: [{controls: [cobit]}]}]", "no framework cobit"),
        ("sections: [{section: a, title: {en: A, fr: A}, show: [{split: {metrics: [cost], by: tier}}]}]", "cannot be split"),
        (
            "sections: [{section: a, title: {en: A, fr: A}, show: [{records: {kind: hunt, choose: open, columns: [colour]}}]}]",
            "no column colour"
        ),
        ("headline: [{metric: mttd, inTime: mttd}]\nsections: []", "cannot be shown so"),
        ("attention: [{metric: mttd, above: 5 %}]\nsections: []", "no limit"),
        ("attention: [weather]\nsections: []", "not known"),
        ("colour: red\nsections: []", "colour is not known"),
    ])
    func `what cannot be shown is named`(text: String, wanted: String) throws {
        let faults = try faults(Self.head + text)
        #expect(faults.contains { $0.contains(wanted) }, "\(faults)")
    }

    @Test func `all faults come at once`() throws {
        let text = """
            report: mine
            title: {en: Mine}
            period: fortnight
            trend: {of: month, steps: 900}
            sections: [{section: a, title: {en: A, fr: A}, show: [pie, {ranges: [no-such]}]}]
            """
        #expect(try faults(text).count == 5)
    }
}
