package cn.quality.credit.archive;

/** Severity class of misconduct (总局令第107号): decides whether it is published, and for how long. */
public enum Severity {
    MINOR("轻微"),
    GENERAL("一般"),
    SERIOUS("严重");

    /** As tables of departments name it. */
    final String label;

    Severity(String label) {
        this.label = label;
    }
}
