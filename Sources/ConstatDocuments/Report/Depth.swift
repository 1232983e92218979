/// How far back a figure is shown: of the period alone; of the one before, too; of every step of the trend.
public enum Depth: Int, Sendable { case now, former, trend }
