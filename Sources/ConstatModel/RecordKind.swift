/// What a record is.
///
/// Of the smaller kinds, the milestone `raised` is when it began, happened or was made, and `lastClosed` when it ended or
/// was done; all else they say is in `Record.facts`, under the names of `values`.
public enum RecordKind: Int, Sendable, CaseIterable {
    /// A single detection; an investigation that may hold several alerts.
    case alert = 1, `case`
    /// What a SOC works with and by. Raw values are stored and never change.
    case playbookRun = 10, hunt, rule, technique, logSource, heartbeat, exercise, training, cover, action, review, indicator
    case match, cost, contract
    /// A stage of a regime that a case must be told by. Never imported: made from cases, clocks and the register.
    case duty = 30

    /// Alerts and cases: what is detected and handled.
    public static let main: [RecordKind] = [.alert, .case]
    /// Whether it is an alert or a case.
    public var isMain: Bool { rawValue < 10 }
    /// Whether an export can hold it.
    public var isImported: Bool { self != .duty }

    /// Whether its title is the name of a thing, not words about a piece of work or a trace of a person.
    public var isNamed: Bool {
        switch self {
        case .playbookRun, .rule, .technique, .logSource, .heartbeat, .training, .exercise, .cost, .contract: true
        case .alert, .case, .hunt, .cover, .action, .review, .indicator, .match, .duty: false
        }
    }

    /// The word in profiles, tables and files, e.g. `log-source`.
    public var word: String {
        switch self {
        case .playbookRun: "playbook-run"
        case .logSource: "log-source"
        default: "\(self)"
        }
    }

    /// What a smaller kind can say besides the fields that all have.
    public var values: [Value] {
        switch self {
        case .alert, .case: []
        case .playbookRun:
            [
                .word("outcome", ["succeeded", "failed", "waiting", "cancelled"]), .text("playbook"), .text("alert"),
                .word("trigger", ["automatic", "manual"]), .number("savedMinutes"),
            ]
        case .hunt:
            [
                .prose("hypothesis"), .word("outcome", ["found", "nothing", "abandoned"]), .number("findings"), .number("rulesBorn"),
                .text("cases"),
            ]
        case .rule:
            [
                .word("state", ["enabled", "disabled", "retired"]), .text("level"), .instant("tested"), .instant("created"),
                .instant("changed"), .instant("requested"), .text("logSource"), .prose("author"),
            ]
        case .technique: [.text("tactics"), .word("deprecated", ["yes", "no"])]
        case .logSource:
            [
                .text("type"), .text("criticality"), .word("expected", ["yes", "no"]), .instant("lastEvent"), .number("silenceMinutes"),
                .number("retentionDays"), .number("eventsPerDay"), .number("unparsedPerDay"),
            ]
        case .heartbeat: [.text("logSource"), .number("events")]
        case .exercise:
            [
                .word("form", ["tabletop", "technical", "red-team", "crisis", "restore"]), .number("findings"), .number("findingsClosed"),
                .number("participants"),
            ]
        case .training: [.text("topic"), .number("invited"), .number("participants"), .number("passed")]
        case .cover: [.number("people"), .word("role", ["on-site", "on-call", "follow-the-sun", "automation"])]
        case .action: [.instant("due"), .word("origin", ["review", "exercise", "hunt", "audit", "incident"])]
        case .review: [.instant("due"), .prose("rootCause"), .prose("outcome")]
        case .indicator: [.text("type"), .instant("validFrom"), .instant("validUntil"), .text("feed"), .instant("searched")]
        case .match: [.text("indicator"), .text("alert"), .text("logSource")]
        case .cost: [.number("amount"), .text("currency"), .word("per", ["year", "month", "case", "alert", "once"])]
        case .contract:
            [
                .text("provider"), .text("scope"), .instant("validFrom"), .instant("validUntil"), .number("price"), .text("currency"),
            ]
        case .duty: [.text("regime"), .text("stage"), .instant("due"), .instant("submitted")]
        }
    }

    /// One thing a smaller kind can say.
    public struct Value: Hashable, Sendable {
        /// The key in `Record.facts`.
        public let name: String
        /// The words it can be; empty for any text.
        public let words: [String]
        /// What the text is.
        public let form: Form

        /// A text as it stands, one of some words, a number with a decimal point, an instant in ISO 8601.
        /// Prose is a text that a person writes freely, and in which persons may be named.
        public enum Form: Sendable { case text, prose, word, number, instant }

        static func text(_ name: String) -> Value { Value(name: name, words: [], form: .text) }
        static func prose(_ name: String) -> Value { Value(name: name, words: [], form: .prose) }
        static func word(_ name: String, _ words: [String]) -> Value { Value(name: name, words: words, form: .word) }
        static func number(_ name: String) -> Value { Value(name: name, words: [], form: .number) }
        static func instant(_ name: String) -> Value { Value(name: name, words: [], form: .instant) }
    }
}
