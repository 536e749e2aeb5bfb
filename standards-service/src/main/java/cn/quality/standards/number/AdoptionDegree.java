package cn.quality.standards.number;

/** GB/T 20000.2: identical, modified, not equivalent to the international standard. */
public enum AdoptionDegree {
    IDT,
    MOD,
    NEQ
}
