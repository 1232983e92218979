import ConstatControls
import ConstatModel
import ConstatNotification
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

/// The test vectors of the law: each deadline to the second, across daylight saving, month ends and holidays.
struct DeadlineTests {
    private let regimes: [Regime]
    private let french: WorkingDays
    private let paris = Zone("Europe/Paris") ?? .utc

    init() throws {
        regimes = try Regime.all(in: [House.controls])
        let holidays = try YAMLValue.parse(House.text(House.controls.appendingPathComponent("holidays.yaml")), file: "holidays.yaml")
        french = WorkingDays(try Holidays(holidays, country: "FR"))
    }

    private func stage(_ regime: String, _ stage: String) throws -> Stage {
        try #require(regimes.first { $0.id == regime }?.stage(stage))
    }

    private func clockwork(_ type: String = "insurance_and_reinsurance_undertaking", nis2Class: String? = "none", zone: Zone? = nil)
        -> Clockwork
    {
        Clockwork(zone: zone ?? paris, workingDays: french, entityType: type, nis2Class: nis2Class)
    }

    private func incident(aware: String? = nil, classified: String? = nil) -> Record {
        Record.raised(.at(aware ?? "2026-01-01T00:00:00Z"), .case)
            .with(.aware, aware.map(Instant.at)).with(.classified, classified.map(Instant.at))
    }

    private func sent(_ regime: String, _ stage: String, _ at: String) -> Submission {
        Submission(
            source: "constat", tenant: "acme", native: "A-1", regime: regime, stage: stage, submittedAt: .at(at), reference: nil,
            recordedAt: .at(at))
    }

    @Test(arguments: [
        ("2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z", "2026-03-02T16:00:00Z"),
        ("2026-03-02T10:00:00Z", "2026-03-03T08:00:00Z", "2026-03-03T10:00:00Z"),
        ("2026-03-02T10:00:00Z", "2026-03-03T16:00:00Z", "2026-03-03T20:00:00Z"),
        ("2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z", "2026-03-03T10:00:00Z"),
    ])
    func `DORA initial: 4 h from classification within 24 h of awareness, 4 h alone when classified later`(
        aware: String, classified: String, due: String
    ) throws {
        let deadline = clockwork().deadline(of: try stage("dora", "initial"), incident(aware: aware, classified: classified), [])
        #expect(deadline?.due.iso == due)
    }

    @Test func `DORA initial: before classification awareness and 24 h is the guard rail`() throws {
        let deadline = clockwork().deadline(of: try stage("dora", "initial"), incident(aware: "2026-03-02T10:00:00Z"), [])
        #expect(deadline?.due.iso == "2026-03-03T10:00:00Z")
    }

    @Test func `DORA intermediate: 72 h from the submission of the initial`() throws {
        let stage = try stage("dora", "intermediate")
        #expect(clockwork().deadline(of: stage, incident(), []) == nil)
        let deadline = clockwork().deadline(of: stage, incident(), [sent("dora", "initial", "2026-03-02T15:30:00Z")])
        #expect(deadline?.due.iso == "2026-03-05T15:30:00Z")
    }

    @Test func `DORA final: one month from the latest intermediate, clamped, eased for every entity`() throws {
        let stage = try stage("dora", "final")
        let clamped = clockwork("credit_institution", nis2Class: "essential")
            .deadline(of: stage, incident(), [sent("dora", "intermediate", "2026-01-31T09:00:00Z")])
        #expect(clamped?.due.iso == "2026-02-28T09:00:00Z")
        #expect(clamped?.eased?.iso == "2026-03-02T11:00:00Z")
        let updated = clockwork().deadline(
            of: stage, incident(),
            [
                sent("dora", "intermediate", "2026-03-05T10:00:00Z"), sent("dora", "intermediate", "2026-03-20T14:00:00Z"),
            ])
        // The same time of day in Paris: summer time has begun.
        #expect(updated?.due.iso == "2026-04-20T13:00:00Z")
    }

