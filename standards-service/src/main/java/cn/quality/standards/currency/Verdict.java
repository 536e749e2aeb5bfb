package cn.quality.standards.currency;

/** What became of a number, in the words of a certificate. */
enum Verdict {
    CURRENT("现行", "in force"),
    UPCOMING("即将实施", "not yet in force"),
    REPLACED("被代替", "replaced"),
    ABOLISHED("废止", "abolished"),
    NOT_FOUND("目录未收录", "not in the catalogue"),
    UNREADABLE("编号无法识别", "no standard number");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
