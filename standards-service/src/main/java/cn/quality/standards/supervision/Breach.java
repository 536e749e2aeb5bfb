package cn.quality.standards.supervision;

/** What can be found, under which clause, and what follows when it is not corrected in time. */
enum Breach {
    NOT_PUBLISHED("未公开执行的标准", "standards not made public", "标准化法 2017 art. 27, 38", false),
    /** Of a standard of its own: without function or performance indicators, or their test methods. */
    INCOMPLETE("公开内容不完整", "incomplete", "标准化法 2017 art. 27, 38；企业标准化促进办法 art. 12", false),
    OUTDATED("未及时更新", "not updated in time", "标准化法 2017 art. 38；企业标准化促进办法 art. 15", false),
    UNTRUE("公开内容不真实", "untrue", "山东省标准化条例 2020 art. 26, 37", false),
    BELOW_MANDATORY("技术要求低于强制性国家标准", "below a mandatory national standard", "标准化法 2017 art. 21, 39", true),
    NUMBERING("未依法编号", "not numbered as the law asks", "标准化法 2017 art. 42", true);

    private final String zh;
    private final String en;
    private final String basis;
    private final boolean province;

    Breach(String zh, String en, String basis, boolean province) {
        this.zh = zh;
        this.en = en;
        this.basis = basis;
        this.province = province;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    String basis() {
        return basis;
    }

    /** Whether the province decides what follows: it abolishes the standard, or withdraws its number, and publishes that. */
    boolean isTheProvinces() {
        return province;
    }
}
