package cn.quality.indicator.assessment;

import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.scheme.NewNode;
import cn.quality.indicator.scheme.Quantity;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.ScoringRule;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published figures as entries of a sheet: where a row speaks of an indicator, and its figure is one the row can take. */
@ApplicationScoped
class PublishedFigures {

    /** Versions of a definition under which one period may have been reported. */
    private static final PageRequest DEFINITIONS = new PageRequest(null, 50);

    private final ObservationService observations;

    PublishedFigures(ObservationService observations) {
        this.observations = observations;
    }

    SuggestionsView of(Scheme scheme, String area, Period period) {
        var entries = new ArrayList<Entry>();
        var missing = new ArrayList<String>();
        for (var row : scheme.sheet().nodes()) {
            var quantity = scheme.node(row.code())
                    .flatMap(Scheme.Node::rule)
                    .map(ScoringRule::quantity)
                    .filter(asked -> asked == Quantity.VALUE || asked == Quantity.RATE);
            if (row.indicator() != null && quantity.isPresent()) {
                published(row.indicator(), area, period)
                        .flatMap(figure -> entry(row, quantity.get(), figure))
                        .filter(entry -> EntryCheck.isFit(scheme, entry))
                        .ifPresentOrElse(entries::add, () -> missing.add(row.code()));
            }
        }
        return new SuggestionsView(period.toString(), entries, missing);
    }

    /** Under the newest definition. */
    private Optional<ObservationView> published(String indicator, String area, Period period) {
        var written = period.toString();
        var filter =
                new ObservationFilter(indicator, null, area, period.frequency(), written, written, null, null, false);
        return observations.list(filter, Timeline.PUBLISHED, DEFINITIONS).items().stream()
                .max(Comparator.comparingInt(ObservationView::definition));
    }

    private static Optional<Entry> entry(NewNode row, Quantity quantity, ObservationView figure) {
        return switch (quantity) {
            case RATE ->
                figure.numerator() == null || figure.denominator() == null
                        ? Optional.empty()
                        : Optional.of(new Entry(
                                row.code(), null, figure.numerator(), figure.denominator(), null, null, null));
            case VALUE ->
                figure.value() == null || !isExact(figure.qualifier())
                        ? Optional.empty()
                        : Optional.of(new Entry(row.code(), figure.value(), null, null, null, null, null));
            case COUNT, DOCUMENT -> Optional.empty();
        };
    }

    /** “More than 98” is not 98. */
    private static boolean isExact(@Nullable Qualifier qualifier) {
        return qualifier == null || qualifier == Qualifier.EQ;
    }
}
