package cn.quality.indicator.area;

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
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
class Area {

    @EmbeddedId
    private AreaCode code;

    private String name;

    @Enumerated(EnumType.STRING)
    private AreaKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "parent"))
    private @Nullable AreaCode parent;

    /** The earliest first. */
    @ElementCollection
    @CollectionTable(name = "area_former_parent", joinColumns = @JoinColumn(name = "area"))
    @OrderBy("leftOn")
    private List<FormerParent> formerParents = new ArrayList<>();

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Area() {}

    private Area(NewArea sent) {
        this.code = new AreaCode(sent.code());
        this.name = sent.name();
        this.kind = sent.kind();
        this.parent = parentOf(sent);
        this.formerParents.addAll(sent.formerParents());
        this.version = 1;
    }

    static Area record(NewArea sent) {
        return new Area(sent);
    }

    void correct(NewArea sent) {
        name = sent.name();
        kind = sent.kind();
        parent = parentOf(sent);
        if (!formerParents.equals(sent.formerParents())) {
            formerParents.clear();
            formerParents.addAll(sent.formerParents());
        }
        version++;
    }

    private static @Nullable AreaCode parentOf(NewArea sent) {
        return sent.parent() == null ? null : new AreaCode(sent.parent());
    }

    AreaKind kind() {
        return kind;
    }

    /** What it lay in on a day: a zone that moved takes with it nothing of what it reported before. */
    Optional<AreaCode> parentOn(LocalDate day) {
        return formerParents.stream()
                .filter(former -> day.isBefore(former.leftOn()))
                .findFirst()
                .map(former -> new AreaCode(former.parent()))
                .or(() -> Optional.ofNullable(parent));
    }

    AreaCode code() {
        return code;
    }

    AreaView view() {
        return new AreaView(code, name, kind, parent, List.copyOf(formerParents), version);
    }
}
