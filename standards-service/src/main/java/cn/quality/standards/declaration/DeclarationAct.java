package cn.quality.standards.declaration;

import cn.quality.platform.transition.Labelled;

/** What can be done to a declaration. */
enum DeclarationAct implements Labelled {
    DECLARE("声明公开", "make"),
    /** 企业标准化促进办法 art. 15: what changes is declared in time. */
    CHANGE("变更", "change"),
    WITHDRAW("撤回", "withdraw"),
    /** 企业标准化促进办法 art. 15: de-registration abolishes. */
    ABOLISH("废止", "abolish");

    private final String zh;
    private final String logged;

    DeclarationAct(String zh, String logged) {
        this.zh = zh;
        this.logged = logged;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public boolean isOfficial() {
        return this == ABOLISH;
    }

    /** Its name in the decision log. */
    String logged() {
        return "declaration." + logged;
    }
}
