package cn.quality.gateway.portal;

import cn.quality.gateway.edge.PageLocale;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How dates, numbers and codes are written for Chinese readers. In templates: {@code {listing.decidedOn.zh}}. */
@TemplateExtension
final class Wording {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);

    /** Fields of activity, in the order of the plan. */
    static final List<String> FIELD_CODES =
            List.of("INDUSTRIAL_PRODUCTION", "CIRCULATION", "CONSTRUCTION", "SERVICES", "AGRICULTURE");

    private static final Map<String, String> FIELDS = Map.of(
            "INDUSTRIAL_PRODUCTION", "工业生产",
            "CIRCULATION", "商贸流通",
            "CONSTRUCTION", "工程建设",
            "SERVICES", "服务业",
            "AGRICULTURE", "农业生产");
    private static final Map<String, String> SUBJECTS =
            Map.of("LEGAL_PERSON", "法人", "BRANCH", "分支机构", "SOLE_TRADER", "个体工商户", "COOPERATIVE", "农民专业合作社");
    private static final Map<String, String> STATUSES = Map.of("ACTIVE", "存续", "CLOSED", "已注销");
    private static final Map<String, String> LEVELS = Map.of(
            "NATIONAL", "国家标准",
            "INDUSTRY", "行业标准",
            "LOCAL", "地方标准",
            "GROUP", "团体标准",
            "ENTERPRISE", "企业标准",
            "INTERNATIONAL", "国际标准");
    private static final Map<String, String> NATURES = Map.of("MANDATORY", "强制性", "RECOMMENDED", "推荐性", "GUIDE", "指导性");
    private static final Map<String, String> STANDARD_STATUSES =
            Map.of("UPCOMING", "即将实施", "IN_FORCE", "现行", "REPLACED", "被代替", "ABOLISHED", "废止");
    private static final Map<String, String> DEGREES = Map.of("IDT", "等同采用", "MOD", "修改采用", "NEQ", "非等效");
    private static final Map<String, String> DOMAINS = Map.ofEntries(
            Map.entry("product", "产品质量"),
            Map.entry("food", "食品药品"),
            Map.entry("agri", "农产品质量安全"),
            Map.entry("engineering", "工程质量"),
            Map.entry("service", "服务质量"),
            Map.entry("brand", "品牌建设"),
            Map.entry("standardization", "标准化"),
            Map.entry("metrology", "计量"),
            Map.entry("certification", "认证认可"),
            Map.entry("inspection", "检验检测"),
            Map.entry("technology", "技术支撑"),
            Map.entry("trade", "进出口"),
            Map.entry("context", "背景数据"));
    private static final Map<String, String> PLANS =
            Map.of("quality-2016-2020", "质量发展规划", "standardization-2016-2020", "标准化发展规划");

    private static final Map<String, String> LISTING_STATES = Map.ofEntries(
            Map.entry("DRAFT", "草稿"),
            Map.entry("LEGAL_REVIEW", "法制审核"),
            Map.entry("NOTICE_SERVED", "已告知"),
            Map.entry("DEFENCE_RECEIVED", "已收陈述申辩"),
            Map.entry("DEFENCE_LAPSED", "逾期未陈述申辩"),
            Map.entry("UPPER_CONSENT", "上级已同意"),
            Map.entry("DECIDED", "已决定"),
            Map.entry("SERVED", "已送达"),
            Map.entry("REVIEW", "审核"),
            Map.entry("PUBLIC_NOTICE", "公示"),
            Map.entry("PUBLISHED", "已发布"),
            Map.entry("OBJECTION_OPEN", "异议处理中"),
            Map.entry("REPAIR_APPLIED", "已申请修复"),
            Map.entry("REPAIR_ACCEPTED", "修复已受理"),
            Map.entry("BASIS_REVOKED", "依据已撤销"),
            Map.entry("TEMPORARILY_REPAIRED", "临时修复"));
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("DEFENCE", "陈述申辩"),
            Map.entry("PUBLIC_NOTICE", "公示"),
            Map.entry("PUBLICATION", "发布"),
            Map.entry("REPAIR_POSSIBLE", "可申请修复"),
            Map.entry("DISPLAY", "公示期满"),
            Map.entry("CREDIT_CHINA_DISPLAY", "信用中国公示期满"),
            Map.entry("FRAUD_DECISION_DISPLAY", "弄虚作假认定公示期满"),
            Map.entry("OBJECTION", "异议答复"),
            Map.entry("REPAIR_ACCEPTANCE", "修复受理"),
            Map.entry("REPAIR_DECISION", "修复决定"),
            Map.entry("REPAIR_DECISION_EXTENDED", "修复决定(已延长)"),
            Map.entry("TEMPORARY_REPAIR", "临时修复决定"),
            Map.entry("WITHDRAWAL", "撤下"),
            Map.entry("LIFTING", "解除措施"));
    private static final Map<String, String> OWN_ACTS = Map.of(
            "DEFENCE", "陈述申辩",
            "STATEMENT", "发表企业声明",
            "OBJECTION", "提出异议",
            "REPAIR_APPLICATION", "申请信用修复");

    private Wording() {}

    /** 2026年3月1日. */
    static String zh(LocalDate date) {
        return DAY.format(date);
    }

    /** The day an instant falls on in China. */
    static String zh(Instant instant) {
        return DAY.format(instant.atZone(ZONE));
    }

    static String day(LocalDate date, PageLocale locale) {
        return locale.say(zh(date), date.toString());
    }

    static String day(Instant instant, PageLocale locale) {
        return day(LocalDate.ofInstant(instant, ZONE), locale);
    }

    /** 2026年3月1日 14:05, in China. */
    static String zhMinute(Instant instant) {
        return MINUTE.format(instant.atZone(ZONE));
    }

    /** 12,345.6; no exponent and no trailing zeros. */
    static String grouped(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        var format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(plain);
    }

    /** Eighteen characters are easier to compare in the groups of GB 32100: 91 371199 MA3RH0018 7. */
    static List<String> groups(String uscc) {
        return uscc.length() == 18
                ? List.of(uscc.substring(0, 2), uscc.substring(2, 8), uscc.substring(8, 17), uscc.substring(17))
                : List.of(uscc);
    }

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String fieldZh(String code) {
        return FIELDS.getOrDefault(code, code);
    }

    static String field(String code, PageLocale locale) {
        return locale.say(fieldZh(code), code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static String subjectZh(String code) {
        return SUBJECTS.getOrDefault(code, code);
    }

    static String statusZh(String code) {
        return STATUSES.getOrDefault(code, code);
    }

    static String levelZh(String code) {
        return LEVELS.getOrDefault(code, code);
    }

    static String natureZh(String code) {
        return NATURES.getOrDefault(code, code);
    }

    static String standardStatusZh(String code) {
        return STANDARD_STATUSES.getOrDefault(code, code);
    }

    static String degreeZh(String code) {
        return DEGREES.getOrDefault(code, code);
    }

    static String domainZh(String code) {
        return DOMAINS.getOrDefault(code, code);
    }

    static String planZh(String id) {
        return PLANS.getOrDefault(id, id);
    }

    static String listingStateZh(String code) {
        return LISTING_STATES.getOrDefault(code, code);
    }

    static String termZh(String code) {
        return TERMS.getOrDefault(code, code);
    }

    static String ownActZh(String code) {
        return OWN_ACTS.getOrDefault(code, code);
    }
}
