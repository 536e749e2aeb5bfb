package cn.quality.credit.archive;

/** Who may see a record. */
public enum Disclosure {
    /** 公开公示 */
    PUBLIC,
    /** 授权查询: with the enterprise's consent. */
    AUTHORISED,
    /** 政务共享: departments among themselves. */
    GOVERNMENT
}
