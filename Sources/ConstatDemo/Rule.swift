/// A detection rule of a tenant; its number and identifiers are the same whatever the seed.
struct Rule {
    let title: String
    /// An ATT&CK technique id; empty when the rule maps to none.
    let technique: String
    let category: Category
    var severity = Severity.low
    var number = 0
    /// What it is called everywhere, and what this installation of it is called: lower-case UUIDs.
    var uuid = ""
    var instance = ""

    init(_ title: String, _ technique: String, _ category: Category) {
        (self.title, self.technique, self.category) = (title, technique, category)
    }

    /// How far this rule's share of false positives lies from that of its severity.
    var noise: Double { number % 3 == 0 ? 0.1 : number % 3 == 1 ? 0 : -0.1 }
}

/// The rules of a tenant; the first of each severity fire most.
struct RuleBook {
    let rules: [Rule]
    /// Per severity, the rules and the running sum of their weights.
    private let ranked: [[(rule: Rule, upTo: Double)]]

    /// - Parameter name: gives the rules their identifiers, so that they stay the same.
    init(_ name: String, low: [Rule], medium: [Rule], high: [Rule], critical: [Rule]) {
        var random = SplitMix64(seed: 0, stream: name)
        var all: [Rule] = []
        var ranked: [[(rule: Rule, upTo: Double)]] = []
        for (list, severity) in [(low, Severity.low), (medium, .medium), (high, .high), (critical, .critical)] {
            var sum = 0.0
            var block: [(rule: Rule, upTo: Double)] = []
            for (index, draft) in list.enumerated() {
                var rule = draft
                (rule.severity, rule.number) = (severity, all.count)
                (rule.uuid, rule.instance) = (random.uuid(), random.uuid())
                sum += 1 / Double(index + 3)
                all.append(rule)
                block.append((rule, sum))
            }
            ranked.append(block)
        }
        (rules, self.ranked) = (all, ranked)
    }

    /// A rule of a severity drawn by the usual shares.
    func draw(_ random: inout SplitMix64) -> Rule {
        let block = ranked[Severity.draw(&random).rawValue - 1]
        let point = random.fraction() * (block.last?.upTo ?? 0)
        return (block.first { point < $0.upTo } ?? block[0]).rule
    }
}
