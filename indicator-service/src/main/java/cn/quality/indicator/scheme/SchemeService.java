package cn.quality.indicator.scheme;

import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.RevisionView;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Use cases around schemes. A change is another version; cycles that began under one go on under it. */
@ApplicationScoped
public class SchemeService {

    private static final String SUBJECT = "scheme";

    private final Revisions revisions;

    SchemeService(Revisions revisions) {
        this.revisions = revisions;
    }

    /**
     * Puts a scheme in force, or another version of it.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code inconsistent-scheme} naming every row that does not fit
     */
    @Transactional
    public Put<SchemeView> put(NewScheme sent, Optional<String> ifMatch) {
        var put = revisions.put(
                new Revisions.Sent<>(SUBJECT, sent.id(), sent, sent.basis()),
                ifMatch,
                () -> SchemeCheck.require(sent),
                () -> sent);
        return new Put<>(new SchemeView(put.version(), put.view()), put.version(), put.created());
    }

    public Optional<SchemeView> find(String id) {
        return revisions
                .newest(SUBJECT, id, NewScheme.class)
                .map(known -> new SchemeView(known.version(), known.item()));
    }

    /** A city has a handful. */
    public List<SchemeView> list() {
        return revisions.newestOfEach(SUBJECT, NewScheme.class).stream()
                .map(known -> new SchemeView(known.version(), known.item()))
                .toList();
    }

    /** Every version that was ever in force, newest first; empty when there is no such scheme. */
    public Optional<Page<RevisionView>> versions(String id, PageRequest request) {
        return find(id).map(known -> revisions.of(SUBJECT, id, request));
    }

    /** The scheme in force, to begin a cycle with. */
    public Optional<Scheme> current(String id) {
        return find(id).map(known -> Scheme.of(known.scheme(), known.version()));
    }

    /** The scheme a cycle began under. */
    public Scheme at(String id, long version) {
        return Scheme.of(revisions.at(SUBJECT, id, version, NewScheme.class).orElseThrow(), version);
    }
}
