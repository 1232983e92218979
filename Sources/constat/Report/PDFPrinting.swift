import ConstatModel
import Foundation

/// Prints a page as PDF: by Chromium (tagged, with bookmarks), else by WeasyPrint (with bookmarks).
enum PDFPrinting {
    /// What pages are printed by; nil when nothing is installed.
    static var printer: Program? { Program("chromium", "chromium-browser", "google-chrome", "weasyprint") }

    static func print(_ page: URL, to file: String, asOf: Instant) throws {
        guard let printer else {
            throw UsageError.fault(
                place: "--format pdf", problem: "neither chromium nor weasyprint is installed",
                remedy: "apt install chromium, or: apt install weasyprint; or print the HTML from a browser")
        }
        if printer.name == "weasyprint" {
            try printer.run([page.path, file], toWrite: file)
        } else {
            try print(page, to: file, by: printer)
        }
        try Files.write(dated(Files.bytes(file), asOf), to: file)
    }

    /// Nothing is asked of the network, and nothing is kept.
    private static func print(_ page: URL, to file: String, by chromium: Program) throws(UsageError) {
        let profile = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: profile) }
        // The browser's own cage cannot be built by the superuser.
        let cage = getuid() == 0 ? ["--no-sandbox"] : []
        try chromium.run(
            cage + [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-component-update",
                "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(profile.path)",
                "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=\(file)",
                page.absoluteString,
            ], toWrite: file)
    }

    /// The date of the report in place of that of printing: the same report has the same bytes tomorrow.
    private static func dated(_ bytes: [UInt8], _ asOf: Instant) -> [UInt8] {
        let digits = CivilTime(utc: asOf).iso.filter(\.isNumber).prefix(14)
        var bytes = bytes
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            let key = Array(key.utf8)
            var start = 0
            while let found = bytes[start...].firstRange(of: key) {
                let date = found.upperBound..<min(found.upperBound + 14, bytes.count)
                if bytes[date].allSatisfy({ 48...57 ~= $0 }) { bytes.replaceSubrange(date, with: digits.utf8) }
                start = found.upperBound
            }
        }
        return bytes
    }
}
