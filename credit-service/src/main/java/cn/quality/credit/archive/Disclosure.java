package cn.quality.credit.archive;

/** Who may see a record. */
public enum Disclosure {
    PUBLIC("公开公示"),
    /** With the enterprise's consent. */
    AUTHORISED("授权查询"),
    /** Departments among themselves. */
    GOVERNMENT("政务共享");

    /** As tables of departments name it. */
    final String label;

    Disclosure(String label) {
        this.label = label;
    }
}
