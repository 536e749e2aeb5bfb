package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.time.LocalDate;

/** Refusals about enterprises. */
public final class EnterpriseProblems {

    static final ProblemType ALREADY_REGISTERED =
            new ProblemType(409, "already-registered", new Text("该企业已登记", "The enterprise is on file already"));
    public static final ProblemType UNKNOWN_ENTERPRISE =
            new ProblemType(422, "unknown-enterprise", new Text("企业未登记", "Unknown enterprise"));

    static final ProblemType ENTERPRISE_CLOSED =
            new ProblemType(409, "enterprise-closed", new Text("企业已注销", "The enterprise is closed"));
    static final ProblemType SOURCE_RECORD_USED =
            new ProblemType(409, "source-record-used", new Text("来源记录已使用", "Source record used already"));
    static final ProblemType UNSUITABLE_DATE =
            new ProblemType(422, "unsuitable-date", new Text("日期不合理", "Unsuitable date"));

    static final ProblemType NAME_DIFFERS =
            new ProblemType(422, "name-differs", new Text("名称与代码不符", "Name and code differ"));

    static final ProblemType UNSUITABLE_PARENT =
            new ProblemType(422, "unsuitable-parent", new Text("所属企业不合要求", "Unsuitable parent"));

    private EnterpriseProblems() {}

    static Problem alreadyRegistered(UnifiedSocialCreditCode code) {
        return new Problem(
                ALREADY_REGISTERED,
                Text.of(
                        "%s 已由另一来源记录登记，不能再次登记",
                        "%s was registered from another source record and cannot be registered twice", code));
    }

    static Problem closed(String uscc, Closure closure) {
        return new Problem(
                ENTERPRISE_CLOSED,
                Text.of(
                        "%s 已于 %s 注销（%s），登记事项不再变更",
                        "%s was closed on %s (%s) and changes no more",
                        uscc,
                        closure.closedOn(),
                        closure.closureReason()));
    }

    /** 409 {@code enterprise-closed}: an entry on a list is about an enterprise that exists. */
    public static Problem listingTheClosed(String uscc, LocalDate closedOn) {
        return new Problem(
                ENTERPRISE_CLOSED,
                Text.of(
                        "%s 已于 %s 注销，不再列入红黑榜",
                        "%s was closed on %s and is not put on a list any more", uscc, closedOn));
    }

    static Problem nameDiffers(UnifiedSocialCreditCode code, String field, String name) {
        return new Problem(
                        NAME_DIFFERS,
                        Text.of(
                                "%s 登记的名称是“%s”，与所填名称不一致；请核对代码与名称是否属于同一企业",
                                "%s is on file as '%s', which is not the name given; check whether both are of one enterprise",
                                code,
                                name))
                .with(field, NAME_DIFFERS.code(), Text.of("该代码登记的名称是“%s”", "The code is on file as '%s'", name));
    }

    /** The same number with other content: taken for a repetition, what is new in it would be lost without a word. */
    static Problem sourceRecordUsed(Source source, String uscc) {
        return new Problem(
                        SOURCE_RECORD_USED,
                        Text.of(
                                "“%s”的记录 %s 已用于 %s，内容与本次报送不同；登记后的变化请按名称、区划、登记事项变更或注销另行报送，并使用另一编号",
                                "Record %2$s of '%1$s' was used for %3$s with other content; report what has changed since as a"
                                        + " change of name, region or particulars or as a closure, under a number of its own",
                                source.department(),
                                source.recordNumber(),
                                uscc))
                .with(
                        "source.recordNumber",
                        SOURCE_RECORD_USED.code(),
                        Text.of(
                                "编号 %s 已用于 %s，且内容不同",
                                "The number %s was used for %s with other content", source.recordNumber(), uscc));
    }

    static Problem future(String field, LocalDate day) {
        return unsuitableDate()
                .with(field, "future", Text.of("%s 尚未到来，生效后再报送", "%s is yet to come; report it then", day));
    }

    static Problem tooEarly(String field, LocalDate day, LocalDate since) {
        return unsuitableDate()
                .with(
                        field,
                        "too-early",
                        Text.of(
                                "%s 早于登记或上一次变更之日 %s",
                                "%s is before %s, the day of registration or of the last change", day, since));
    }

    static Problem afterClosure(String field, LocalDate day, LocalDate closedOn) {
        return new Problem(
                        UNSUITABLE_DATE,
                        new Text("企业注销之后不再有新的事实", "Nothing happens to an enterprise that no longer exists"))
                .with(
                        field,
                        "after-closure",
                        Text.of("%s 晚于注销日 %s", "%s is after %s, the day of the closure", day, closedOn));
    }

    static Problem unknownParent(UnifiedSocialCreditCode code) {
        return unsuitableParent(
                "unknown", Text.of("%s 尚未登记，请先登记所属企业", "%s is not on file; register the parent first", code));
    }

    static Problem unsuitableParent(String code, Text reason) {
        return new Problem(
                        UNSUITABLE_PARENT,
                        new Text(
                                "分支机构的所属企业须已登记、本身不是分支机构，且在分支机构设立时存续",
                                "The parent of a branch is on file, is no branch itself, and existed when the branch began"))
                .with("parent", code, reason);
    }

    private static Problem unsuitableDate() {
        return new Problem(
                UNSUITABLE_DATE,
                new Text("日期不得晚于今天，也不得早于登记或上一次变更", "Not after today, nor before registration or the last change"));
    }

    /** 404: no enterprise has the code of the address; 400 {@code invalid-uscc} when the code does not check either. */
    static Problem notFound(UnifiedSocialCreditCode code) {
        return code.irregularity()
                .orElseGet(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("没有代码为 %s 的企业", "No enterprise has the code %s", code)));
    }

    /** 422 {@code unknown-enterprise}; 400 {@code invalid-uscc} when the code does not check either. */
    public static Problem unknown(UnifiedSocialCreditCode code) {
        return code.irregularity()
                .orElseGet(() -> new Problem(
                        UNKNOWN_ENTERPRISE,
                        Text.of("%s 尚未登记，请先登记企业", "%s is not on file; register the enterprise first", code)));
    }
}
