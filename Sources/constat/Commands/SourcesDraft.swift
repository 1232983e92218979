import ArgumentParser
import ConstatImport
import ConstatModel

extension Sources {
    struct Draft: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a first profile for an export of an unknown tool.",
            discussion: """
                Paths, times and words are guessed from the first 200 records, and each guess is marked; no value that may be
                personal is shown. Exit code 1 when no id, or no time of opening or detection, was found: a line marked TODO
                stands in its place.

                Example:
                  constat sources draft export.json --source mytool > mytool-case.yaml
                """)

        @Argument(help: "An export: JSON, NDJSON, CSV or XLSX, also packed; - is standard input.") var file: String
        @Option(help: ArgumentHelp("The tool's name.", valueName: "name")) var source: String?
        @Option(help: ArgumentHelp("alert or case (default: guessed).", valueName: "kind")) var kind: String?

        func run() throws {
            let known = try kind.map(Self.recordKind)
            let input = try InputFile(file)
            defer { input.remove() }
            let draft = try ProfileDraft(of: Export(path: input.path, name: input.name))
            Terminal.say(draft.yaml(source: source, kind: known))
            guard draft.missing.isEmpty else {
                let missing = draft.missing.joined(separator: " and ")
                Terminal.error("\(input.name): no path was found for \(missing): fill in the lines marked TODO")
                throw ExitStatus.notMet
            }
        }

        private static func recordKind(_ word: String) throws -> RecordKind {
            guard let kind = RecordKind.main.first(where: { $0.word == word }) else {
                throw UsageError.unknownWord(option: "--kind", word: word, known: RecordKind.main.map(\.word))
            }
            return kind
        }
    }
}
