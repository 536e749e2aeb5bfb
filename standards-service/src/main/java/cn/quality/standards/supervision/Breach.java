package cn.quality.standards.supervision;

/** What can be found, under which clause, and what follows when it is not corrected in time. */
enum Breach {
    NOT_PUBLISHED("未公开执行的标准", "标准化法 2017 art. 27, 38", false),
    /** Of a standard of its own: without function or performance indicators, or their test methods. */
    INCOMPLETE("公开内容不完整", "标准化法 2017 art. 27, 38；企业标准化促进办法 art. 12", false),
    OUTDATED("未及时更新", "标准化法 2017 art. 38；企业标准化促进办法 art. 15", false),
    UNTRUE("公开内容不真实", "山东省标准化条例 2020 art. 26, 37", false),
    BELOW_MANDATORY("技术要求低于强制性国家标准", "标准化法 2017 art. 21, 39", true),
    NUMBERING("未依法编号", "标准化法 2017 art. 42", true);

    private final String zh;
    private final String basis;
    private final boolean province;

    Breach(String zh, String basis, boolean province) {
        this.zh = zh;
        this.basis = basis;
        this.province = province;
    }

    String zh() {
        return zh;
    }

    String basis() {
        return basis;
    }

    /** Whether the province decides what follows: it abolishes the standard, or withdraws its number, and publishes that. */
    boolean isTheProvinces() {
        return province;
    }
}
