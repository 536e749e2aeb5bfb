package cn.quality.standards.number;

/**
 * Whose standard it is: the five levels of 标准化法 2017 art. 2, the standards that national ones adopt, and what has numbers
 * alike but rules of its own.
 */
public enum Level {
    NATIONAL("国家标准"),
    INDUSTRY("行业标准"),
    LOCAL("地方标准"),
    GROUP("团体标准"),
    ENTERPRISE("企业标准"),
    INTERNATIONAL("国际标准"),
    /** Of another country or region: EN, DIN, JIS, ASTM. */
    FOREIGN("国外标准"),
    /** 国家军用标准, left to the rules of the State Council and the military (标准化法 art. 44). */
    MILITARY("国家军用标准"),
    /** 计量检定规程 and 计量技术规范 under the Metrology Law: regulations, no standards of the Standardization Law. */
    METROLOGY("计量技术规范");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
