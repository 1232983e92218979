import ArgumentParser

struct Notify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess incidents, watch legal clocks, write drafts, keep the register. Nothing is ever sent.",
        subcommands: [
            NotifyPlan.self, NotifyAssess.self, NotifyDecide.self, NotifyDue.self, NotifyDraft.self, NotifyCheck.self, NotifyRecord.self,
            NotifyRegister.self,
        ])
}
