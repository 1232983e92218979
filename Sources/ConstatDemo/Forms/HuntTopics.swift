extension HuntTopic {
    private init(_ techniques: String, _ english: (title: String, hypothesis: String), _ french: (title: String, hypothesis: String)) {
        self.init(
            title: Phrase(english.title, french.title), hypothesis: Phrase(english.hypothesis, french.hypothesis), techniques: techniques)
    }

    static let all = [
        HuntTopic(
            "T1558.003", ("Roasted service accounts", "Service accounts with weak passwords are asked for in bulk"),
            ("Comptes de service visés", "Des comptes de service au mot de passe faible sont demandés en masse")),
        HuntTopic(
            "T1053.005 T1053.003", ("Tasks that hide", "A planned task survives the cleaning of a host"),
            ("Tâches cachées", "Une tâche planifiée survit au nettoyage d’un poste")),
        HuntTopic(
            "T1528", ("Applications with too many rights", "A user agreed to an application that reads all mail"),
            ("Applications trop permises", "Un utilisateur a accepté une application qui lit toute la messagerie")),
        HuntTopic(
            "T1560.001 T1041", ("Archives at night", "Data are packed on file servers before they leave"),
            ("Archives de nuit", "Des données sont emballées sur les serveurs de fichiers avant de partir")),
        HuntTopic(
            "T1071.004 T1568.002", ("Names nobody types", "A host speaks to its master by name resolution"),
            ("Noms que personne ne tape", "Un poste parle à son maître par la résolution de noms")),
        HuntTopic(
            "T1505.003", ("Web shells in old sites", "A forgotten site holds a file that takes commands"),
            ("Web shells sur d’anciens sites", "Un site oublié contient un fichier qui reçoit des ordres")),
        HuntTopic(
            "T1219", ("Remote tools nobody ordered", "A remote tool was left behind after a false support call"),
            ("Prise en main non demandée", "Un outil de prise en main est resté après un appel d’un faux support")),
        HuntTopic(
            "T1078 T1133", ("Supplier accounts after hours", "Accounts of suppliers are used when nobody ordered work"),
            ("Prestataires hors des heures", "Des comptes de prestataires servent sans intervention demandée")),
        HuntTopic(
            "T1003.001 T1003.003", ("Copies of passwords", "Memory or directory was copied without an alert"),
            ("Copies de mots de passe", "La mémoire ou l’annuaire ont été copiés sans alerte")),
        HuntTopic(
            "T1114.003", ("Mail that is passed on", "A quiet rule sends mail outside"),
            ("Courriels qui sortent", "Une règle discrète envoie des courriels au dehors")),
        HuntTopic(
            "T1547.001 T1546.003", ("What starts by itself", "Something starts with the host that no package put there"),
            ("Ce qui démarre seul", "Quelque chose démarre avec le poste sans venir d’un paquet")),
        HuntTopic(
            "T1021.001 T1021.006", ("From host to host", "Administration sessions begin on hosts of users"),
            ("De poste en poste", "Des sessions d’administration partent de postes d’utilisateurs")),
    ]
}
