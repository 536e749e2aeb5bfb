package cn.quality.credit.archive;

/** Severity class of misconduct (总局令第107号): decides whether it is published, and for how long. */
public enum Severity {
    MINOR,
    GENERAL,
    SERIOUS
}
