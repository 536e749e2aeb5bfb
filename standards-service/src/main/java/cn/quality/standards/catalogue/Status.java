package cn.quality.standards.catalogue;

/** What public platforms show: 即将实施, 现行, 被代替, 废止. */
public enum Status {
    UPCOMING("即将实施", "not yet in force"),
    IN_FORCE("现行", "in force"),
    REPLACED("被代替", "replaced"),
    ABOLISHED("废止", "abolished");

    private final String zh;
    private final String en;

    Status(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
