package cn.quality.standards.number;

/** Whether one must follow a standard. Group and enterprise standards have none: nobody but their users is bound. */
public enum Nature {
    MANDATORY,
    RECOMMENDED,
    GUIDE
}
