import ConstatTesting
import Foundation
import Testing

struct SourcesDraftTests {
    private let folder: TemporaryFolder
    private let tool: Tool

    init() throws {
        folder = try TemporaryFolder()
        tool = Tool(folder: folder.url.path)
    }

    @Test func `a draft passes the check and reads its own export`() throws {
        let rows = (1...2).map { #"{"uuid":"x\#($0)","opened":"2026-10-0\#($0)T08:00:00Z","state":"open"}"# }
        try folder.write(rows.joined(separator: "\n"), to: "export.ndjson")
        let draft = try tool("sources", "draft", "export.ndjson", "--source", "mytool", "--kind", "case")
        #expect(draft.code == 0 && draft.error.isEmpty)
        try folder.write(draft.output, to: "mine.yaml")
        #expect(try tool("sources", "check", "mine.yaml").output == "mine.yaml: good (mytool, cases, version 1)\n")
        #expect(try tool("import", "export.ndjson", "--profile", "mine.yaml", "--dry-run").output.contains("2 stored"))
    }

    @Test func `a draft that lacks something ends with 1 and says what`() throws {
        try folder.write(#"{"id":"1","status":"open"}"#, to: "export.ndjson")
        let result = try tool("sources", "draft", "export.ndjson")
        #expect(result.code == 1)
        #expect(result.error == "Error: export.ndjson: no path was found for raised: fill in the lines marked TODO\n")
        #expect(result.output.contains("\n  # raised: "))
    }

    @Test func `a kind that is none is wrong usage`() throws {
        try folder.write(#"{"id":"1"}"#, to: "export.ndjson")
        #expect(try tool("sources", "draft", "export.ndjson", "--kind", "hunt").code == 64)
    }
}
