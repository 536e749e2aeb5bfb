package cn.quality.credit.owner;

import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** What an enterprise may know about itself: everything that is on file, and nothing about anybody else. */
@ApplicationScoped
class OwnService {

    private final OwnRepository repository;
    private final Caller caller;

    OwnService(OwnRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @Transactional
    Page<OwnItem> archive(Optional<OwnSection> section, PageRequest page) {
        var after = page.cursor()
                .map(cursor -> new OwnRepository.Place((int) cursor.number(0), cursor.text(1)))
                .orElse(OwnRepository.Place.FIRST);
        var items = new ArrayList<OwnItem>();
        repository.items(own(), section, after, page.fetch(), items::add);
        return Page.of(items, page, item -> Cursor.of(item.section().ordinal(), item.key()));
    }

    /** All of it, all from the same moment. */
    @Transactional
    void archive(Optional<OwnSection> section, Consumer<? super OwnItem> reader) {
        repository.items(own(), section, OwnRepository.Place.FIRST, Integer.MAX_VALUE, reader);
    }

    @Transactional
    Page<OwnMatter> matters(PageRequest page) {
        var rows = repository.matters(own(), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.listingId()));
    }

    @Transactional
    Page<Look> looks(PageRequest page) {
        var rows = repository.looks(own(), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    @Transactional
    Page<LookCount> counts(PageRequest page) {
        var before =
                page.cursor().map(cursor -> cursor.key(0, LocalDate::parse)).orElse(LocalDate.of(9999, 12, 31));
        return Page.of(repository.counts(own(), before, page.fetch()), page, row -> Cursor.of(row.day()));
    }

    private String own() {
        return caller.requireEnterprise().value();
    }
}
