package cn.quality.standards.group;

/** What became of a comment (意见处理). */
enum CommentFate {
    ACCEPTED,
    PARTLY_ACCEPTED,
    REJECTED;

    /** Only what is taken over as it is needs no reason. */
    boolean needsReason() {
        return this != ACCEPTED;
    }
}
