package cn.quality.gateway.portal;

import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pages read of the services' answers: the fields they show, and no others. */
final class ServiceResponses {

    private ServiceResponses() {}

    /** @param next cursor of the next page, absent on the last */
    record Page<T>(List<T> items, @Nullable String next) {

        Page {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** 第N批 of a year. */
    record Batch(int year, int number) {}

    /**
     * A published entry of the red or black list.
     *
     * @param statement the enterprise's own words (right of reply)
     */
    record Listing(
            String id,
            String uscc,
            String enterpriseName,
            String kind,
            String field,
            String ground,
            String legalBasis,
            String region,
            String authority,
            String documentNumber,
            LocalDate decidedOn,
            Instant publishedAt,
            @Nullable LocalDate validUntil,
            @Nullable String measures,
            @Nullable String removal,
            @Nullable String remedies,
            @Nullable Batch batch,
            @Nullable String statement,
            @Nullable Instant statedAt,
            boolean fictional) {

        public boolean red() {
            return "RED".equals(kind);
        }
    }

    /**
     * An honour that is announced.
     *
     * @param objectionsUntil last day on which anybody may object
     */
    record AnnouncedHonour(
            String id,
            String uscc,
            String enterpriseName,
            String field,
            String ground,
            String legalBasis,
            String region,
            @Nullable String authority,
            @Nullable String documentNumber,
            LocalDate announcedOn,
            String place,
            LocalDate objectionsUntil,
            boolean fictional) {}

    /**
     * What somebody has against one.
     *
     * @param receipt shown once
     * @param outcome absent while it has no answer
     */
    record NoticeObjection(
            @Nullable String receipt,
            String listingId,
            Instant raisedAt,
            @Nullable String outcome,
            @Nullable String answer,
            @Nullable Instant decidedAt) {

        /** Never into a log by accident. */
        @Override
        public String toString() {
            return "NoticeObjection[" + listingId + "]";
        }
    }

    /**
     * An enterprise found by name.
     *
     * @param matchedName the former name that was found, when it was not the present one
     */
    record Hit(
            String uscc, String name, @Nullable String matchedName, String region, String status, boolean fictional) {}

    /**
     * Enterprises found by name.
     *
     * @param similar 近似: who may be meant although no name of theirs has the text
     */
    record Hits(List<Hit> items, @Nullable String next, List<Hit> similar) {

        Hits {
            items = orEmpty(items);
            similar = orEmpty(similar);
        }
    }

    record FormerName(String name, LocalDate to) {}

    /** What a reader should know of an answer, in both languages. */
    record Warning(String code, Text text) {}

    /** All that is public about one enterprise. */
    record Enterprise(
            String uscc,
            String name,
            String region,
            String subjectType,
            @Nullable String industry,
            List<String> fields,
            String status,
            @Nullable LocalDate registeredOn,
            @Nullable LocalDate closedOn,
            List<Warning> warnings,
            List<FormerName> formerNames,
            boolean fictional,
            List<Listing> listings,
            List<Honour> honours,
            List<DeclaredStandard> declaredStandards,
            long listVersion,
            Instant asOf) {

        Enterprise {
            fields = orEmpty(fields);
            warnings = orEmpty(warnings);
            formerNames = orEmpty(formerNames);
            listings = orEmpty(listings);
            honours = orEmpty(honours);
            declaredStandards = orEmpty(declaredStandards);
        }
    }

    record Honour(
            String title,
            String department,
            LocalDate awardedOn,
            @Nullable LocalDate validTo) {}

    record DeclaredStandard(String standardNumber, String standardTitle, Instant declaredAt) {}

    record Standard(
            String id,
            String number,
            String titleZh,
            @Nullable String titleEn,
            String level,
            @Nullable String nature,
            String status,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate implementedOn,
            @Nullable LocalDate abolishedOn,
            @Nullable String ics,
            @Nullable String ccs,
            List<Related> replaces,
            List<Related> replacedBy,
            List<Adoption> adopts) {

        Standard {
            replaces = orEmpty(replaces);
            replacedBy = orEmpty(replacedBy);
            adopts = orEmpty(adopts);
        }
    }

    /** @param id absent while the catalogue does not hold it */
    record Related(
            @Nullable String id, String number, @Nullable String titleZh) {}

    record Adoption(String number, String degree) {}

    record Indicator(
            String code,
            String nameZh,
            @Nullable String nameEn,
            String domain,
            String unit,
            String kind,
            @Nullable Figure baseline,
            @Nullable Figure target,
            List<Quotation> quotations,
            @Nullable String note,
            @Nullable Live live) {

        Indicator {
            quotations = orEmpty(quotations);
        }
    }

    /** @param text the plan's own wording, for example {@code 97%以上} */
    record Figure(int year, @Nullable BigDecimal value, String text) {}

    record Quotation(String plan, String text) {}

    /**
     * A figure counted from events.
     *
     * @param value absent where nothing was counted of which there could be a rate
     */
    record Live(
            String code,
            @Nullable BigDecimal value,
            @Nullable Instant asOf) {}

    record LiveFigures(List<Live> figures) {

        LiveFigures {
            figures = orEmpty(figures);
        }

        /** A figure that has a value. */
        Optional<Live> of(String code) {
            return figures.stream()
                    .filter(figure -> figure.code().equals(code) && figure.value() != null)
                    .findFirst();
        }
    }

    /**
     * Something an office owes on an entry and has not done in time.
     *
     * @param due last day on which it would have been in time
     */
    record Overdue(String listingId, String uscc, String region, String state, String what, LocalDate due) {}

    /**
     * An entry about the own enterprise that is not over.
     *
     * @param can what the enterprise can do about it
     */
    record Matter(
            String listingId,
            String kind,
            String state,
            String ground,
            @Nullable String documentNumber,
            @Nullable LocalDate validUntil,
            List<OwnTerm> clocks,
            List<String> can) {

        Matter {
            clocks = orEmpty(clocks);
            can = orEmpty(can);
        }

        public boolean red() {
            return "RED".equals(kind);
        }
    }

    /** A term that runs, and its last day. */
    record OwnTerm(String clock, LocalDate due) {}

    /** An entry of a catalogue: regions have a name, legal bases a title. */
    record Entry(
            String code, @Nullable String name, @Nullable String title) {

        String label() {
            return name != null ? name : title != null ? title : code;
        }
    }

    /** @param secret shown once */
    record Receipt(
            String receipt,
            @Nullable String secret,
            String office,
            Instant filedAt,
            @Nullable LocalDate due) {

        /** Never into a log by accident. */
        @Override
        public String toString() {
            return "Receipt[" + receipt + "]";
        }
    }

    /** How a complaint stands, as its complainant may know it. */
    record Progress(
            String receipt,
            String kind,
            String enterpriseName,
            String office,
            String state,
            String stateText,
            Instant filedAt,
            @Nullable String answer,
            @Nullable Integer stars,
            List<Term> terms,
            List<Step> steps) {

        Progress {
            terms = orEmpty(terms);
            steps = orEmpty(steps);
        }

        /** The last day of what runs, if something does. */
        public @Nullable LocalDate due() {
            return terms.stream()
                    .filter(term -> term.metOn() == null)
                    .map(term -> term.deadline().due())
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    /** A clock; met on a day, or running. */
    record Term(Deadline deadline, @Nullable LocalDate metOn) {}

    record Deadline(LocalDate due) {}

    record Step(String actText, Instant at, String words) {}

    /** A file of evidence. */
    record Proof(String id, String fileName, long size) {}

    /** A service's refusal (RFC 9457). */
    record Refusal(
            @Nullable String title,
            @Nullable String detail,
            @Nullable String code,
            List<Violation> violations) {

        Refusal {
            violations = orEmpty(violations);
        }
    }

    record Violation(String field, String code, String message) {}

    /** Jackson leaves a missing list null. */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
