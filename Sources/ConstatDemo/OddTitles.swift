/// Titles that break careless tools: formulas, quotes, commas, line ends, signs beyond ASCII.
enum OddTitles {
    /// A spreadsheet must show it, never run it.
    static let hostile = "=cmd|' /C calc'!A1"

    static let all = [
        hostile,
        "Courriel « Facture n° 2026-114 », pièce jointe \"Règlement.html\", 14 destinataires",
        "🔥 Poste chiffré ? À vérifier d’urgence – ça n’a pas l’air d’un exercice",
        "Deux alertes en une :\nconnexion depuis Nouméa, puis règle de messagerie",
        "User said \"it wasn't me\", twice; see note <b>42</b> & 43",
        "+33 2 00 00 00 00 : appel d’un faux support, poste de l’accueil",
    ]

    /// Gives each odd title to one case, spread over the year; cases with facts keep theirs.
    static func put(into cases: inout [SimulatedCase]) {
        let plain = cases.indices.filter { cases[$0].facts.isEmpty && cases[$0].rootCause == nil }
        for (index, title) in all.enumerated() where !plain.isEmpty {
            cases[plain[plain.count * (index + 1) / (all.count + 1)]].title = title
        }
    }
}
