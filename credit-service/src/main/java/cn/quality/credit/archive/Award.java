package cn.quality.credit.archive;

/** What an honour of the brand resource library (品牌发展资源库) is. */
public enum Award {
    CHINA_QUALITY_AWARD("中国质量奖"),
    GOVERNOR_QUALITY_AWARD("省长质量奖"),
    MAYOR_QUALITY_AWARD("市长质量奖"),
    COUNTY_QUALITY_AWARD("县区长质量奖"),
    FAMOUS_PRODUCT("名牌产品"),
    FAMOUS_SERVICE("服务名牌"),
    FAMOUS_TRADEMARK("驰名著名商标"),
    TIME_HONOURED_BRAND("老字号"),
    GEOGRAPHICAL_INDICATION("地理标志"),
    /** 质量标杆、标准化良好行为 and the like */
    OTHER("其他荣誉");

    /** As tables of departments name it. */
    final String label;

    Award(String label) {
        this.label = label;
    }
}
