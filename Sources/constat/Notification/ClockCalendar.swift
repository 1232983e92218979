import ConstatModel
import ConstatNotification

/// Deadlines as an iCalendar file (RFC 5545): one event a stage, with an alarm before it.
struct ClockCalendar {
    let clocks: [Notifying.Running]
    let asOf: Instant
    let language: Language

    var text: String {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Constat//\(Constat.version)//EN", "CALSCALE:GREGORIAN"]
        let lines = head + clocks.flatMap(event) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ running: Notifying.Running) -> [String] {
        let (record, clock) = (running.record, running.clock)
        let name = "\(clock.regime.id.uppercased()) \(clock.stage.title[language]), \(record.tenant) #\(record.number ?? record.native)"
        let names = [record.source, record.tenant, record.native, clock.regime.id, clock.stage.id]
        let id = Digest.hex(of: names.joined(separator: "\n")).prefix(32)
        let projected = language == .fr ? "projeté" : "projected"
        return [
            "BEGIN:VEVENT", "UID:\(id)@constat", "DTSTAMP:\(Self.utc(asOf))", "DTSTART:\(Self.utc(clock.limit))",
            "SUMMARY:\(Self.escaped(name + (clock.state == .projected ? " (\(projected))" : "")))",
            "DESCRIPTION:\(Self.escaped("\(clock.deadline.rule.article[language]) · \(clock.deadline.rule.id)"))",
            "STATUS:\(clock.state == .projected ? "TENTATIVE" : "CONFIRMED")", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
            "DESCRIPTION:\(Self.escaped(name))", "TRIGGER:-PT2H", "END:VALARM", "END:VEVENT",
        ]
    }

    /// `20261009T053500Z`.
    private static func utc(_ instant: Instant) -> String { String(instant.iso.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z" }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\n", with: "\\n")
    }

    /// No line is longer than 75 bytes; a letter is never cut.
    private static func folded(_ line: String) -> String {
        var (folded, length) = ("", 0)
        for character in line {
            if length + character.utf8.count > 74 { (folded, length) = (folded + "\r\n ", 1) }
            folded.append(character)
            length += character.utf8.count
        }
        return folded
    }
}
