package cn.quality.standards.supervision;

/** What an act does to what the public sees, and so to what is told to other services. */
enum Publicity {
    UNCHANGED,
    BEGINS,
    ENDS
}
