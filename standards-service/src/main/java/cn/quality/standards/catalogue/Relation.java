package cn.quality.standards.catalogue;

import cn.quality.standards.number.AdoptionDegree;
import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "Subject does something to object", by canonical number: {@code GB/T 19001-2016} replaces {@code GB/T 19001-2008}.
 *
 * @param since of a renumbering: the first day under the present number
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Relation(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        Kind kind,

        @Column(nullable = false) String subjectKey,
        @Column(nullable = false) String objectKey,
        @Nullable LocalDate since) {

    enum Kind {
        /** 完全代替 */
        REPLACES,
        /** 部分代替: the object stays in force. */
        REPLACES_IN_PART,
        /** One standard, two numbers: a mandatory one that became recommended in 2017, a body that changed its code. */
        RENUMBERED,
        ADOPTS_IDT,
        ADOPTS_MOD,
        ADOPTS_NEQ,
        /** 规范性引用: a dated object is that edition, an undated one the edition in force on the day asked. */
        CITES;

        /** Those by which one standard follows another. */
        static final Set<Kind> OF_SUCCESSION = Set.of(REPLACES, REPLACES_IN_PART, RENUMBERED);

        Optional<AdoptionDegree> adoption() {
            return switch (this) {
                case REPLACES, REPLACES_IN_PART, RENUMBERED, CITES -> Optional.empty();
                case ADOPTS_IDT -> Optional.of(AdoptionDegree.IDT);
                case ADOPTS_MOD -> Optional.of(AdoptionDegree.MOD);
                case ADOPTS_NEQ -> Optional.of(AdoptionDegree.NEQ);
            };
        }
    }

    static Relation replacement(StandardNumber successor, StandardNumber predecessor) {
        return new Relation(Kind.REPLACES, successor.canonical(), predecessor.canonical(), null);
    }

    static Relation partialReplacement(StandardNumber successor, StandardNumber predecessor) {
        return new Relation(Kind.REPLACES_IN_PART, successor.canonical(), predecessor.canonical(), null);
    }

    static Relation renumbering(StandardNumber present, StandardNumber former, LocalDate since) {
        return new Relation(Kind.RENUMBERED, present.canonical(), former.canonical(), since);
    }

    /** @param cited an edition, or an undated number, which stays undated */
    static Relation citation(StandardNumber citing, StandardNumber cited) {
        return new Relation(Kind.CITES, citing.canonical(), cited.canonical(), null);
    }

    boolean ofSuccession() {
        return Kind.OF_SUCCESSION.contains(kind);
    }

    static Relation adoption(StandardNumber adopting, StandardNumber adopted, AdoptionDegree degree) {
        var kind =
                switch (degree) {
                    case IDT -> Kind.ADOPTS_IDT;
                    case MOD -> Kind.ADOPTS_MOD;
                    case NEQ -> Kind.ADOPTS_NEQ;
                };
        return new Relation(kind, adopting.canonical(), adopted.canonical(), null);
    }
}
