package cn.quality.credit.listing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The systems that show adverse entries side by side, each by rules of its own: a day on which one stops says nothing of the other. */
@Schema(description = "公示系统 (the system that shows an entry)")
public enum DisplaySystem {
    /** 国家企业信用信息公示系统, by the orders of market supervision. The city's own list follows it. */
    ENTERPRISE_PUBLICITY(""),
    /** 信用中国, by 国家发展和改革委员会令第36号. */
    CREDIT_CHINA("CREDIT_CHINA_");

    private final String prefix;

    DisplaySystem(String prefix) {
        this.prefix = prefix;
    }

    /** The code in the rule packs of this system's rule. */
    String rule(String code) {
        return prefix + code;
    }
}
