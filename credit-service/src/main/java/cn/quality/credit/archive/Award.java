package cn.quality.credit.archive;

/** What an honour of the brand resource library (品牌发展资源库) is. */
public enum Award {
    /** 中国质量奖 */
    CHINA_QUALITY_AWARD,
    /** 省长质量奖 */
    GOVERNOR_QUALITY_AWARD,
    /** 市长质量奖 */
    MAYOR_QUALITY_AWARD,
    /** 县(区)长质量奖 */
    COUNTY_QUALITY_AWARD,
    /** 名牌产品 */
    FAMOUS_PRODUCT,
    /** 服务名牌 */
    FAMOUS_SERVICE,
    /** 驰名、著名商标 */
    FAMOUS_TRADEMARK,
    /** 老字号 */
    TIME_HONOURED_BRAND,
    /** 地理标志 */
    GEOGRAPHICAL_INDICATION,
    /** 质量标杆、标准化良好行为 and the like */
    OTHER
}
