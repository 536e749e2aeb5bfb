package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The components of the data structure, in its order; each is a concept of the concept scheme. */
enum Component {
    FREQ(Role.DIMENSION, "CL_FREQ", "频率", "Frequency"),
    REF_AREA(Role.DIMENSION, "CL_AREA", "地区", "Reference area"),
    INDICATOR(Role.DIMENSION, "CL_INDICATOR", "指标", "Indicator"),
    SERIES(Role.DIMENSION, "CL_SERIES", "数据类别", "Kind of figure"),
    TIME_PERIOD(Role.TIME, "", "时期", "Time period"),
    OBS_VALUE(Role.MEASURE, "", "数值", "Observation value"),
    UNIT_MEASURE(Role.SERIES_ATTRIBUTE, "", "计量单位", "Unit of measure"),
    DECIMALS(Role.SERIES_ATTRIBUTE, "", "小数位数", "Decimals"),
    OBS_STATUS(Role.OBSERVATION_ATTRIBUTE, "CL_OBS_STATUS", "数据状态", "Observation status"),
    CONF_STATUS(Role.OBSERVATION_ATTRIBUTE, "CL_CONF_STATUS", "公开程度", "Confidentiality status"),
    SOURCE_QUOTE(Role.OBSERVATION_ATTRIBUTE, "", "来源或原文", "Source or quotation");

    /** What a component is for. */
    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        SERIES_ATTRIBUTE,
        OBSERVATION_ATTRIBUTE
    }

    /** Those that make up the key of a series. */
    static final List<Component> KEY = in(Role.DIMENSION);

    static final List<Component> OF_SERIES = in(Role.SERIES_ATTRIBUTE);
    static final List<Component> OF_OBSERVATION = in(Role.OBSERVATION_ATTRIBUTE);

    private final Role role;
    private final String codelist;
    private final Text label;

    Component(Role role, String codelist, String zh, String en) {
        this.role = role;
        this.codelist = codelist;
        this.label = new Text(zh, en);
    }

    static Optional<Component> named(String id) {
        return Arrays.stream(values()).filter(one -> one.name().equals(id)).findFirst();
    }

    Role role() {
        return role;
    }

    /** Id of its codelist; empty where values are not coded. */
    Optional<String> codelist() {
        return codelist.isEmpty() ? Optional.empty() : Optional.of(codelist);
    }

    /** Type of values that are not coded. */
    String textType() {
        return switch (this) {
            case TIME_PERIOD -> "ObservationalTimePeriod";
            case OBS_VALUE -> "Decimal";
            case DECIMALS -> "Integer";
            default -> "String";
        };
    }

    Text label() {
        return label;
    }

    boolean isAttribute() {
        return role == Role.SERIES_ATTRIBUTE || role == Role.OBSERVATION_ATTRIBUTE;
    }

    private static List<Component> in(Role role) {
        return Arrays.stream(values()).filter(one -> one.role == role).toList();
    }
}
