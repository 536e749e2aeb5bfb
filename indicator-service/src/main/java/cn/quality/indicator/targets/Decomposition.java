package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import jakarta.persistence.AttributeOverride;
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
class Decomposition {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "target"))
    private TargetId target;

    @Enumerated(EnumType.STRING)
    private DecompositionRule rule;

    @ElementCollection
    @CollectionTable(name = "decomposition_share", joinColumns = @JoinColumn(name = "target"))
    @OrderColumn(name = "position")
    private List<NewDecomposition.Share> shares = new ArrayList<>();

    @Embedded
    @EmbeddedColumnNaming("difference_%s")
    private @Nullable BilingualText difference;

    private String basis;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Decomposition() {}

    @SuppressWarnings("NullAway.Init") // restate() sets the rest
    private Decomposition(TargetId target) {
        this.target = target;
    }

    static Decomposition record(TargetId target, NewDecomposition sent) {
        var decomposition = new Decomposition(target);
        decomposition.restate(sent);
        return decomposition;
    }

    /** Hands the target down in another way. */
    void restate(NewDecomposition sent) {
        rule = sent.rule();
        shares.clear();
        shares.addAll(sent.shares());
        difference = sent.difference();
        basis = sent.basis();
        version++;
    }

    DecompositionView view() {
        return new DecompositionView(target, rule, List.copyOf(shares), difference, basis, version);
    }
}
