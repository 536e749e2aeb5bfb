package cn.quality.standards.feedback;

import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.id.Ids;
import cn.quality.platform.transition.Transition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report of a problem with a standard. What somebody wrote, and who it was, is not in here. */
@Entity
@Table(name = "feedback")
class Feedback {

    @Id
    private UUID id;

    private String secretHash;
    private String number;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private String numberKey;

    @Enumerated(EnumType.STRING)
    private FeedbackCategory category;

    @Enumerated(EnumType.STRING)
    private FeedbackState state;

    private @Nullable String department;
    private @Nullable String question;
    private @Nullable String answer;
    private Instant receivedAt;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "feedback_act", joinColumns = @JoinColumn(name = "feedback_id"))
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Feedback() {}

    /** Takes a report. */
    Feedback(NewFeedback.Checked filed, ReceiptSecret secret, Instant now) {
        this.id = Ids.next();
        this.secretHash = secret.hash();
        this.number = filed.number().original();
        this.numberKey = filed.number().canonical();
        this.category = filed.category();
        this.receivedAt = now;
        var row = FeedbackTransitions.TABLE.opening();
        this.state = row.to();
        note(row.act(), "", DecisionContext.reporter(now));
    }

    /** @param by department that looks into it */
    void accept(String words, @Nullable String by, DecisionContext now) {
        var row = required(FeedbackAct.ACCEPT, now);
        department = by;
        take(row, words, now);
    }

    void answer(NewAnswer.Checked sent, DecisionContext now) {
        var row = required(FeedbackAct.ANSWER, now);
        question = sent.question();
        answer = sent.answer();
        take(row, "", now);
    }

    /** The answer becomes public as it was drafted. */
    FeedbackEvent publish(DecisionContext now) {
        take(required(FeedbackAct.PUBLISH, now), "", now);
        return new FeedbackEvent(
                version,
                new FeedbackEvent.Snapshot(
                        id,
                        number,
                        category,
                        Optional.ofNullable(question).orElseThrow(),
                        Optional.ofNullable(answer).orElseThrow(),
                        now.moment()));
    }

    /** An act that changes nothing but the state. */
    void move(FeedbackAct act, String words, DecisionContext now) {
        take(required(act, now), words, now);
    }

    private Transition<FeedbackState, FeedbackAct, FeedbackPolicy, Void, FeedbackEvent.Kind> required(
            FeedbackAct act, DecisionContext now) {
        var row = FeedbackTransitions.TABLE.of(state, act);
        Transition.require(row.policies(), this, act, now);
        return row;
    }

    private void take(
            Transition<FeedbackState, FeedbackAct, FeedbackPolicy, Void, FeedbackEvent.Kind> row,
            String words,
            DecisionContext now) {
        state = row.to();
        if (state.isEnd()) {
            endedAt = now.moment();
        }
        version++;
        note(row.act(), words, now);
    }

    private void note(FeedbackAct act, String words, DecisionContext now) {
        history.add(new HistoryEntry(act, now.actor(), now.moment(), words));
    }

    /** Acts that this actor can do to it now, in the order of the table. */
    List<FeedbackAct> actions(DecisionContext now) {
        return FeedbackTransitions.TABLE.possible(state).stream()
                .filter(act -> FeedbackTransitions.TABLE.of(state, act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    /** The draft that stands was written by this person. */
    boolean wasAnsweredBy(String official) {
        return history.stream()
                .filter(entry -> entry.act() == FeedbackAct.ANSWER)
                .reduce((first, last) -> last)
                .filter(entry -> entry.official().equals(official))
                .isPresent();
    }

    boolean isOpenedBy(ReceiptSecret secret) {
        return secret.matches(secretHash);
    }

    /** As whoever reported follows it: the notes of the office, and the answer once it is public. */
    FollowedFeedback followed() {
        boolean published = state == FeedbackState.PUBLISHED;
        return new FollowedFeedback(
                id,
                number,
                category,
                // That an answer waits for another person is the office's own business.
                state == FeedbackState.ANSWERED ? FeedbackState.ACCEPTED : state,
                receivedAt,
                department,
                published ? question : null,
                published ? answer : null,
                state == FeedbackState.DISMISSED ? history.getLast().words() : null);
    }

    FeedbackCaseView file(List<FeedbackAct> actions, @Nullable PrivatePart words) {
        return new FeedbackCaseView(
                id,
                version,
                number,
                category,
                state,
                receivedAt,
                department,
                words == null ? null : words.words(),
                words == null ? null : words.contact(),
                question,
                answer,
                List.copyOf(history),
                actions);
    }

    /** What somebody wrote, and how they can be reached. */
    record PrivatePart(String words, @Nullable String contact) {

        /** Never into a log by accident. */
        @Override
        public String toString() {
            return "PrivatePart[…]";
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }
}
