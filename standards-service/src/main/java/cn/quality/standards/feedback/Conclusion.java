package cn.quality.standards.feedback;

/** What is to become of a standard (继续有效、修订、废止). */
enum Conclusion {
    KEEP,
    REVISE,
    ABOLISH
}
