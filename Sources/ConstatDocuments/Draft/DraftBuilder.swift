import ConstatModel
import ConstatNotification

/// Puts answers, deadlines and remarks into words.
struct DraftBuilder {
    let data: DraftData
    let words: Words
    let escape: (String) -> String

    var language: Language { words.language }
    private var facts: FactWords { FactWords(data.facts, words, data.zone) }

    /// Whom the draft is for, by which way, and under which article.
    var addressee: [String] {
        let channel = data.regime.channel.map { [$0.name, $0.url, $0.phone].compactMap(\.self).joined(separator: " · ") }
        let lines = [data.regime.authority[language], channel, data.regime.channel?.note?[language]].compactMap(\.self)
        let authority = data.stage.kind == .form ? lines : []
        return authority + [data.stage.article[language]]
    }

    /// What a person has to know before reading on.
    var alerts: [String] {
        let sent = data.sent.map {
            words("draft.sent", ["instant": words.dateTime($0.submittedAt, data.zone), "zone": data.zone.name])
                + ($0.reference.map { escape(" " + words("draft.reference", ["reference": $0])) } ?? "")
        }
        return [data.isOpen ? nil : words("draft.notOpen"), sent, data.stage.note?[language]].compactMap(\.self)
    }

    /// None when nothing is missing.
    var missing: [DraftPage.Section] {
        let names = data.answers.filter(\.isMissing).map(name)
        return names.isEmpty
            ? []
            : [
                DraftPage.Section(
                    title: words("draft.missingTitle", ["count": "\(names.count)"]), lines: names)
            ]
    }

    /// A line that says that nothing is missing.
    var complete: [String] { data.answers.contains(where: \.isMissing) ? [] : [words("draft.missingNone")] }

    /// Readings of open points that hold here.
    var settings: [String] {
        guard data.stage.hasFile else { return [] }
        return data.regime.settings.map { setting in
            "\(data.regime.id).\(setting.id): \(data.regime.setting(setting.id, data.facts.entity) ?? setting.usual). \(setting.note[language]) "
                + "(\(setting.article[language]) · \(words("draft.confidence", ["mark": setting.confidence])))"
        }
    }

    var applicable: [String] {
        let maybe = data.answers.count { $0.duty == .ifApplicable && !$0.isKnown }
        return maybe == 0 ? [] : [words("draft.applicableTitle", ["count": "\(maybe)"])]
    }

    /// What an authority would object to; what is missing is listed above.
    var remarks: [DraftPage.Section] {
        let lines = data.remarks.filter { $0.kind != .missing }.map { remark in
            "\(remark.number)\(words("colon")) \(remark.problem[language])" + (remark.source.map { " · \($0[language])" } ?? "")
                + (remark.isFault ? "" : " (\(words("draft.notEstablished")))")
        }
        return lines.isEmpty ? [] : [DraftPage.Section(title: words("draft.remarksTitle"), lines: lines)]
    }

    var changes: [DraftPage.Section] {
        guard let previous = data.previous, !previous.facts.isEmpty else { return [] }
        let stage = data.regime.stage(previous.stage)?.title[language] ?? previous.stage
        let title = words(
            "draft.changesTitle", ["stage": stage, "instant": words.dateTime(previous.submittedAt, data.zone), "zone": data.zone.name])
        let lines = data.changes.map { change in
            let id = change.answer.factID ?? ""
            // Free words stand in full at their field; a closed list is short, and its difference may be its end.
            func short(_ text: String) -> String { data.facts.catalogue[id]?.list == nil ? text.shortened : text }
            let now = change.answer.fact.map { short(facts.text($0.value, of: id)) } ?? words("draft.unknown")
            let before = change.before.map { short(facts.text(plain: $0, of: id)) } ?? words("draft.unknown")
            return name(change.answer) + words("colon") + " " + escape("\(before) → \(now)")
        }
        return [DraftPage.Section(title: title, lines: lines.isEmpty ? [words("draft.changesNone")] : lines)]
    }

    private func name(_ answer: FieldAnswer) -> String {
        [answer.request.number, answer.request.label[language]].compactMap(\.self).joined(separator: " ")
    }

