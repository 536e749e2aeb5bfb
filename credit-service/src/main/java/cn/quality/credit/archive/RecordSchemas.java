package cn.quality.credit.archive;

import static cn.quality.credit.archive.RecordSchema.Type.AMOUNT;
import static cn.quality.credit.archive.RecordSchema.Type.CHOICE;
import static cn.quality.credit.archive.RecordSchema.Type.CHOICES;
import static cn.quality.credit.archive.RecordSchema.Type.COUNT;
import static cn.quality.credit.archive.RecordSchema.Type.DATE;
import static cn.quality.credit.archive.RecordSchema.Type.FLAG;
import static cn.quality.credit.archive.RecordSchema.Type.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of all kinds of records. */
final class RecordSchemas {

    private static final Map<RecordKind, RecordSchema> ALL = new EnumMap<>(Stream.of(
                    form(
                            RecordKind.REGISTRATION,
                            "登记信息",
                            must("event", "登记事项", TEXT),
                            may("documentNumber", "文号", TEXT),
                            may("authority", "登记机关", TEXT)),
                    form(
                            RecordKind.SAMPLING_RESULT,
                            "监督抽查结果",
                            must("product", "产品", TEXT),
                            mustBeOneOf("result", "结论", "合格", "不合格"),
                            mayBeOneOf(
                                    "productKind", "产品类别", "INDUSTRIAL 工业产品", "AGRICULTURAL 农产品", "FOOD 食品", "DRUG 药品"),
                            may("batch", "批号或生产日期", TEXT),
                            may("standard", "判定依据", TEXT),
                            may("failedItems", "不合格项目", TEXT),
                            may("laboratory", "检验机构", TEXT),
                            may("reportNumber", "报告编号", TEXT),
                            may("recheck", "是否复检", FLAG),
                            may("recheckOf", "复检所对应的报告编号", TEXT)),
                    form(
                            RecordKind.PENALTY,
                            "行政处罚",
                            mustBeOneOf("procedure", "程序", "SIMPLE 简易程序", "ORDINARY 普通程序"),
                            mustBeSomeOf("types", "处罚种类", penaltyTypes()),
                            must("documentNumber", "决定书文号", TEXT),
                            must("authority", "处罚机关", TEXT),
                            may("fineYuan", "罚款金额，元", AMOUNT),
                            may("confiscatedYuan", "没收金额，元", AMOUNT),
                            may("violationKind", "违法行为类型", TEXT),
                            may("facts", "违法事实", TEXT),
                            may("basis", "处罚依据", TEXT),
                            may("content", "处罚内容", TEXT),
                            may("licence", "暂扣或吊销证照名称及编号", TEXT),
                            may("publicityEndsOn", "公示截止期", DATE),
                            may("authorityCode", "处罚机关统一社会信用代码", TEXT),
                            may("sourceCode", "数据来源单位统一社会信用代码", TEXT),
                            may("remark", "备注", TEXT),
                            may("performedOn", "履行完毕日期", DATE),
                            may("selfCorrected", "是否已自行纠正", FLAG)),
                    form(
                            RecordKind.CERTIFICATION,
                            "认证",
                            must("certificateNumber", "证书编号", TEXT),
                            mustBeOneOf(
                                    "scheme",
                                    "认证制度",
                                    "CCC 强制性产品认证",
                                    "MANAGEMENT_SYSTEM 管理体系认证",
                                    "ORGANIC 有机产品认证",
                                    "GREEN 绿色产品认证",
                                    "SERVICE 服务认证",
                                    "OTHER 其他"),
                            must("body", "认证机构", TEXT),
                            may("standard", "认证依据", TEXT),
                            may("scope", "范围", TEXT)),
                    form(
                            RecordKind.PERMIT,
                            "行政许可",
                            must("scope", "许可范围", TEXT),
                            may("permitNumber", "许可证编号", TEXT),
                            may("authority", "许可机关", TEXT)),
                    form(
                            RecordKind.HONOUR,
                            "品牌与荣誉",
                            mustBeOneOf("award", "荣誉", labelled(Award.values(), award -> award.label)),
                            mustBeOneOf("level", "级别", "NATIONAL 国家级", "PROVINCIAL 省级", "CITY 市级", "COUNTY 县级"),
                            may("round", "届次", TEXT),
                            may("product", "产品或服务", TEXT),
                            may("documentNumber", "文号", TEXT)),
                    form(
                            RecordKind.COMMITMENT,
                            "质量承诺",
                            must("promise", "承诺内容", TEXT),
                            mayBeOneOf(
                                    "type",
                                    "种类",
                                    "QUALITY 质量承诺",
                                    "FIRST_RESPONSIBILITY 首负责任承诺",
                                    "CREDIT 信用承诺",
                                    "OTHER 其他"),
                            may("fulfilled", "是否履行", FLAG)),
                    form(
                            RecordKind.CHIEF_QUALITY_OFFICER,
                            "首席质量官",
                            must("appointed", "是否在任", FLAG),
                            may("trainingHours", "培训学时", COUNT),
                            may("certificateNumber", "证书编号", TEXT)),
                    form(
                            RecordKind.ANNUAL_REPORT,
                            "年度质量信用报告、社会责任报告",
                            must("year", "年度", COUNT),
                            mayBeOneOf("type", "种类", "QUALITY_CREDIT 质量信用报告", "SOCIAL_RESPONSIBILITY 社会责任报告"),
                            may("address", "公开网址", TEXT)),
                    form(
                            RecordKind.COMPLAINT,
                            "投诉举报及处理结果",
                            may("subject", "事项", TEXT),
                            may("outcome", "处理结果", TEXT),
                            may("receiptNumber", "受理编号", TEXT),
                            may("substantiated", "是否查实", FLAG),
                            may("product", "产品或服务", TEXT),
                            may("complaintKind", "投诉举报类别", TEXT),
                            may("field", "领域", TEXT),
                            may("conclusion", "认定结论", TEXT)),
                    form(
                            RecordKind.RECALL,
                            "缺陷产品召回",
                            must("product", "产品", TEXT),
                            must("defect", "缺陷", TEXT),
                            mayBeOneOf("type", "种类", "VOLUNTARY 主动召回", "ORDERED 责令召回"),
                            may("batch", "批次范围", TEXT),
                            may("quantity", "涉及数量", COUNT),
                            may("recalled", "已召回数量", COUNT),
                            may("measures", "召回措施", TEXT),
                            may("noticeNumber", "通告编号", TEXT),
                            may("completedOn", "完成日期", DATE),
                            may("complaintKind", "投诉举报类别", TEXT),
                            may("field", "领域", TEXT),
                            may("conclusion", "认定结论", TEXT)),
                    form(
                            RecordKind.MAJOR_ACCIDENT,
                            "重大质量事故",
                            must("deaths", "死亡人数", COUNT),
                            must("injured", "受伤人数", COUNT),
                            may("product", "产品、工程或服务", TEXT),
                            may("facts", "事故概况", TEXT),
                            may("at", "发生时刻", TEXT),
                            may("place", "地点", TEXT),
                            may("directLoss", "直接经济损失，元", AMOUNT),
                            may("investigationNumber", "调查文号", TEXT),
                            may("liable", "是否负有责任", FLAG),
                            may("complaintKind", "投诉举报类别", TEXT),
                            may("field", "领域", TEXT),
                            may("conclusion", "认定结论", TEXT)),
                    form(
                            RecordKind.PRODUCT_INJURY,
                            "产品伤害",
                            must("product", "产品", TEXT),
                            mayBeOneOf("severity", "伤害程度", "SLIGHT 轻微", "SERIOUS 严重", "FATAL 死亡"),
                            may("injury", "伤害类型", TEXT),
                            may("injured", "受伤人数", COUNT),
                            may("cause", "原因", TEXT),
                            may("reportNumber", "监测报告编号", TEXT),
                            may("complaintKind", "投诉举报类别", TEXT),
                            may("field", "领域", TEXT),
                            may("conclusion", "认定结论", TEXT)),
                    form(
                            RecordKind.CONSTRUCTION_QUALITY,
                            "工程质量",
                            must("project", "工程", TEXT),
                            mustBeOneOf("result", "结论", "合格", "不合格"),
                            mayBeOneOf(
                                    "role",
                                    "责任主体",
                                    "BUILDER 施工单位",
                                    "DESIGNER 设计单位",
                                    "SURVEYOR 勘察单位",
                                    "SUPERVISOR 监理单位",
                                    "CLIENT 建设单位"),
                            may("documentNumber", "文号", TEXT),
                            may("facts", "情况", TEXT)),
                    form(
                            RecordKind.STANDARDS_CONDUCT,
                            "标准行为",
                            mustBeOneOf(
                                    "conduct",
                                    "行为",
                                    "DECLARED 自我声明公开",
                                    "FOUND_FALSE 声明不实",
                                    "PUBLICISED 逾期未改正被公示",
                                    "FRONT_RUNNER 企业标准领跑者"),
                            must("standardNumber", "标准编号", TEXT),
                            may("standardTitle", "标准名称", TEXT),
                            may("breach", "违法情形", TEXT),
                            may("orderNumber", "责令改正文书编号", TEXT),
                            may("due", "改正期限", DATE)),
                    form(
                            RecordKind.LIST_ENTRY,
                            "列入红黑榜",
                            mustBeOneOf("list", "榜单", "RED 红榜", "BLACK 黑榜"),
                            must("listingId", "条目标识", TEXT),
                            may("ground", "事由", TEXT),
                            may("documentNumber", "决定书文号", TEXT),
                            may("authority", "决定机关", TEXT)),
                    form(
                            RecordKind.MEASURE_FEEDBACK,
                            "联合奖惩反馈",
                            must("measure", "措施", TEXT),
                            mustBeOneOf("status", "状态", "APPLIED 已实施", "LIFTED 已解除", "NOT_APPLICABLE 不适用"),
                            may("listingId", "条目标识", TEXT),
                            may("basis", "依据", TEXT)))
            .collect(Collectors.toMap(RecordSchema::kind, Function.identity())));

