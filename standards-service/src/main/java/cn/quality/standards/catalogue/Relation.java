package cn.quality.standards.catalogue;

import cn.quality.standards.number.AdoptionDegree;
import cn.quality.standards.number.StandardNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** "Subject does something to object", by canonical number: {@code GB/T 19001-2016} replaces {@code GB/T 19001-2008}. */
@Embeddable
record Relation(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        Kind kind,

        @Column(nullable = false) String subjectKey,
        @Column(nullable = false) String objectKey) {

    enum Kind {
        REPLACES,
        ADOPTS_IDT,
        ADOPTS_MOD,
        ADOPTS_NEQ;

        Optional<AdoptionDegree> adoption() {
            return switch (this) {
                case REPLACES -> Optional.empty();
                case ADOPTS_IDT -> Optional.of(AdoptionDegree.IDT);
                case ADOPTS_MOD -> Optional.of(AdoptionDegree.MOD);
                case ADOPTS_NEQ -> Optional.of(AdoptionDegree.NEQ);
            };
        }
    }

    static Relation replacement(StandardNumber successor, StandardNumber predecessor) {
        return new Relation(Kind.REPLACES, successor.canonical(), predecessor.canonical());
    }

    static Relation adoption(StandardNumber adopting, StandardNumber adopted, AdoptionDegree degree) {
        var kind =
                switch (degree) {
                    case IDT -> Kind.ADOPTS_IDT;
                    case MOD -> Kind.ADOPTS_MOD;
                    case NEQ -> Kind.ADOPTS_NEQ;
                };
        return new Relation(kind, adopting.canonical(), adopted.canonical());
    }
}
