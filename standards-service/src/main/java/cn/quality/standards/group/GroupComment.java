package cn.quality.standards.group;

import cn.quality.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say about a draft. Who it was, if they said, is for the body alone; the words become public with the
 * answer to them.
 */
@Entity
@Table(name = "group_comment")
class GroupComment {

    @Id
    private UUID id;

    private UUID projectId;
    private int round;
    private @Nullable String clause;
    private String text;
    private @Nullable String name;
    private @Nullable String organization;
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CommentFate fate;

    private @Nullable String reason;
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GroupComment() {}

    GroupComment(UUID projectId, int round, NewGroupComment.Said said, Instant now) {
        this.id = Ids.next();
        this.projectId = projectId;
        this.round = round;
        this.clause = said.clause();
        this.text = said.text();
        this.name = said.name();
        this.organization = said.organization();
        this.madeAt = now;
    }

    /** Says what became of it; said again it replaces what was said before. */
    void answer(CommentFate becomes, @Nullable String because, Instant now) {
        fate = becomes;
        reason = because;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    /** As everybody may see it, once it is answered. */
    GroupCommentView view() {
        return new GroupCommentView(id, round, clause, text, madeAt, fate, reason, answeredAt, null, null);
    }

    /** With who said so, for the body. */
    GroupCommentView full() {
        return new GroupCommentView(id, round, clause, text, madeAt, fate, reason, answeredAt, name, organization);
    }
}
