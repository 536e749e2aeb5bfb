package cn.quality.credit.listing;

/** The fields of supervision in which every penalty that is not minor is serious (总局令第107号 art. 8(1)(1)). */
enum SafetyField {
    /** 食品 */
    FOOD,
    /** 药品 */
    DRUGS,
    /** 医疗器械 */
    MEDICAL_DEVICES,
    /** 化妆品 */
    COSMETICS,
    /** 特种设备 */
    SPECIAL_EQUIPMENT,
    /** 重点工业产品 */
    KEY_INDUSTRIAL_PRODUCTS
}
