import ConstatTesting
import Foundation
import Testing

struct HelpTests {
    private static let commands: [[String]] = [
        ["demo"], ["init"], ["import"], ["sources", "list"], ["sources", "show"], ["sources", "draft"], ["sources", "check"],
        ["receipts", "list"], ["purge"],
        ["receipts", "show"], ["receipts", "rejected"], ["metrics", "table"], ["metrics", "list"], ["metrics", "explain"],
        ["metrics", "page"],
        ["controls", "list"], ["controls", "show"], ["controls", "coverage"], ["controls", "check"], ["report", "write"],
        ["report", "list"], ["report", "check"], ["evidence"], ["serve"],
        ["notify", "plan"], ["notify", "assess"], ["notify", "decide"], ["notify", "draft"], ["notify", "check"], ["notify", "due"],
        ["notify", "record"], ["notify", "register"], ["incident", "facts"], ["incident", "recurring"], ["evidence", "attach"], ["verify"],
        ["doctor"],
    ]

    @Test(arguments: commands)
    func `every command says what it does and shows an example`(command: [String]) throws {
        let tool = Tool(folder: NSTemporaryDirectory())
        let help = try tool.run(command + ["--help"])
        #expect(help.code == 0)
        #expect(help.output.contains("Example:"))
        #expect(help.output.contains("constat \(command[0])"))
    }

    @Test func `the page of metrics is what the catalogue says`() throws {
        let page = try Tool(folder: NSTemporaryDirectory()).run(["metrics", "page"])
        #expect(page.output == House.text(House.root.appendingPathComponent("docs/METRICS.md")), "make record writes it anew")
    }

    @Test(arguments: commands)
    func `every command stands in the manual page`(command: [String]) {
        let page = House.text(House.root.appendingPathComponent("docs/constat.1"))
        #expect(page.contains(".It Em \(command.last ?? "")"))
    }
}
