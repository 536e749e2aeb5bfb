package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Scheme;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One cycle: one scheme, one year, its areas. Each verb takes a row of {@link AssessmentTransitions}. */
@Entity
class Assessment {

    static final ProblemType UNKNOWN_AREA =
            new ProblemType(404, "unknown-area", new Text("该地区不在本次考核内", "The area is not part of this assessment"));

    @Id
    private UUID id;

    private String scheme;
    private long schemeVersion;
    private int year;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    private int edition;
    private @Nullable String correction;
    private Instant openedAt;
    private @Nullable Instant publishedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "assessed_area", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "position")
    private List<AssessedArea> areas;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Assessment() {}

    private Assessment(UUID id, Scheme scheme, int year, List<String> areas, Instant now) {
        this.id = id;
        this.scheme = scheme.id();
        this.schemeVersion = scheme.version();
        this.year = year;
        this.state = AssessmentTransitions.TABLE.opening().to();
        this.edition = 0;
        this.openedAt = now;
        this.areas = new ArrayList<>(areas.stream().map(AssessedArea::new).toList());
        this.version = 1;
    }

    static Assessment open(UUID id, int year, List<String> areas, DecisionContext context, Instant now) {
        var opened = new Assessment(id, context.scheme(), year, areas, now);
        Transition.require(AssessmentTransitions.TABLE.opening().policies(), opened, AssessmentAct.OPEN, context);
        return opened;
    }

    /** An act that needs nothing more: the next step of the cycle. */
    void move(AssessmentAct act, DecisionContext context) {
        take(act, context);
    }

    void fileTargets(String document, DecisionContext context) {
        take(AssessmentAct.FILE_TARGETS, context);
        own(context).fileTargets(document, context.today(), context.scheme().targetsDue(year));
    }

    /** Lets entries be added for the area; which, is not the cycle's business. */
    void enter(AssessmentAct act, DecisionContext context) {
        take(act, context);
    }

    void submit(DecisionContext context) {
        take(AssessmentAct.SUBMIT, context);
        own(context)
                .submit(context.actor().id(), context.today(), context.scheme().selfEvaluationDue(year));
    }

    void review(String remark, DecisionContext context) {
        take(AssessmentAct.REVIEW, context);
        own(context).review(context.actor().id(), remark);
    }

    void appeal(String reason, DecisionContext context) {
        take(AssessmentAct.APPEAL, context);
        own(context).appeal(context.actor().id(), reason);
    }

    void decideAppeal(boolean upheld, String answer, DecisionContext context) {
        take(AssessmentAct.DECIDE_APPEAL, context);
        own(context).decideAppeal(context.actor().id(), upheld, answer);
    }

    /** Begins a correction; what was published stays public until the next edition, and after it. */
    void startCorrection(String reason, DecisionContext context) {
        take(AssessmentAct.START_CORRECTION, context);
        correction = reason;
    }

    /** The next edition; whether it is the first or a correction, the news says. */
    AssessmentNews publish(DecisionContext context, Instant now) {
        var news = take(AssessmentAct.PUBLISH, context);
        edition++;
        publishedAt = now;
        correction = null;
        return news;
    }

    private AssessmentNews take(AssessmentAct act, DecisionContext context) {
        var row = AssessmentTransitions.TABLE.of(state, act);
        Transition.require(row.policies(), this, act, context);
        state = row.to();
        version++;
        return row.event();
    }

    private AssessedArea own(DecisionContext context) {
        return area(context.area().orElseThrow());
    }

    /** @throws Problem 404 {@code unknown-area} */
    AssessedArea area(String code) {
        return areas.stream()
                .filter(area -> area.area().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(UNKNOWN_AREA, Text.of("地区 %s 不在本次考核内", "%s is not part of this assessment", code)));
    }

    /** The stage an entry belongs to that is made now. */
    Stage stage() {
        return switch (state) {
            case SELF_EVALUATION -> Stage.SELF_EVALUATION;
            case APPEAL -> Stage.APPEAL;
            case CORRECTION -> Stage.CORRECTION;
            case TARGET_FILING, ON_SITE_CHECK, REVIEW, PUBLISHED -> Stage.ON_SITE_CHECK;
        };
    }

    UUID id() {
        return id;
    }

    String scheme() {
        return scheme;
    }

    long schemeVersion() {
        return schemeVersion;
    }

    int year() {
        return year;
    }

    AssessmentState state() {
        return state;
    }

    int edition() {
        return edition;
    }

    @Nullable
    String correction() {
        return correction;
    }

    long version() {
        return version;
    }

    List<AssessedArea> areas() {
        return List.copyOf(areas);
    }

    List<String> areaCodes() {
        return areas.stream().map(AssessedArea::area).toList();
    }

    CycleView view(Scheme by) {
        return new CycleView(
                id,
                scheme,
                schemeVersion,
                year,
                by.yearBegins(year),
                by.yearEnds(year),
                by.targetsDue(year),
                by.selfEvaluationDue(year),
                state,
                openedAt,
                publishedAt,
                edition,
                correction,
                AssessmentTransitions.TABLE.possible(state),
                areas.stream().map(AssessedArea::view).toList(),
                version);
    }
}
