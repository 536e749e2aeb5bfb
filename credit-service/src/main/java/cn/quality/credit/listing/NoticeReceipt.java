package cn.quality.credit.listing;

import cn.quality.platform.digest.Digests;
import java.util.UUID;

/** What lets whoever raised an objection to a public notice follow it: 122 random bits. Only its digest is stored. */
record NoticeReceipt(String shown) {

    static NoticeReceipt fresh() {
        return new NoticeReceipt(UUID.randomUUID().toString());
    }

    String hash() {
        return Digests.sha256(shown.strip());
    }

    @Override
    public String toString() {
        return "NoticeReceipt[…]";
    }
}
