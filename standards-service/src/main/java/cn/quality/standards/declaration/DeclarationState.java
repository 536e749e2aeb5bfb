package cn.quality.standards.declaration;

/** Where a declaration stands; {@link DeclarationTransition} says how it got there. */
enum DeclarationState {
    /** 公开. */
    PUBLIC,
    /** 废止: the declaring enterprise is gone. */
    ABOLISHED
}
