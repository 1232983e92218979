import ConstatModel

extension DraftRule {
    /// All roles, in the order in which paths are given away: each path has one.
    static let all: [DraftRule] = [id] + times + texts

    /// What belongs to somebody else than the record.
    private static let foreign = """
        account, agent, asset, assignee, author, browser, certificate, client, comment, connector, creator, customer, device, domain,
        endpoint, file, group, groupe, host, hostname, note, organisation, organization, owner, password, playbook, policy, process,
        regle, reporter, rule, sensor, session, subscription, team, template, tenant, user, users, workspace
        """

    private static let id = DraftRule(
        .field(.id), .unique,
        """
        id, uuid, guid, uid, alert id, incident id, case id, ticket id, issue id, finding id, detection id, event id, sys id, key,
        issue key, alert key, identifier, identifiant, cle, cle ticket, number, numero, incident number, case number, ticket number,
        reference, ref
        """,
        alone: "no, nr, num, code, ticket, incident, alert, alerte, case, dossier, issue",
        not: foreign + ", parent, related, duplicate, correlation, merged")

    /// Milestones, and when a record last changed. The day a record is due is none of them.
    private static let times: [DraftRule] = [
        DraftRule(
            .milestone(.raised), .times,
            """
            created, creation, cree, creee, opened, open, ouverture, ouvert, ouverte, raised, detected, detection, detecte, detectee,
            reported, generated, received, reception, recu, recue, submitted, soumis, signalement, signale, logged, registered, alert,
            alerte, event, incident, timestamp, horodatage
            """,
            alone: "date, time, datetime, heure, when, start, started, begin, debut",
            not: foreign + ", by, due, sla, updated, modified, count, first, last"),
        DraftRule(
            .milestone(.firstActivity), .times,
            """
            first activity, first event, first seen, first observed, first occurrence, occurred, occurrence, survenu, survenue,
            survenance, incident start, event start, activity start, attack start, earliest event, earliest activity, apparition, start,
            debut
            """,
            not: foreign + ", due, sla"),
        DraftRule(
            .milestone(.acknowledged), .times,
            """
            acknowledged, acknowledge, acknowledgement, ack, first response, responded, triaged, triage, first touch, first action,
            prise en charge, pris en charge, prise en compte, pris en compte, first assigned, assigned, assignation, affectation,
            attribution, investigation started, accepted
            """,
            not: "by, due, sla, user, target, last"),
        DraftRule(
            .milestone(.contained), .times,
            "contained, containment, isolated, isolation, mitigated, mitigation, confine, confinement, endigue, endiguement, isolement",
            not: "by, due, sla, target"),
        DraftRule(.milestone(.eradicated), .times, "eradicated, eradication", not: "by, due, sla, target"),
        DraftRule(
            .milestone(.recovered), .times, "recovered, recovery, restored, retabli, retablissement, restauration",
            not: "by, due, sla, target"),
        DraftRule(.milestone(.reopened), .times, "reopened, reopen, re opened, rouvert, reouverture", not: "by, due, sla, count"),
        DraftRule(
            .milestone(.firstClosed), .times, "first closed, first closure, first resolved, first resolution, premiere cloture",
            not: "by, due, sla"),
        DraftRule(
            .milestone(.lastClosed), .times,
            """
            resolved, resolution, solved, solve, resolu, resolue, closed, close, closure, closing, cloture, cloturee, clos, fermeture,
            ferme, fermee, completed, completion, finished, last closed, ended, end, fin, termine, terminee
            """,
            not: "by, due, sla, target, first, expected, estimated, objectif, echeance, limite, event, activity, depasse, user, note"),
        DraftRule(
            .field(.updated), .times,
            """
            updated, last updated, modified, last modified, modification, derniere modification, mise a jour, derniere mise a jour, maj,
            update, last update, changed, last changed, last change, edited, modifie, modifiee
            """,
            not: foreign + ", by"),
    ]

    private static let texts: [DraftRule] = [
        DraftRule(
            .field(.number), .distinct,
            """
            number, incident number, case number, ticket number, alert number, numero, display id, friendly id, short id, human id,
            ticket id, case id, incident id, key, issue key, reference, ref
            """,
            alone: "no, nr, num, code", not: foreign + ", parent, related, count, phone, port, serial, version"),
        DraftRule(
            .field(.severity), .words,
            """
            severity, gravite, severite, criticality, criticite, priority, priorite, threat level, risk level, urgency, urgence
            """,
            alone: "level, niveau, impact, risk, risque, sev, prio, rating", not: "rule, regle, confidence, count, asset, host, user"),
        DraftRule(
            .field(.status), .words,
            "status, statut, workflow status, workflow state, incident state, alert state, case state, ticket state, current state",
            alone: "state, etat, stage, phase, etape, avancement, step, workflow",
            not: """
                sla, sync, http, agent, host, device, user, rule, connection, health, scan, sensor, approval, count, connector, verdict,
                resolution, country, address
                """),
        DraftRule(
            .field(.verdict), .words,
            """
            verdict, disposition, classification, determination, qualification, true positive, resolution status, resolution code,
            close code, close reason, closure reason, closing reason, closure code, close classification, motif cloture, raison cloture,
            code cloture
            """,
            alone: "resolution, conclusion, outcome, result, resultat, reason, raison, motif, decision, resolution type",
            not: "data, sla, query, count"),
        DraftRule(
            .field(.title), .text,
            """
            title, titre, summary, resume, subject, sujet, objet, headline, intitule, short description, alert name, incident name,
            case name, ticket name, event name, detection name, libelle, alert display name, display name
            """,
            alone: "name, nom", not: foreign + ", sub, count"),
        DraftRule(
            .field(.rule), .short,
            """
            rule, rule name, regle, nom regle, detection rule, alert rule, analytic rule, correlation rule, signature, signature name,
            detection, detection name, use case, scenario, rule title, search name, query name, policy name
            """,
            alone: "detector, rule id, signature id, alert type, type alerte, policy",
            not: "level, severity, groups, description, version, count, status, host, user, type"),
        DraftRule(
            .field(.assignee), .short,
            """
            assignee, assigned to, assigned user, assigned analyst, assigned, analyst, analyste, owner, handler, assigne, assigne a,
            attribue, attribue a, affecte, affecte a, technicien, technician, responsable, proprietaire
            """,
            alone: "agent, operator, investigator, pris en charge par, traite par",
            not: "group, groupe, team, equipe, id, count, rule, asset, device, host, at, date, type, process, file"),
        DraftRule(
            .field(.tenant), .few,
            """
            tenant, customer, client, organization, organisation, company, entity, entite, societe, filiale, business unit, tenant id,
            customer id, org
            """,
            alone: "site, account, account name, workspace, department",
            not: "user, ip, version, type, os, host, browser, count, address, email, contact"),
        DraftRule(
            .field(.caseID), .short,
            "incident id, case id, parent case, parent incident, related case, related incident, incident number, case number, ticket id",
            alone: "incident, case, parent, dossier", not: "count, status, type, rule, user"),
        DraftRule(.field(.techniques), .techniques, "technique, mitre, attack, ttp, tag, label, techniques, ttps, tags, labels"),
    ]
}
