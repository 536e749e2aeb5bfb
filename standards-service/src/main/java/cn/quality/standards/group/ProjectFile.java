package cn.quality.standards.group;

import cn.quality.platform.json.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * All papers of a project, in the order in which they came in. It is read as a whole and never searched, so it is stored as
 * one value; what lists ask for are columns of {@link GroupProject}.
 *
 * @param drafters of every round: who wrote an earlier draft is barred as well
 */
@Immutable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectFile(
        List<Participant> drafters,
        List<Consultation> consultations,
        List<Meeting> meetings,
        @Nullable Publication publication,
        List<ReviewConclusion> reviews,
        List<Correction> corrections,
        List<HistoryEntry> history) {

    static final ProjectFile EMPTY =
            new ProjectFile(List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of());

    Optional<Consultation> lastConsultation() {
        return last(consultations);
    }

    Optional<Meeting> lastMeeting() {
        return last(meetings);
    }

    Optional<Correction> lastCorrection() {
        return last(corrections);
    }

    ProjectFile drafted(List<Participant> by) {
        var all = Stream.concat(drafters.stream(), by.stream()).distinct().toList();
        return new ProjectFile(all, consultations, meetings, publication, reviews, corrections, history);
    }

    ProjectFile consulted(Consultation added) {
        return withConsultations(and(consultations, added));
    }

    /** The last round, as it is now. */
    ProjectFile consultation(Consultation changed) {
        return withConsultations(and(butLast(consultations), changed));
    }

    private ProjectFile withConsultations(List<Consultation> rounds) {
        return new ProjectFile(drafters, rounds, meetings, publication, reviews, corrections, history);
    }

    ProjectFile convened(Meeting added) {
        return withMeetings(and(meetings, added));
    }

    /** The last meeting, as it is now. */
    ProjectFile meeting(Meeting changed) {
        return withMeetings(and(butLast(meetings), changed));
    }

    private ProjectFile withMeetings(List<Meeting> held) {
        return new ProjectFile(drafters, consultations, held, publication, reviews, corrections, history);
    }

    ProjectFile published(Publication as) {
        return new ProjectFile(drafters, consultations, meetings, as, reviews, corrections, history);
    }

    ProjectFile reviewed(ReviewConclusion added) {
        return new ProjectFile(
                drafters, consultations, meetings, publication, and(reviews, added), corrections, history);
    }

    ProjectFile ordered(Correction added) {
        return withCorrections(and(corrections, added));
    }

    /** The last order, as it is now. */
    ProjectFile correction(Correction changed) {
        return withCorrections(and(butLast(corrections), changed));
    }

    private ProjectFile withCorrections(List<Correction> orders) {
        return new ProjectFile(drafters, consultations, meetings, publication, reviews, orders, history);
    }

    ProjectFile noted(HistoryEntry entry) {
        return new ProjectFile(
                drafters, consultations, meetings, publication, reviews, corrections, and(history, entry));
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static <T> List<T> and(List<T> all, T added) {
        var more = new ArrayList<>(all);
        more.add(added);
        return List.copyOf(more);
    }

    private static <T> List<T> butLast(List<T> all) {
        return all.subList(0, all.size() - 1);
    }

    @Converter
    static class AsJson implements AttributeConverter<ProjectFile, String> {

        private static final ObjectMapper JSON =
                new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

        @Override
        public String convertToDatabaseColumn(ProjectFile file) {
            return Json.unchecked(() -> JSON.writeValueAsString(file));
        }

        @Override
        public ProjectFile convertToEntityAttribute(String stored) {
            return Json.unchecked(() -> JSON.readValue(stored, ProjectFile.class));
        }
    }
}
