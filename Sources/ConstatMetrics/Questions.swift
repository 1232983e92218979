import ConstatModel

/// Some questions that must all be answered with yes, without an array: a copy counts no references.
struct Questions {
    private let first, second, third: Question
    private let count: Int

    /// - Parameter conditions: three questions at most.
    init(_ conditions: [Condition], of kind: RecordKind) {
        let questions = conditions.flatMap { Question.all($0, of: kind) }
        precondition(questions.count <= 3, "a metric asks three questions of a record at most")
        func question(_ index: Int) -> Question { index < questions.count ? questions[index] : .any }
        (first, second, third, count) = (question(0), question(1), question(2), questions.count)
    }

    /// Whether there is none.
    var isEmpty: Bool { count == 0 }

    /// The first answer that is not yes.
    @inline(__always)
    func answer(_ answers: Answers, _ view: ColumnView, _ row: Int) -> Answer {
        if count > 0, case let answer = answers.answer(first, view, row), !answer.isYes { return answer }
        if count > 1, case let answer = answers.answer(second, view, row), !answer.isYes { return answer }
        return count > 2 ? answers.answer(third, view, row) : .yes
    }
}
