package cn.quality.credit.rules;

/** Severity class of misconduct (总局令第107号): decides whether it is published, and for how long. */
public enum Severity {
    MINOR("轻微"),
    GENERAL("一般"),
    SERIOUS("严重");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** As tables of departments name it. */
    public String label() {
        return label;
    }
}
