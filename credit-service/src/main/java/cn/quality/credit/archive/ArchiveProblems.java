package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.time.LocalDate;
import java.util.UUID;

/** Refusals about records. */
final class ArchiveProblems {

    private static final ProblemType UNSUITABLE_DATE =
            new ProblemType(422, "unsuitable-date", new Text("日期不合理", "Unsuitable date"));
    private static final ProblemType FOREIGN_RECORD =
            new ProblemType(403, "foreign-record", new Text("不是本部门的记录", "A record of another department"));
    private static final ProblemType SUPERSEDED =
            new ProblemType(409, "superseded", new Text("记录已被更正", "The record has been corrected"));
    private static final ProblemType VOID =
            new ProblemType(409, "record-void", new Text("记录已作废", "The record is void"));
    private static final ProblemType SOURCE_RECORD_USED =
            new ProblemType(409, "source-record-used", new Text("来源记录已使用", "Source record used already"));

    private ArchiveProblems() {}

    static Problem notFound(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有记录 %s", "There is no record %s", id));
    }

    static Problem future(LocalDate day) {
        return new Problem(UNSUITABLE_DATE, new Text("尚未发生的事项不能入档", "What has not happened yet cannot be on file"))
                .with("occurredOn", "future", Text.of("%s 尚未到来", "%s is yet to come", day));
    }

    static Problem foreignRecord(String department) {
        return new Problem(
                FOREIGN_RECORD,
                Text.of("该记录由“%s”报送，只能由其更正", "Only '%s', which sent the record, may correct it", department));
    }

    static Problem superseded() {
        return new Problem(
                SUPERSEDED,
                new Text(
                        "只能更正链上的最新记录，请先读取 GET /records/{id}",
                        "Only the last record of a chain can be corrected; read GET /records/{id} first"));
    }

    static Problem isVoid() {
        return new Problem(VOID, new Text("作废的记录不能再更正，请另行报送", "A void record cannot be corrected; file another one"));
    }

    /** The same number with other content: taken for a repetition, what is new in it would be lost without a word. */
    static Problem sourceRecordUsed(Source source, UUID became) {
        return new Problem(
                        SOURCE_RECORD_USED,
                        Text.of(
                                "“%1$s”的记录 %2$s 已入档为 %3$s，内容与本次报送不同；如原记录有误，请以 POST /records/%3$s/corrections 更正，"
                                        + "如系另一事项，请使用另一编号",
                                "Record %2$s of '%1$s' is on file as %3$s with other content; if that was wrong, use corrections:"
                                        + " POST /records/%3$s/corrections; if this is another fact, give it a number of its own",
                                source.department(),
                                source.recordNumber(),
                                became))
                .with(
                        "source.recordNumber",
                        SOURCE_RECORD_USED.code(),
                        Text.of(
                                "编号 %s 已用于内容不同的记录 %s，更正请用 POST /records/{id}/corrections",
                                "The number %s became the record %s with other content; use corrections to change it",
                                source.recordNumber(),
                                became));
    }
}