    @Test func `DORA easing: noon of the next working day, never for the initial of a credit institution`() throws {
        let stage = try stage("dora", "initial")
        let saturday = incident(aware: "2026-03-07T08:00:00Z", classified: "2026-03-07T08:00:00Z")
        #expect(clockwork().deadline(of: stage, saturday, [])?.eased?.iso == "2026-03-09T11:00:00Z")
        #expect(clockwork("credit_institution").deadline(of: stage, saturday, [])?.eased == nil)
        #expect(clockwork(nis2Class: "essential").deadline(of: stage, saturday, [])?.eased == nil)
        #expect(clockwork("credit_institution").deadline(of: stage, saturday, [])?.due.iso == "2026-03-07T12:00:00Z")
        #expect(clockwork(nis2Class: nil).deadline(of: stage, saturday, [])?.eased == nil, "who has not said what it is may be exempt")
    }

    @Test(arguments: [
        ("2026-03-27T15:20:00Z", "early-warning", "2026-03-28T15:20:00Z", "2026-03-28T16:00:00Z"),
        ("2026-03-27T15:20:00Z", "incident-notification", "2026-03-30T15:20:00Z", "2026-03-30T16:00:00Z"),
        ("2026-10-24T08:15:00Z", "early-warning", "2026-10-25T08:15:00Z", "2026-10-25T09:00:00Z"),
        ("2026-10-24T08:15:00Z", "incident-notification", "2026-10-27T08:15:00Z", "2026-10-27T09:00:00Z"),
        ("2026-10-24T08:00:00Z", "early-warning", "2026-10-25T08:00:00Z", "2026-10-25T09:00:00Z"),
    ])
    func `NIS2 hours are elapsed hours from awareness, across daylight saving`(aware: String, stage: String, due: String, latest: String)
        throws
    {
        let deadline = clockwork().deadline(of: try self.stage("nis2", stage), incident(aware: aware), [])
        #expect(deadline?.due.iso == due)
        #expect(deadline?.legalLatest?.iso == latest)
    }

    @Test(arguments: [
        ("2026-01-31T10:00:00Z", "2026-02-28T22:59:59Z", "2026-03-02T22:59:59Z"),
        ("2024-01-30T10:00:00Z", "2024-02-29T22:59:59Z", "2024-02-29T22:59:59Z"),
        ("2026-04-01T10:00:00Z", "2026-05-01T21:59:59Z", "2026-05-04T21:59:59Z"),
        ("2026-10-15T10:00:00Z", "2026-11-15T22:59:59Z", "2026-11-16T22:59:59Z"),
    ])
    func `NIS2 final: one month from the notification, to the end of that day`(submitted: String, due: String, latest: String) throws {
        let deadline = clockwork().deadline(
            of: try stage("nis2", "final-report"), incident(), [sent("nis2", "incident-notification", submitted)])
        #expect(deadline?.due.iso == due)
        #expect(deadline?.legalLatest?.iso == latest)
    }

    @Test func `NIS2 final: after a progress report, one month from the handling of the incident`() throws {
        let stage = try stage("nis2", "final-report")
        let sent = [sent("nis2", "incident-notification", "2026-03-02T10:00:00Z"), sent("nis2", "progress-report", "2026-04-01T10:00:00Z")]
        #expect(clockwork().deadline(of: stage, incident(), sent) == nil)
        let handled = incident().with(.recovered, .at("2026-04-20T10:00:00Z"))
        #expect(clockwork().deadline(of: stage, handled, sent)?.due.iso == "2026-05-20T21:59:59Z")
    }

    @Test func `a trust service provider notifies within 24 h`() throws {
        let stage = try stage("nis2", "incident-notification")
        let aware = incident(aware: "2026-03-02T10:00:00Z")
        #expect(clockwork("trust_service_provider").deadline(of: stage, aware, [])?.due.iso == "2026-03-03T10:00:00Z")
        #expect(clockwork().deadline(of: stage, aware, [])?.due.iso == "2026-03-05T10:00:00Z")
    }

    @Test func `the NIS2 notification counts from awareness, not from the early warning`() throws {
        let aware = incident(aware: "2026-03-02T10:00:00Z")
        let warned = [sent("nis2", "early-warning", "2026-03-03T09:00:00Z")]
        #expect(clockwork().deadline(of: try stage("nis2", "incident-notification"), aware, warned)?.due.iso == "2026-03-05T10:00:00Z")
    }

    @Test func `GDPR: 72 h from awareness`() throws {
        let deadline = clockwork().deadline(of: try stage("gdpr", "initial"), incident(aware: "2026-03-02T10:00:00Z"), [])
        #expect(deadline?.due.iso == "2026-03-05T10:00:00Z")
    }
}
