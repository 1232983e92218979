import ConstatDocuments
import ConstatModel
import ConstatNotification

/// Deadlines as an iCalendar file (RFC 5545): one event a stage, with an alarm before it.
struct ClockCalendar {
    let clocks: [Notifying.Running]
    let asOf: Instant
    let words: Words

    var text: String {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Constat//\(Constat.version)//EN", "CALSCALE:GREGORIAN"]
        let lines = head + clocks.flatMap(event) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ running: Notifying.Running) -> [String] {
        let (record, clock) = (running.record, running.clock)
        let name =
            "\(words.regime(clock.regime.id)) \(clock.stage.title[words.language]), \(record.tenant) #\(record.number ?? record.native)"
        let names = [record.source, record.tenant, record.native, clock.regime.id, clock.stage.id]
        let id = Digest.hex(of: names.joined(separator: "\n")).prefix(32)
        return [
            "BEGIN:VEVENT", "UID:\(id)@constat", "DTSTAMP:\(Self.utc(asOf))", "DTSTART:\(Self.utc(clock.deadline.due))",
            "SUMMARY:\(Self.escaped(name + (clock.isDuty ? "" : " (\(words("report.clockState.\(clock.state.rawValue)")))")))",
            "DESCRIPTION:\(Self.escaped(description(clock)))",
            "STATUS:\(!clock.isDuty ? "TENTATIVE" : "CONFIRMED")", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
            "DESCRIPTION:\(Self.escaped(name))", "TRIGGER:-PT2H", "END:VALARM", "END:VEVENT",
        ]
    }

    /// The article, and the later instant that the easing allows.
    private func description(_ clock: Clock) -> String {
        let eased = clock.deadline.eased.map { [$0.iso, clock.deadline.easingArticle?[words.language] ?? ""].joined(separator: ", ") }
        return ([clock.deadline.rule.article[words.language], clock.deadline.rule.id] + [eased].compactMap(\.self)).joined(separator: " · ")
    }

    /// `20261009T053500Z`.
    private static func utc(_ instant: Instant) -> String { String(instant.iso.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z" }

    /// Texts come from outside: a line end or another control character would begin a line of its own.
    private static func escaped(_ text: String) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        return plain.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
    }

    /// No line is longer than 75 bytes.
    private static func folded(_ line: String) -> String {
        var (folded, length) = ("", 0)
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 74 { (folded, length) = (folded + "\r\n ", 1) }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded
    }
}
