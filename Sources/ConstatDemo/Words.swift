/// How grave an alert or a case is, with the shares of a believable year.
enum Severity: Int {
    case low = 1
    case medium, high, critical

    var word: String { "\(self)" }

    /// About 58, 27, 12 and 3 in a hundred alerts.
    static func draw(_ random: inout SplitMix64) -> Severity {
        switch random.fraction() {
        case ..<0.58: .low
        case ..<0.85: .medium
        case ..<0.97: .high
        default: .critical
        }
    }
}

enum Verdict: String {
    case truePositive = "true-positive"
    case benign = "benign-true-positive"
    case falsePositive = "false-positive"
    case undetermined
}

/// What a rule looks for; each tool has its own word for it.
enum Category: String {
    case phishing, malware, credential, intrusion, exfiltration, policy, availability

    /// The classification that DFIR-IRIS ships, after the MISP taxonomy of incidents.
    var irisClassification: (id: Int, name: String, expanded: String) {
        switch self {
        case .phishing: (30, "fraud:phishing", "Fraud: Phishing")
        case .malware: (10, "malicious-code:malware", "Malicious Code: Malware")
        case .credential: (18, "intrusion-attempts:login-attempts", "Intrusion Attempts: Login Attempts")
        case .intrusion: (20, "intrusions:system-compromise", "Intrusions: System Compromise")
        case .exfiltration: (26, "information-content-security:data-leak", "Information Content Security: Data Leak")
        case .policy: (34, "other:other", "Other: Other")
        case .availability: (22, "availability:outage", "Availability: Outage")
        }
    }
}

/// Who noticed first.
enum Discovery: String {
    case `internal`, external
}

/// Times a person typed wrong or a clock got wrong.
enum ClockFault {
    case closedBeforeRaised, startedAfterRaised
}
