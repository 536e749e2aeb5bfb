package cn.quality.local.seeding;

import cn.quality.local.seeding.ListEntry.DecisionDocument;
import cn.quality.local.seeding.ListEntry.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some red and black entries, on fictional legal persons only and never on the first enterprise, which people try things
 * out with.
 */
final class ListEntries {

    static final int COUNT = 24;

    private static final LocalDate FIRST_DECISION = LocalDate.of(2025, 1, 6);
    private static final int WEEKS_APART = 2;
    private static final int YEARS = 3;
    private static final int MONTHS_BEFORE = 3;

    private record Ground(String text, String legalBasis) {}

    private static final List<Ground> BLACK = List.of(
            new Ground("生产销售不符合保障人体健康和人身、财产安全的国家标准的产品，受到较重行政处罚", "SAMR-44"),
            new Ground("生产经营不符合食品安全标准的食品，性质恶劣、情节严重", "CN-FSR-66"),
            new Ground("伪造、冒用认证标志，受到较重行政处罚", "SAMR-44"),
            new Ground("列入经营异常名录满三年仍未履行公示义务", "CN-EIP"));

    private static final List<Ground> RED = List.of(
            new Ground("质量管理先进，产品质量达到国际先进水平", "CN-PQL-6"),
            new Ground("市长质量奖获奖单位(示例)", "RZ-MAYOR-AWARD"),
            new Ground("在标准化工作中做出显著成绩", "SD-STD-7"),
            new Ground("连续三年监督抽查合格，守信激励对象", "SD-CREDIT"));

    private ListEntries() {}

    /** @param scale how many enterprises there are; entries that find none are left out */
    static Stream<ListEntry> upTo(int scale) {
        var listed = IntStream.range(1, scale)
                .mapToObj(Enterprises::at)
                .filter(Enterprise::isLegalPerson)
                .limit(COUNT)
                .toList();
        return IntStream.range(0, listed.size()).mapToObj(i -> entry(i, listed.get(i)));
    }

    private static ListEntry entry(int i, Enterprise enterprise) {
        var kind = i % 2 == 0 ? Kind.RED : Kind.BLACK;
        var grounds = kind == Kind.RED ? RED : BLACK;
        var ground = grounds.get(i / 2 % grounds.size());
        var decidedOn = FIRST_DECISION.plusWeeks((long) i * WEEKS_APART);
        return new ListEntry(
                enterprise.uscc(),
                kind,
                enterprise.fields().getFirst(),
                ground.text(),
                ground.legalBasis(),
                kind == Kind.BLACK ? "SERIOUS" : null,
                kind == Kind.BLACK ? decidedOn.minusMonths(MONTHS_BEFORE) : null,
                decision(kind, i, decidedOn),
                decidedOn.plusYears(YEARS),
                "seed-listing-%02d".formatted(i + 1));
    }

    private static DecisionDocument decision(Kind kind, int i, LocalDate decidedOn) {
        boolean red = kind == Kind.RED;
        return new DecisionDocument(
                "日市监%s决字〔%d〕示例%d号".formatted(red ? "红" : "列", decidedOn.getYear(), i + 1),
                decidedOn,
                Source.DEPARTMENT,
                "示例数据：本企业为虚构企业，本决定仅供演示。",
                red ? "优先办理行政许可，降低抽查比例" : "列为重点监管对象，提高抽查比例和频次",
                red ? "有效期届满或者不再符合条件的，自行退出" : "列入满一年且符合条件的，可以申请提前移出",
                red ? "对本决定有异议的，可以提出异议申请" : "可以依法申请行政复议或者提起行政诉讼",
                red ? "示例：本市评选办法" : "《市场监督管理严重违法失信名单管理办法》(示例条款)",
                red ? "无需申请" : "向作出决定的机关提交申请书、守信承诺书和整改证明");
    }
}
