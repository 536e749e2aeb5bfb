package cn.quality.credit.listing;

import cn.quality.platform.transition.Labelled;

/**
 * Where an entry is in its life. A black entry goes through review, notice and defence, decision and service; a red one
 * through review and public notice.
 */
public enum ListingState implements Labelled {
    DRAFT("草稿", false),
    /** 法制审核: the black path. */
    LEGAL_REVIEW("法制审核", false),
    NOTICE_SERVED("已告知", false),
    DEFENCE_RECEIVED("已收陈述申辩", false),
    DEFENCE_LAPSED("逾期未陈述申辩", false),
    UPPER_CONSENT("上级已同意", false),
    DECIDED("已决定", false),
    SERVED("已送达", false),
    /** 审核: the red path. */
    REVIEW("审核", false),
    /** 公示: anybody can object before the honour is given. */
    PUBLIC_NOTICE("公示", false),
    PUBLISHED("已发布", true),
    OBJECTION_OPEN("异议处理中", true),
    REPAIR_APPLIED("已申请修复", true),
    REPAIR_ACCEPTED("修复已受理", true),
    /** The decision behind it is void: in no public answer from this moment, and withdrawn formally within its deadline. */
    BASIS_REVOKED("依据已撤销", false),
    WITHDRAWN("已撤下", false),
    REPAIRED("已修复", false),
    EXPIRED("已到期", false),
    /** 临时修复: not shown while a court's plan of reorganisation or settlement is carried out; shown again if it fails. */
    TEMPORARILY_REPAIRED("临时修复", false),
    /** It is not shared and no measure follows from it any more. */
    ARCHIVED("已归档", false),
    /** The repair was obtained by fraud: a publisher puts the entry on the list again. */
    REPAIR_REVOKED("修复已撤销", false),
    /** Decided, but not published, for good. */
    CLOSED("已终止", false),
    REJECTED("不予列入", false);

    private final String zh;
    private final boolean displayed;

    ListingState(String zh, boolean displayed) {
        this.zh = zh;
        this.displayed = displayed;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Whether the entry is off the list for good, unless somebody finds that it ended wrongly. */
    boolean isEnd() {
        return this == BASIS_REVOKED || this == WITHDRAWN || this == REPAIRED || this == EXPIRED;
    }

    /** Whether an entry in this state stands in public answers, as long as its term is not over. */
    boolean isDisplayed() {
        return displayed;
    }
}
