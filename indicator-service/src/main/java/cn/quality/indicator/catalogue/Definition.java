package cn.quality.indicator.catalogue;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** What an indicator counts from a day on. */
@Entity
class Definition {

    @EmbeddedId
    private DefinitionKey key;

    private LocalDate validFrom;

    @Embedded
    @EmbeddedColumnNaming("scope_%s")
    private BilingualText scope;

    private String unit;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    @Embedded
    @EmbeddedColumnNaming("numerator_%s")
    private @Nullable BilingualText numerator;

    @Embedded
    @EmbeddedColumnNaming("denominator_%s")
    private @Nullable BilingualText denominator;

    private int decimals;
    private @Nullable BigDecimal lowest;
    private @Nullable BigDecimal highest;

    @ElementCollection
    @CollectionTable(
            name = "definition_level",
            joinColumns = {@JoinColumn(name = "indicator"), @JoinColumn(name = "version")})
    @OrderColumn(name = "position")
    @Column(name = "level")
    private List<String> levels = new ArrayList<>();

    @Embedded
    @EmbeddedColumnNaming("break_reason_%s")
    private @Nullable BilingualText breakReason;

    private long revision;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Definition() {}

    @SuppressWarnings("NullAway.Init") // correct() sets the rest
    private Definition(DefinitionKey key) {
        this.key = key;
    }

    static Definition record(NewDefinition sent) {
        var definition = new Definition(new DefinitionKey(sent.indicator(), sent.version()));
        definition.correct(sent);
        return definition;
    }

    /**
     * What is known of an indicator before anybody defines it: its name and its unit. So every figure has a definition it
     * was counted under.
     */
    static Definition implied(NewIndicator indicator) {
        var definition = new Definition(new DefinitionKey(indicator.code(), 1));
        definition.follow(indicator);
        return definition;
    }

    /** Goes along with a restated indicator as long as nobody has written the definition. */
    void follow(NewIndicator indicator) {
        if (revision == 0) {
            correct(impliedBy(indicator));
            revision = 0;
        }
    }

    private static NewDefinition impliedBy(NewIndicator indicator) {
        var measure =
                switch (indicator.kind()) {
                    case ORDINAL, MILESTONE -> Measure.LEVEL;
                    default -> indicator.unit().equals("%") ? Measure.RATE : Measure.STOCK;
                };
        boolean rate = measure == Measure.RATE;
        return new NewDefinition(
                indicator.code(),
                1,
                LocalDate.of(LegalDates.FIRST_YEAR, 1, 1),
                new BilingualText(indicator.nameZh(), indicator.nameEn()),
                indicator.unit(),
                measure,
                null,
                null,
                rate ? 1 : 0,
                rate ? BigDecimal.ZERO : null,
                rate ? BigDecimal.valueOf(100) : null,
                List.of(),
                null);
    }

    void correct(NewDefinition sent) {
        validFrom = sent.validFrom();
        scope = sent.scope();
        unit = sent.unit();
        measure = sent.measure();
        numerator = sent.numerator();
        denominator = sent.denominator();
        decimals = sent.decimals();
        lowest = sent.lowest();
        highest = sent.highest();
        levels.clear();
        levels.addAll(sent.levels());
        breakReason = sent.breakReason();
        revision++;
    }

    int version() {
        return key.version();
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /** @param next the definition that takes its place */
    DefinitionView view(@Nullable Definition next) {
        return new DefinitionView(
                new IndicatorCode(key.indicator()),
                key.version(),
                validFrom,
                next == null ? null : next.validFrom,
                scope,
                unit,
                measure,
                numerator,
                denominator,
                decimals,
                lowest,
                highest,
                List.copyOf(levels),
                breakReason != null,
                breakReason,
                revision);
    }
}
