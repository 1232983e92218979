extension ElasticAlerts {
    /// Where the work on an alert stands, in Kibana's words.
    struct Workflow {
        private var status = "open"
        private var changed: Instant?
        private var reason: String?
        private var tags: [String] = []

        /// - Parameter isTagged: whether the analyst set a tag, as was asked before reasons were kept.
        init(_ alert: SimulatedAlert, _ history: TenantHistory, isTagged: Bool, upgrade: Instant) {
            guard alert.acknowledged != nil || alert.decided != nil else { return }
            (status, changed) = ("acknowledged", alert.acknowledged ?? alert.decided)
            guard let (closed, verdict) = Self.closing(alert, history) else { return }
            (status, changed) = ("closed", alert.lacksAcknowledgement ? nil : closed)
            if closed >= upgrade {
                reason = alert.isDouble ? "duplicate" : verdict.map(Self.reason)
            } else if isTagged {
                tags = alert.isDouble ? ["Duplicate"] : verdict.map { [Self.tag($0)] } ?? []
            }
        }

        /// An alert that belongs to a case is closed with it.
        private static func closing(_ alert: SimulatedAlert, _ history: TenantHistory) -> (Instant, Verdict?)? {
            guard alert.isEscalated else { return alert.decided.map { (alert.closedAgain ?? $0, alert.verdict) } }
            guard let incident = history.caseOf(alert), let closed = incident.lastClosed, closed > alert.raised else {
                return nil
            }
            return (closed, incident.verdict)
        }

        private static func reason(_ verdict: Verdict) -> String {
            switch verdict {
            case .truePositive: "true_positive"
            case .benign: "benign_positive"
            case .falsePositive: "false_positive"
            case .undetermined: "other"
            }
        }

        private static func tag(_ verdict: Verdict) -> String {
            switch verdict {
            case .truePositive: "True Positive"
            case .benign: "Benign Positive"
            case .falsePositive: "False Positive"
            case .undetermined: "Further investigation required"
            }
        }

        /// - Parameter board: the id of the Kibana case the alert was put in.
        func write(board: String?, _ json: inout JSONText) {
            json.field("kibana.alert.workflow_status", status)
            json.field("kibana.alert.workflow_status_updated_at", changed.map(TimeText.iso))
            json.field("kibana.alert.workflow_tags", tags)
            json.field("kibana.alert.workflow_reason", reason)
            json.field("kibana.alert.case_ids", board.map { [$0] } ?? [])
        }
    }
}
