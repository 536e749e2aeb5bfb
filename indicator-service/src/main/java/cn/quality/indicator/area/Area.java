package cn.quality.indicator.area;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Area() {}

    private Area(NewArea sent) {
        this.code = new AreaCode(sent.code());
        this.name = sent.name();
        this.kind = sent.kind();
        this.parent = parentOf(sent);
        this.version = 1;
    }

    static Area record(NewArea sent) {
        return new Area(sent);
    }

    void correct(NewArea sent) {
        name = sent.name();
        kind = sent.kind();
        parent = parentOf(sent);
        version++;
    }

    private static @Nullable AreaCode parentOf(NewArea sent) {
        return sent.parent() == null ? null : new AreaCode(sent.parent());
    }

    boolean isCity() {
        return kind == AreaKind.CITY;
    }

    AreaCode code() {
        return code;
    }

    AreaView view() {
        return new AreaView(code, name, kind, parent, version);
    }
}
