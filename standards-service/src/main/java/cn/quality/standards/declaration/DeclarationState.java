package cn.quality.standards.declaration;

import cn.quality.platform.transition.Labelled;

/** Where a declaration stands; {@link DeclarationTransitions} says how it got there. */
enum DeclarationState implements Labelled {
    PUBLIC("公开"),
    /** The enterprise no longer follows the standard, or offers the products no more. */
    WITHDRAWN("撤回"),
    /** The declaring enterprise is closed. */
    ABOLISHED("废止");

    private final String zh;

    DeclarationState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
