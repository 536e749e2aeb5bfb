package cn.quality.standards.catalogue;

/** GB/T 20000.2: identical, modified, not equivalent to the international standard. */
enum AdoptionDegree {
    IDT,
    MOD,
    NEQ
}
