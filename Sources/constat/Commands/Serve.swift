import ArgumentParser

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the reports in a browser on this machine: read-only, behind a token.",
        discussion: "Example:\n  constat serve --port 8787")
    @OptionGroup var place: WorkspaceOptions
    @Option(help: ArgumentHelp("The port on 127.0.0.1.", valueName: "number")) var port = 8787

    func run() throws {
        guard (1_024...65_535).contains(port) else {
            throw UsageError.misused(option: "--port", problem: "there is no such port", remedy: "write a number from 1024 to 65535")
        }
        // What cannot be read is said now, not in the browser.
        _ = try place.reportMaking("monthly")
        let gate = DashboardGate(token: DashboardGate.makeToken(), port: port)
        try DashboardServer(dashboard: Dashboard(place, gate), port: port).run {
            Terminal.say("http://127.0.0.1:\(port)/?token=\(gate.token)")
            Terminal.note("read-only, on this machine only; end with Ctrl-C")
        }
    }
}
