package cn.quality.credit.sharing;

/** Where an acknowledgement stands, with the condition on its row. */
enum SharingState {
    /** Waited for, late or not. */
    OPEN("acknowledged_at is null and resumed_at is null"),

    /** Waited for, and late. */
    OVERDUE("acknowledged_at is null and resumed_at is null and due < today"),

    /** The subscriber has stopped using the entry. */
    ACKNOWLEDGED("acknowledged_at is not null and resumed_at is null"),

    /** Void: the entry stands again. */
    RESUMED("resumed_at is not null");

    private final String condition;

    SharingState(String condition) {
        this.condition = condition;
    }

    /** SQL over a row of {@code sharing_stop} beside the legal date {@code today}. */
    String condition() {
        return condition;
    }
}
