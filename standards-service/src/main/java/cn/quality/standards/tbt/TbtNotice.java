package cn.quality.standards.tbt;

import cn.quality.platform.id.Ids;
import cn.quality.standards.search.SearchText;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One notice, as it was last stated. */
@Entity
@Table(name = "tbt_notice")
class TbtNotice {

    @Id
    private UUID id;

    @Version
    private long version;

    private String number;
    private String market;
    private String title;
    private String product;
    private String[] ics;

    /** With the classes they lie in. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private String[] icsAround;

    private LocalDate notifiedOn;
    private @Nullable LocalDate commentsUntil;
    private @Nullable LocalDate entersIntoForceOn;
    private String link;

    @Embedded
    @SuppressWarnings("UnusedVariable") // read by queries only
    private SearchText search;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TbtNotice() {}

    @SuppressWarnings("NullAway.Init") // the fields are set by take
    TbtNotice(NewTbtNotice.Stated stated) {
        this.id = Ids.next();
        this.number = stated.number();
        take(stated);
    }

    /** @return whether it says something new */
    boolean correct(NewTbtNotice.Stated stated) {
        if (stated().equals(stated)) {
            return false;
        }
        take(stated);
        return true;
    }

    private void take(NewTbtNotice.Stated stated) {
        market = stated.market();
        title = stated.title();
        product = stated.product();
        ics = stated.ics().toArray(String[]::new);
        icsAround = IcsClass.around(stated.ics()).toArray(String[]::new);
        notifiedOn = stated.notifiedOn();
        commentsUntil = stated.commentsUntil();
        entersIntoForceOn = stated.entersIntoForceOn();
        link = stated.link();
        search = SearchText.of(Stream.of(number, title, product));
    }

    private NewTbtNotice.Stated stated() {
        return new NewTbtNotice.Stated(
                number, market, title, product, List.of(ics), notifiedOn, commentsUntil, entersIntoForceOn, link);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String market() {
        return market;
    }

    /** The classes of the notice and those that they lie in. */
    List<String> icsAround() {
        return IcsClass.around(List.of(ics));
    }

    TbtNoticeView view() {
        return new TbtNoticeView(
                id, number, market, title, product, List.of(ics), notifiedOn, commentsUntil, entersIntoForceOn, link);
    }
}
