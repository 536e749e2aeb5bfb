package cn.quality.gateway.feeds;

/** Something in this process that needs every event. Called from one thread; must not wait. */
public interface EventListener {

    void heard(TailedEvent event);

    /** Events may have happened that will never arrive. */
    default void missed() {}

    /** Whether events arrive as they happen; false until all that happened meanwhile has arrived. */
    default void arriving(boolean now) {}
}