    /// The fields under their headings; a heading without fields is none.
    var groups: [DraftPage.Group] {
        guard data.stage.kind == .form else {
            return [DraftPage.Group(title: words("draft.sourcesTitle"), fields: data.answers.map(field))]
        }
        let known = data.regime.groups.map { group in
            DraftPage.Group(title: group.title[language], fields: data.answers.filter { $0.request.group == group.id }.map(field))
        }
        let rest = DraftPage.Group(title: words("draft.fieldsTitle"), fields: data.answers.filter { $0.request.group == nil }.map(field))
        return (known + [rest]).filter { !$0.fields.isEmpty }
    }

    /// Each answer, or its mark, by the id of its field.
    var values: [String: String] {
        Dictionary(data.answers.map { ($0.request.id, field($0).value) }) { first, _ in first }
    }

    func field(_ answer: FieldAnswer) -> DraftPage.Field {
        let request = answer.request
        let state = answer.isKnown ? "known" : answer.isMissing ? "missing" : answer.duty == .notRequired ? "not" : "maybe"
        let condition = request.condition.map { [$0[language]] } ?? []
        let basis = answer.fact?.basis.map { [words("draft.basis.\($0.rawValue)")] } ?? []
        let origin = answer.word == nil ? answer.fact.map { [self.origin($0.origin)] } ?? [] : [words("draft.origin.regime")]
        return DraftPage.Field(
            label: request.label[language], number: [request.number].compactMap(\.self), value: text(answer) ?? words("draft.\(state)"),
            source: ([request.article[language], words("draft.confidence", ["mark": request.confidence])] + basis + origin + condition)
                .joined(separator: " · "),
            state: state)
    }

    private func text(_ answer: FieldAnswer) -> String? {
        answer.word?[language] ?? answer.fact.map { escape(facts.text($0.value, of: answer.factID, list: answer.request.list)) }
    }

    private func origin(_ origin: Fact.Origin) -> String {
        switch origin {
        case .history(let field):
            words(
                "draft.origin.history", ["field": told(field), "receipt": "\(data.receipt)", "row": "\(data.row)"])
        case .person(let source, let at):
            [words("draft.origin.person"), source.map(escape), at.map { words.dateTime($0, data.zone) }].compactMap(\.self)
                .joined(separator: ", ")
        case .computed(let from, let to): words("draft.origin.computed", ["from": label(from), "to": label(to)])
        case .configuration(let field): words("draft.origin.configuration", ["field": field])
        }
    }

    /// What history calls a field, in words.
    private func told(_ field: String) -> String {
        data.facts.catalogue[field]?.label[language] ?? words.word("draft.ofCase", words.word("milestone", field))
    }

    func label(_ fact: String) -> String { data.facts.catalogue[fact]?.label[language] ?? fact }

    /// The paragraphs that belong into the letter, with their answers or a visible mark.
    var letter: [DraftPage.Paragraph] {
        data.stage.letter.filter { $0.holds(data.facts) }.map { paragraph in
            // In one pass: a value that holds a name in braces is not filled in again.
            let text = paragraph.text[language].replacing(/\{([A-Za-z0-9]+)\}/) { match in
                data.answers.first { $0.request.id == match.1 }.map(inLetter) ?? String(match.0)
            }
            return DraftPage.Paragraph(heading: paragraph.isHeading ? [text] : [], text: paragraph.isHeading ? [] : [text])
        }
    }

    /// An answer as a letter has it, with the word for an estimate, or a visible mark.
    private func inLetter(_ answer: FieldAnswer) -> String {
        if let word = answer.word { return word[language] }
        guard let fact = answer.fact else { return words("draft.missingFact", ["label": answer.request.label[language]]) }
        let text = escape(facts.plainly.text(fact.value, of: answer.factID, list: answer.request.list))
        return text + (fact.basis == .estimate ? " (\(words("draft.basis.estimate")))" : "")
    }
}

extension String {
    /// The first words of a long text: the whole stands at its field.
    fileprivate var shortened: String { count <= 120 ? self : prefix(110).trimmingLastWord + " […]" }
}

extension Substring {
    fileprivate var trimmingLastWord: String { lastIndex(of: " ").map { String(self[..<$0]) } ?? String(self) }
}
