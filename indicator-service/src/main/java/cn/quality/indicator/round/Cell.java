package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.NewObservation;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.Report;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a task asks for, as it stands. Two people may have it open at once: whoever comes second with an old version
 * is told what the first has written.
 *
 * @param version 1 as it was asked for, one more for each time somebody wrote into it
 */
@Embeddable
record Cell(
        String indicator,
        int definition,
        @Nullable BigDecimal value,
        @Enumerated(EnumType.STRING) @Nullable Qualifier qualifier,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String level,
        @Enumerated(EnumType.STRING) @Nullable ObservationStatus status,
        @Nullable String remark,
        long version,
        @Nullable String editedBy,
        @Nullable Instant editedAt) {

    /** Asked for, and nothing entered. */
    static Cell asked(String indicator, int definition) {
        return new Cell(indicator, definition, null, null, null, null, null, null, null, 1, null, null);
    }

    Cell written(NewCell sent, DecisionContext now) {
        return new Cell(
                indicator,
                definition,
                sent.value(),
                sent.qualifier(),
                sent.numerator(),
                sent.denominator(),
                sent.level(),
                sent.status(),
                sent.remark(),
                version + 1,
                now.actor().id(),
                now.moment());
    }

    /**
     * What is written must have been read.
     *
     * @throws Problem 428 without {@code If-Match}; 412 {@code stale} with the value that stands and whose it is
     */
    void requireVersion(Preconditions sent) {
        try {
            sent.requireVersion(version);
        } catch (Problem refusal) {
            if (!refusal.type().equals(ProblemTypes.PRECONDITION_FAILED)) {
                throw refusal;
            }
            throw refusal.with("value", "current", new Text(said(), said()))
                    .with("editedBy", "current", new Text(by(), by()))
                    .withHeader("ETag", "\"" + Preconditions.etag(version).getValue() + "\"");
        }
    }

    /** Nothing was entered. A missing figure is entered as missing, and a zero as zero. */
    boolean isEmpty() {
        return value == null && numerator == null && denominator == null && level == null && status == null;
    }

    boolean isMissing() {
        return status == ObservationStatus.M;
    }

    boolean isRemarked() {
        return remark != null;
    }

    boolean hasFraction() {
        return numerator != null && denominator != null;
    }

    IndicatorCode code() {
        return new IndicatorCode(indicator);
    }

    SeriesKey series(AreaCode area, Period period) {
        return new SeriesKey(code(), definition, area, period.frequency());
    }

    /** Where a refusal points to. */
    String place() {
        return "cells[" + indicator + "]";
    }

    /** @param reason why it differs from what is known, where the remark does not say so */
    Report.Line line(AreaCode area, Period period, String source, Optional<String> reason) {
        return new Report.Line(
                place(),
                new NewObservation(
                        indicator,
                        definition,
                        area.value(),
                        period.toString(),
                        value,
                        qualifier,
                        numerator,
                        denominator,
                        level,
                        null,
                        status,
                        source,
                        remark == null ? reason.orElse(null) : remark));
    }

    CellView view() {
        return new CellView(
                code(),
                definition,
                value,
                qualifier,
                numerator,
                denominator,
                level,
                status,
                remark,
                version,
                editedBy,
                editedAt);
    }

    private String said() {
        if (value != null) {
            return value.toPlainString();
        }
        if (numerator != null && denominator != null) {
            return numerator.toPlainString() + "/" + denominator.toPlainString();
        }
        return level == null ? isMissing() ? "M" : "-" : level;
    }

    private String by() {
        return editedBy == null ? "-" : editedBy;
    }
}
