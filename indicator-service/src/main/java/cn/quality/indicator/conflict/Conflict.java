package cn.quality.indicator.conflict;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.ConflictReference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Entity
class Conflict {

    @EmbeddedId
    private ConflictId id;

    @Embedded
    @EmbeddedColumnNaming("title_%s")
    private BilingualText title;

    @Embedded
    @EmbeddedColumnNaming("explanation_%s")
    private BilingualText explanation;

    @ElementCollection
    @CollectionTable(name = "conflict_side", joinColumns = @JoinColumn(name = "conflict"))
    @OrderColumn(name = "position")
    private List<Side> sides = new ArrayList<>();

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Conflict() {}

    @SuppressWarnings("NullAway.Init") // restate() sets the rest
    private Conflict(ConflictId id) {
        this.id = id;
    }

    static Conflict record(NewConflict sent) {
        var conflict = new Conflict(new ConflictId(sent.id()));
        conflict.restate(sent);
        return conflict;
    }

    /** Puts another wording in force. */
    void restate(NewConflict sent) {
        title = sent.title();
        explanation = sent.explanation();
        sides.clear();
        sent.sides().forEach(side -> sides.add(Side.of(side)));
        version++;
    }

    boolean namesOneOf(Collection<IndicatorCode> indicators) {
        return sides.stream().anyMatch(side -> indicators.contains(new IndicatorCode(side.indicator())));
    }

    ConflictId id() {
        return id;
    }

    ConflictReference reference() {
        return new ConflictReference(id.value(), title);
    }

    /** @param positions where a side's words stand in its plan */
    ConflictView view(Function<Side, List<Integer>> positions) {
        return new ConflictView(
                id,
                title,
                explanation,
                sides.stream()
                        .map(side -> SideView.of(side, positions.apply(side)))
                        .toList(),
                version);
    }
}
