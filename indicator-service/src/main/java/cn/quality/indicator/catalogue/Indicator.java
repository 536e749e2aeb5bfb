package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

@Entity
class Indicator {

    @EmbeddedId
    private IndicatorCode code;

    private String nameZh;
    private String nameEn;
    private String domain;
    private String unit;

    @Enumerated(EnumType.STRING)
    private TargetKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Embedded
    @EmbeddedColumnNaming("baseline_%s")
    private @Nullable Figure baseline;

    @Embedded
    @EmbeddedColumnNaming("target_%s")
    private @Nullable Figure target;

    @ElementCollection
    @CollectionTable(name = "indicator_plan", joinColumns = @JoinColumn(name = "code"))
    @OrderColumn(name = "position")
    private List<PlanId> plans = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "indicator_quotation", joinColumns = @JoinColumn(name = "code"))
    @OrderColumn(name = "position")
    private List<Quotation> quotations = new ArrayList<>();

    private @Nullable String note;

    /** What a search looks into. */
    @Column(name = "search_text")
    private String searchText;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Indicator() {}

    @SuppressWarnings("NullAway.Init") // say() sets the rest
    private Indicator(IndicatorCode code) {
        this.code = code;
    }

    static Indicator record(NewIndicator sent) {
        var indicator = new Indicator(new IndicatorCode(sent.code()));
        indicator.restate(sent);
        return indicator;
    }

    /** Puts another statement in force. */
    void restate(NewIndicator sent) {
        nameZh = sent.nameZh();
        nameEn = sent.nameEn();
        domain = sent.domain();
        unit = sent.unit();
        kind = sent.kind();
        direction = sent.direction();
        baseline = sent.baseline();
        target = sent.target();
        plans.clear();
        sent.plans().forEach(plan -> plans.add(new PlanId(plan)));
        quotations.clear();
        quotations.addAll(sent.quotations());
        note = sent.note();
        searchText = SearchText.of(sent.code(), sent.nameZh(), sent.nameEn());
        version++;
    }

    IndicatorCode code() {
        return code;
    }

    IndicatorView view() {
        return new IndicatorView(
                code,
                nameZh,
                nameEn,
                domain,
                unit,
                kind,
                direction,
                baseline,
                target,
                List.copyOf(plans),
                quotations.stream().map(QuotationView::of).toList(),
                note,
                version,
                List.of(),
                null);
    }
}
