package cn.quality.standards.registry;

import cn.quality.platform.transition.Labelled;

/** Where an entry stands; {@link RegistryTransitions} says how it gets on. */
enum RegistryState implements Labelled {
    PROPOSED("待入库审定"),
    /** It was never in the registry. */
    DECLINED("未入库"),
    ENTERED("在库"),
    /** It is in the registry, and may leave it. */
    UNDER_REVIEW("复核中"),
    EXITED("已退出"),
    /** It was in the registry before, and may come back. */
    REPROPOSED("待重新入库审定");

    private final String zh;

    RegistryState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Whether it is in the registry; nobody outside is told more. */
    boolean isIn() {
        return this == ENTERED || this == UNDER_REVIEW;
    }
}
