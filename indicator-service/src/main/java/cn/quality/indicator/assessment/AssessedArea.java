package cn.quality.indicator.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One area in a cycle: how far it has come. What it reports stands with the {@link EntryRecord entries}. */
@Embeddable
class AssessedArea {

    private String area;
    private @Nullable String targets;
    private @Nullable LocalDate targetsFiledOn;
    private boolean targetsLate;
    private @Nullable String evaluatedBy;
    private @Nullable LocalDate evaluatedOn;
    private boolean evaluatedLate;
    private @Nullable String reviewedBy;
    private @Nullable String reviewRemark;
    private @Nullable String appeal;
    private @Nullable String appealedBy;

    @Column(name = "appeal_upheld")
    private @Nullable Boolean appealUpheld;

    private @Nullable String appealAnswer;
    private @Nullable String appealDecidedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AssessedArea() {}

    AssessedArea(String area) {
        this.area = area;
    }

    void fileTargets(String document, LocalDate today, LocalDate due) {
        targets = document;
        targetsFiledOn = today;
        targetsLate = today.isAfter(due);
    }

    void submit(String by, LocalDate today, LocalDate due) {
        evaluatedBy = by;
        evaluatedOn = today;
        evaluatedLate = today.isAfter(due);
    }

    void review(String by, String remark) {
        reviewedBy = by;
        reviewRemark = remark;
    }

    void appeal(String by, String reason) {
        appeal = reason;
        appealedBy = by;
    }

    void decideAppeal(String by, boolean upheld, String answer) {
        appealUpheld = upheld;
        appealAnswer = answer;
        appealDecidedBy = by;
    }

    String area() {
        return area;
    }

    boolean isEvaluated() {
        return evaluatedBy != null;
    }

    boolean isEvaluatedBy(String person) {
        return person.equals(evaluatedBy);
    }

    boolean isReviewed() {
        return reviewedBy != null;
    }

    boolean isReviewedBy(String person) {
        return person.equals(reviewedBy);
    }

    boolean hasAppealed() {
        return appeal != null;
    }

    boolean hasOpenAppeal() {
        return appeal != null && appealUpheld == null;
    }

    boolean hasUpheldAppeal() {
        return Boolean.TRUE.equals(appealUpheld);
    }

    CycleView.AreaProgress view() {
        return new CycleView.AreaProgress(
                area,
                targets,
                targetsFiledOn,
                targetsLate,
                evaluatedBy,
                evaluatedOn,
                evaluatedLate,
                reviewedBy,
                reviewRemark,
                appeal,
                appealedBy,
                appealUpheld,
                appealAnswer,
                appealDecidedBy);
    }
}
