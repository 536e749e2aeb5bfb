package cn.quality.credit.listing;

/** Where an entry stands. Only {@link #PUBLISHED} entries are in any public answer. */
public enum ListingState {
    DRAFT("草稿"),
    PUBLISHED("已发布"),
    WITHDRAWN("已撤下"),
    REJECTED("不予列入");

    private final String zh;

    ListingState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
