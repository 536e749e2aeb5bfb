package cn.quality.standards.group;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A social organisation (社会团体) that makes group standards. The register holds who it is and what may be its code; its rules
 * and its policy for intellectual property are its own papers (团体标准管理规定 2019).
 */
@Entity
@Table(name = "group_body")
class GroupBody {

    static final ProblemType SAME_CODE = new ProblemType(409, "code-in-use", Text.of("代号已在使用", "The code is in use"));
    static final ProblemType UNSUITABLE_DAY =
            new ProblemType(422, "unsuitable-day", Text.of("日期不符合要求", "Not that day"));
    static final ProblemType NOT_SUSPENDED = new ProblemType(409, "not-suspended", Text.of("未停止活动", "Not suspended"));
    static final ProblemType SUSPENDED =
            new ProblemType(409, "body-suspended", Text.of("社会团体已停止活动", "The body is suspended"));

    /** What a body has on file. */
    enum PaperKind {
        /** 章程: making standards lies within its purpose. */
        CHARTER("章程"),
        /** 标准化管理办法: how it makes standards. */
        RULES("标准化管理办法"),
        /** 知识产权管理制度: patents and copyright. */
        IPR_POLICY("标准知识产权管理制度");

        /** Without these no standard is begun. */
        static final Set<PaperKind> NEEDED = EnumSet.of(RULES, IPR_POLICY);

        private final String zh;

        PaperKind(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String uscc;
    private String name;
    private LocalDate registeredOn;
    private @Nullable LocalDate suspendedOn;

    @ElementCollection
    @CollectionTable(name = "group_body_code", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "position")
    private List<Code> codes;

    @ElementCollection
    @CollectionTable(name = "group_body_paper", joinColumns = @JoinColumn(name = "body_id"))
    @OrderColumn(name = "position")
    private List<Paper> papers;

    /**
     * A code that its standards bear, or bore: {@code RZSLX} of {@code T/RZSLX 001-2026}.
     *
     * @param since first day of numbers with it
     */
    @Embeddable
    @Schema(name = "GroupBodyCode", description = "社会团体代号及启用日期 (a code and its first day)")
    record Code(
            @Schema(required = true, examples = "RZSLX") String code,

            @Schema(required = true, examples = "2026-01-05")
            LocalDate since) {}

    /** One paper; a newer one of its kind takes the place of an older one, which stays on file. */
    @Embeddable
    @Schema(name = "GroupBodyPaper", description = "社会团体提交的文件 (a paper of the body)")
    record Paper(
            @Schema(required = true) @Enumerated(EnumType.STRING)
            PaperKind kind,

            @Schema(required = true, examples = "示例水产协会标准化工作管理办法")
            String title,

            @Schema(required = true, examples = "https://xiehui.example/rules.pdf")
            String reference,

            @Schema(required = true, examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(required = true) Instant filedAt) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GroupBody() {}

    GroupBody(UnifiedSocialCreditCode uscc, String name, String code, LocalDate today) {
        this.id = Ids.next();
        this.uscc = uscc.value();
        this.name = name;
        this.registeredOn = today;
        this.codes = new ArrayList<>(List.of(new Code(code, today)));
        this.papers = new ArrayList<>();
    }

    /** Gives it another code; the former one stays its own for good, so that old numbers still name it. */
    void recode(String code, LocalDate since) {
        if (codes.stream().anyMatch(former -> former.code().equals(code))) {
            throw new Problem(SAME_CODE, Text.of("%s 已是本团体的代号", "%s is a code of this body already", code));
        }
        var earliest = codes.getLast().since();
        if (!since.isAfter(earliest)) {
            throw new Problem(UNSUITABLE_DAY, Text.of("须晚于 %s", "Later than %s", earliest))
                    .with("since", "after", Text.of("须晚于 %s", "later than %s", earliest));
        }
        codes.add(new Code(code, since));
    }

    void file(PaperKind kind, Document paper, Instant now) {
        papers.add(new Paper(
                kind,
                String.valueOf(paper.title()),
                String.valueOf(paper.reference()),
                String.valueOf(paper.sha256()),
                now));
    }

    /** The registration authority told it to stop (团体标准管理规定 2019 [U]). */
    void suspend(LocalDate today) {
        if (suspendedOn != null) {
            throw new Problem(SUSPENDED, Text.of("自 %s 起已停止活动", "suspended since %s", suspendedOn));
        }
        suspendedOn = today;
    }

    void resume() {
        if (suspendedOn == null) {
            throw new Problem(NOT_SUSPENDED, Text.of("该社会团体未停止活动", "the body is not suspended"));
        }
        suspendedOn = null;
    }

    /** @param today codes that begin later are none yet */
    BodyStanding standing(LocalDate today) {
        var begun = codes.stream()
                .filter(code -> !code.since().isAfter(today))
                .map(Code::code)
                .toList();
        var missing = EnumSet.copyOf(PaperKind.NEEDED);
        papers.forEach(paper -> missing.remove(paper.kind()));
        return new BodyStanding(id, uscc, name, begun, suspendedOn != null, missing);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String uscc() {
        return uscc;
    }

    String name() {
        return name;
    }

    GroupBodyView view() {
        return new GroupBodyView(
                id, version, uscc, name, List.copyOf(codes), registeredOn, suspendedOn, List.copyOf(papers));
    }
}
