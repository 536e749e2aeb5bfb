package cn.quality.local.seeding;

import cn.quality.local.seeding.ArchiveRecord.Disclosure;
import cn.quality.local.seeding.ArchiveRecord.Kind;
import cn.quality.local.seeding.ArchiveRecord.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the archive holds about a fictional enterprise: about three records, a function of its index alone, and a sampling of the
 * current year.
 *
 * <p>A sole trader is also a natural person, whose misconduct is never displayed (山东省社会信用条例 art. 20): penalties are
 * made up for legal persons only. No record names a person.
 */
public final class ArchiveRecords {

    private static final String SAMPLING = "产品质量监督抽查";
    private static final LocalDate EARLIEST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2025, 12, 31);
    private static final int PURPOSE = 2;

    /** And a year: each year draws anew. */
    private static final int SAMPLING_OF_A_YEAR = 10_000;

    private static final int SHARE_SAMPLED = 50;
    private static final int SHARE_PASSED = 96;

    private final Enterprise enterprise;
    private final long index;
    private final Draw draw;
    private final List<ArchiveRecord> records = new ArrayList<>();

    private ArchiveRecords(Enterprise enterprise, long index) {
        this.enterprise = enterprise;
        this.index = index;
        this.draw = Draw.of(index, PURPOSE);
    }

    /** @param index the one the enterprise was made from */
    public static List<ArchiveRecord> of(Enterprise enterprise, long index) {
        return new ArchiveRecords(enterprise, index).all();
    }

    private List<ArchiveRecord> all() {
        record(Kind.COMMITMENT, "质量安全承诺书", Disclosure.PUBLIC, 3, Map.of("promise", "落实质量安全首负责任"));
        if (!enterprise.trade().products().isEmpty()) {
            sampling();
        }
        if (enterprise.trade().isFood()) {
            record(
                    Kind.PERMIT,
                    "食品生产经营许可",
                    Disclosure.PUBLIC,
                    5,
                    Map.of("scope", enterprise.trade().words().getFirst()));
        }
        if (enterprise.trade().isConstruction()) {
            record(
                    Kind.CONSTRUCTION_QUALITY,
                    "工程竣工验收",
                    Disclosure.PUBLIC,
                    0,
                    Map.of("project", "示例工程%d号楼".formatted(1 + draw.below(40)), "result", "合格"));
        }
        if (enterprise.isLegalPerson()) {
            ofLegalPerson();
        }
        if (draw.percent(8)) {
            record(
                    Kind.COMPLAINT,
                    "消费者投诉",
                    Disclosure.GOVERNMENT,
                    0,
                    Map.of("subject", "产品质量", "outcome", draw.from(List.of("调解成功", "已退货退款", "投诉不成立"))));
        }
        return List.copyOf(records);
    }

    private void sampling() {
        record(Kind.SAMPLING_RESULT, SAMPLING, Disclosure.PUBLIC, 0, sampled(enterprise.trade(), draw));
    }

    private static Map<String, Object> sampled(Trade trade, Draw draw) {
        boolean passed = draw.percent(SHARE_PASSED);
        var product = draw.from(trade.products());
        return Map.of(
                "product",
                product,
                "productKind",
                trade.kindOf(product),
                "batch",
                "SL%06d".formatted(draw.below(1_000_000)),
                "result",
                passed ? "合格" : "不合格");
    }

    /**
     * The sampling of the year that a day is in, of half of those who have products: what the live rates count. Whoever's turn
     * comes later in the year has none yet, so that seeding again later finds all as it was, and adds what has come since.
     */
    public static Optional<ArchiveRecord> sampledIn(Enterprise enterprise, long index, LocalDate today) {
        var year = today.getYear();
        var draw = Draw.of(index, SAMPLING_OF_A_YEAR + year);
        var trade = enterprise.trade();
        if (trade.products().isEmpty() || !draw.percent(SHARE_SAMPLED)) {
            return Optional.empty();
        }
        var day = draw.day(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return day.isAfter(today) || !day.isAfter(enterprise.registeredOn().plusDays(30))
                ? Optional.empty()
                : Optional.of(new ArchiveRecord(
                        enterprise.uscc(),
                        Kind.SAMPLING_RESULT,
                        SAMPLING,
                        day,
                        null,
                        null,
                        null,
                        Disclosure.PUBLIC,
                        sampled(trade, draw),
                        Source.numbered("SL-CC-%d-%07d".formatted(year, index + 1))));
    }

    private void ofLegalPerson() {
        if (draw.percent(55)) {
            var standard = draw.from(List.of("GB/T 19001-2016", "GB/T 24001-2016", "GB/T 45001-2020"));
            record(
                    Kind.CERTIFICATION,
                    "管理体系认证证书",
                    Disclosure.PUBLIC,
                    3,
                    Map.of(
                            "standard",
                            standard,
                            "scheme",
                            "MANAGEMENT_SYSTEM",
                            "body",
                            "示例认证中心",
                            "certificateNumber",
                            "SL-RZ-%07d".formatted(index + 1)));
        }
        if (draw.percent(35)) {
            record(Kind.ANNUAL_REPORT, "年度质量信用报告", Disclosure.PUBLIC, 0, Map.of("year", 2022 + draw.below(4)));
        }
        if (draw.percent(15)) {
            var honour = draw.from(List.of("质量标杆企业(示例)", "“食安山东”示范单位(示例)", "标准化良好行为企业(示例)"));
            record(
                    Kind.HONOUR,
                    honour,
                    Disclosure.PUBLIC,
                    3,
                    Map.of("award", "OTHER", "level", draw.from(List.of("CITY", "COUNTY"))));
        }
        if (draw.percent(12)) {
            var details = Map.<String, Object>of("trainingHours", 16 + draw.below(48), "appointed", true);
            record(Kind.CHIEF_QUALITY_OFFICER, "首席质量官任命", Disclosure.AUTHORISED, 0, details);
        }
        if (draw.percent(6)) {
            penalty();
        }
    }

    /** Only ordinary procedure: what was settled by simple procedure must not enter (山东省社会信用条例 art. 13(2)). */
    private void penalty() {
        boolean serious = draw.percent(10);
        add(
                Kind.PENALTY,
                "生产销售不合格产品案(示例)",
                0,
                serious ? Severity.SERIOUS : Severity.GENERAL,
                Disclosure.PUBLIC,
                Map.of(
                        "documentNumber",
                        "示例处罚〔2025〕%d号".formatted(index + 1),
                        "authority",
                        "示例市场监督管理局",
                        "procedure",
                        "ORDINARY",
                        "types",
                        serious ? List.of("FINE", "CONFISCATION", "SUSPENSION") : List.of("FINE"),
                        "fineYuan",
                        5_000 * (1 + draw.below(20)),
                        "selfCorrected",
                        false));
    }

    private void record(Kind kind, String title, Disclosure disclosure, int years, Map<String, Object> details) {
        add(kind, title, years, null, disclosure, details);
    }

    private void add(
            Kind kind,
            String title,
            int years,
            @Nullable Severity severity,
            Disclosure disclosure,
            Map<String, Object> details) {
        var afterFounding = enterprise.registeredOn().plusDays(30);
        var day = draw.day(afterFounding.isAfter(EARLIEST) ? afterFounding : EARLIEST, LATEST);
        records.add(new ArchiveRecord(
                enterprise.uscc(),
                kind,
                title,
                day,
                years == 0 ? null : day,
                years == 0 ? null : day.plusYears(years).minusDays(1),
                severity,
                disclosure,
                details,
                Source.numbered("SL-JL-%07d-%d".formatted(index + 1, records.size() + 1))));
    }
}
