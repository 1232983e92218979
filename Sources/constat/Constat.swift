import ArgumentParser
import ConstatModel
import Foundation

@main
struct Constat: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "constat",
        abstract: "Turn a SOC's case and alert histories into figures anyone can recompute.",
        discussion: """
            Offline: nothing leaves this machine, nothing is ever sent to an authority.

            Example:
              constat import cases.json alerts.ndjson
              constat metrics --period 2026-10
            """,
        version: version,
        subcommands: [
            Demo.self, Init.self, Import.self, Sources.self, Receipts.self, PurgeCommand.self, Metrics.self, FreezeCommand.self,
            Restatements.self, Incident.self, Controls.self, Report.self,
            Evidence.self, Verify.self, Keys.self, Notify.self, Serve.self, Doctor.self,
        ]
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as any ExplainedError {
            Terminal.error(error.explanation)
            exit(withCode: error.exitCode)
        } catch let status as ExitStatus {
            exit(withCode: status)
        } catch {
            exit(withError: error)
        }
    }

    private static func exit(withCode status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
}

extension ExitStatus: Error {}