    private RecordSchemas() {}

    /** The form of this kind. Every kind has one. */
    static RecordSchema of(RecordKind kind) {
        return Optional.ofNullable(ALL.get(kind)).orElseThrow();
    }

    static List<RecordSchema> all() {
        return Arrays.stream(RecordKind.values()).map(RecordSchemas::of).toList();
    }

    /** Names of all fields of all schemas. */
    static Set<String> fieldNames() {
        return all().stream()
                .flatMap(form -> form.fields().stream())
                .map(RecordSchema.Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static RecordSchema form(RecordKind kind, String title, RecordSchema.Field... fields) {
        return new RecordSchema(kind, title, List.of(fields));
    }

    private static RecordSchema.Field must(String name, String title, RecordSchema.Type type) {
        return new RecordSchema.Field(name, title, type, true, List.of(), Map.of());
    }

    private static RecordSchema.Field may(String name, String title, RecordSchema.Type type) {
        return new RecordSchema.Field(name, title, type, false, List.of(), Map.of());
    }

    private static RecordSchema.Field mustBeOneOf(String name, String title, String... choices) {
        return of(name, title, CHOICE, true, choices);
    }

    private static RecordSchema.Field mayBeOneOf(String name, String title, String... choices) {
        return of(name, title, CHOICE, false, choices);
    }

    private static RecordSchema.Field mustBeSomeOf(String name, String title, String... choices) {
        return of(name, title, CHOICES, true, choices);
    }

    /** @param choices each a constant and its Chinese label with a blank between; a choice in Chinese is its own label */
    private static RecordSchema.Field of(
            String name, String title, RecordSchema.Type type, boolean required, String... choices) {
        var labels = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>();
        for (var choice : choices) {
            int blank = choice.indexOf(' ');
            names.add(blank < 0 ? choice : choice.substring(0, blank));
            if (blank >= 0) {
                labels.put(choice.substring(0, blank), choice.substring(blank + 1));
            }
        }
        return new RecordSchema.Field(name, title, type, required, names, labels);
    }

    /** What lists do not tell apart is on file as the decision has it. */
    private static String[] penaltyTypes() {
        return Stream.concat(
                        Arrays.stream(labelled(PenaltyType.values(), type -> type.label)),
                        Stream.of("LICENCE_HELD 暂扣许可证件", "OTHER 其他行政处罚"))
                .toArray(String[]::new);
    }

    private static <E extends Enum<E>> String[] labelled(E[] choices, Function<E, String> label) {
        return Arrays.stream(choices)
                .map(choice -> choice.name() + " " + label.apply(choice))
                .toArray(String[]::new);
    }
}
