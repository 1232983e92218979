import ArgumentParser
import ConstatModel
import ConstatStore
import Foundation

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a workspace: constat.yaml, an empty store, folders.\n\nExample:\n  constat init soc")
    @Argument(help: "The folder.") var folder = "."

    func run() throws {
        try Files.makeFolder(folder)
        let home = URL(fileURLWithPath: folder)
        let configuration = home.appendingPathComponent("constat.yaml").path
        if FileManager.default.fileExists(atPath: configuration) {
            Terminal.note("\(configuration) is there already and stays as it is")
        } else {
            try Files.write(Self.template, to: configuration)
        }
        _ = try Store.open(creating: home.appendingPathComponent("constat.sqlite").path)
        for name in ["exports", "reports", "evidence", "drafts", "Profiles"] {
            try Files.makeFolder(home.appendingPathComponent(name).path)
        }
        Terminal.say("\(folder): next, put exports into exports/ and run: constat import exports/FILE")
    }

    private static let template = """
        # Constat workspace: who is measured, against which targets.
        organisation: My SOC
        zone: Europe/Paris              # days and months of reports
        language: en                    # en or fr
        # classification: TLP:AMBER
        tenants:
          main:
            name: My organisation
            regimes: [nis2, gdpr]       # nis2, dora, gdpr
            entity: {country: FR}       # answers for drafts: name, type, lei, contactName, contactEmail …
        privacy:                        # keep, pseudonymise or drop: assignee, title, rootCause, category, number, facts, facts.NAME, raw
          assignee: pseudonymise        # names of analysts; the secret is constat.key beside the store
          # raw: drop                   # the text of refused rows, which may hold names
        # calendar:                     # when you work: business hours then stand beside the wall clock; tenants may have their own
        #   country: FR                 # public holidays; closed: [2026-12-24] adds days of your own
        #   hours: {weekdays: 09:00-12:30 13:30-18:00}
        targets:                        # per metric: one value, or one per severity; a list of them with from: 2026-01-01 changes it
          time-to-acknowledge: {critical: 15 min, high: 30 min, medium: 2 h, low: 8 h}
          time-to-resolve: {critical: 24 h, high: 72 h, medium: 7 d, low: 14 d}

        """
}
