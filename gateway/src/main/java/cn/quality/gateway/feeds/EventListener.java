package cn.quality.gateway.feeds;

/** Something in this process that needs every event. Called from one thread; must not wait. */
public interface EventListener {

    void heard(TailedEvent event);

    /** Events may have happened that will never be told. */
    default void missed() {}

    /** Whether events are told as they happen; false until all that happened meanwhile has been told. */
    default void arriving(boolean now) {}
}
