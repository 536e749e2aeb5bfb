package cn.quality.credit.listing;

/** What an official can do to an entry. */
public enum ListingAct {
    DRAFT("起草"),
    REJECT("不予列入"),
    PUBLISH("发布"),
    WITHDRAW("撤下");

    private final String zh;

    ListingAct(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
