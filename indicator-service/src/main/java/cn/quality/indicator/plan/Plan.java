package cn.quality.indicator.plan;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.List;

@Entity
class Plan {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PlanId id;

    private String title;
    private String period;
    private String source;
    private String text;
    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Plan() {}

    private Plan(NewPlan sent) {
        this.id = new PlanId(sent.id());
        this.title = sent.title();
        this.period = sent.period();
        this.source = sent.source();
        this.text = sent.text();
        this.version = 1;
    }

    static Plan record(NewPlan sent) {
        return new Plan(sent);
    }

    /** Puts another wording in force. */
    void correct(NewPlan sent) {
        title = sent.title();
        period = sent.period();
        source = sent.source();
        text = sent.text();
        version++;
    }

    boolean contains(String passage) {
        return text.contains(passage);
    }

    String text() {
        return text;
    }

    List<Integer> positions(String passage) {
        return Passages.positions(text, passage);
    }

    PlanId id() {
        return id;
    }

    PlanView view() {
        return new PlanView(id, title, period, source, text, version);
    }

    PlanView withoutText() {
        return new PlanView(id, title, period, source, null, version);
    }
}
