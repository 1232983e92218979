/// The nested parts of a case of DFIR-IRIS.
extension IrisCases {
    func writeSeverity(_ severity: Severity, _ json: inout JSONText) {
        let name = ["Low", "Medium", "High", "Critical"][severity.rawValue - 1]
        json.field("severity_id", severity.rawValue + 2)
        json.object("severity") { json in
            json.field("severity_id", severity.rawValue + 2)
            json.field("severity_name", name)
            json.field("severity_description", name)
        }
    }

    func writePeople(_ incident: SimulatedCase, _ json: inout JSONText) {
        json.field("client_id", 2)
        json.object("client") { json in
            json.field("customer_id", 2)
            json.field("customer_name", customer)
            json.null("customer_sla")
        }
        for role in ["owner", "user"] {
            json.field("\(role)_id", incident.analyst + 1)
            json.object(role) { json in
                json.field("id", incident.analyst + 1)
                json.field("user_login", Wording.analyst(incident.analyst))
            }
        }
        json.null("reviewer")
    }

    func writeClassification(_ category: Category, _ json: inout JSONText) {
        let classification = category.irisClassification
        json.field("classification_id", classification.id)
        json.object("classification") { json in
            json.field("id", classification.id)
            json.field("name", classification.name)
            json.field("name_expanded", classification.expanded)
        }
    }

    func writeHistory(_ incident: SimulatedCase, _ json: inout JSONText) {
        let changes = [
            (incident.raised, "case created"), (incident.firstClosed, "case closed"),
            (incident.reopened, "case reopened"),
        ]
        json.object("modification_history") { json in
            for (instant, action) in changes {
                guard let instant else { continue }
                json.object("\(instant / .second).\(TimeText.padded(Int(instant % .second), 3))") { json in
                    json.field("user", Wording.analyst(incident.analyst))
                    json.field("user_id", incident.analyst + 1)
                    json.field("action", action)
                }
            }
        }
    }

    func writeAttributes(_ incident: SimulatedCase, _ json: inout JSONText) {
        let start = incident.fault == .startedAfterRaised ? incident.raised + 5 * .hour : incident.firstActivity
        let native = [CustomField("first-activity", at: start), CustomField("acknowledged", at: incident.acknowledged)]
            .compactMap { $0 }
        let survivor = incident.mergedInto.map { history.ids[$0] }
        json.object("custom_attributes") { json in
            json.object("Constat") { json in
                for field in native + incident.customFields(mergedInto: survivor) {
                    json.object(field.name) { json in
                        // As IRIS keeps an attribute: the kind of its form field, and the value.
                        json.field("type", "input_string")
                        json.field("mandatory", false)
                        switch field.value {
                        case .text(let text): json.field("value", text)
                        case .number(let number): json.field("value", number)
                        case .instant(let instant): json.field("value", TimeText.iso(instant))
                        }
                    }
                }
            }
        }
    }
}
