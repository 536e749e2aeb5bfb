package cn.quality.gateway.portal;

import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.identity.UserClaims;
import cn.quality.gateway.portal.Catalogues.Names;
import cn.quality.gateway.portal.ServiceResponses.AnnouncedHonour;
import cn.quality.gateway.portal.ServiceResponses.Enterprise;
import cn.quality.gateway.portal.ServiceResponses.Hits;
import cn.quality.gateway.portal.ServiceResponses.Indicator;
import cn.quality.gateway.portal.ServiceResponses.Listing;
import cn.quality.gateway.portal.ServiceResponses.Live;
import cn.quality.gateway.portal.ServiceResponses.Matter;
import cn.quality.gateway.portal.ServiceResponses.NoticeObjection;
import cn.quality.gateway.portal.ServiceResponses.Overdue;
import cn.quality.gateway.portal.ServiceResponses.Page;
import cn.quality.gateway.portal.ServiceResponses.Progress;
import cn.quality.gateway.portal.ServiceResponses.Proof;
import cn.quality.gateway.portal.ServiceResponses.Receipt;
import cn.quality.gateway.portal.ServiceResponses.Refusal;
import cn.quality.gateway.portal.ServiceResponses.Standard;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The pages and what each needs. The templates in {@code templates/portal} are checked against these signatures when the
 * module is built. A part that is {@code null} was not available: the page says so in its place.
 */
@CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Pages {

    private Pages() {}

    static native TemplateInstance home(
            @Nullable Page<Listing> red, @Nullable Page<Listing> black, Headline headline, Names names);

    static native TemplateInstance search(Search search, Names names);

    static native TemplateInstance enterprise(Enterprise enterprise, Names names);

    static native TemplateInstance list(
            boolean red, @Nullable Page<Listing> page, boolean continued, @Nullable Refusal refusal, Names names);

    static native TemplateInstance standards(
            String q, @Nullable Page<Standard> page, boolean continued, @Nullable Refusal refusal);

    static native TemplateInstance standard(Standard standard);

    static native TemplateInstance indicators(@Nullable List<Domain> domains, int count);

    static native TemplateInstance indicator(Indicator indicator);

    static native TemplateInstance complaints(List<ComplaintForm.Kind> kinds, @Nullable Refusal refusal);

    static native TemplateInstance complaintForm(
            ComplaintForm form, List<String> fields, SortedMap<String, String> regions, @Nullable Refusal refusal);

    static native TemplateInstance complaintReceipt(Receipt receipt, ComplaintForm.Kind kind);

    static native TemplateInstance complaint(
            Progress complaint, Complaints.Key key, String once, List<Proof> evidence, @Nullable Refusal remark);

    static native TemplateInstance publicNotices(
            PageLocale locale, @Nullable Page<AnnouncedHonour> page, boolean continued, NoticeForm form, Names names);

    static native TemplateInstance publicNotice(
            PageLocale locale, @Nullable AnnouncedHonour notice, NoticeForm form, Names names);

    static native TemplateInstance publicNoticeReceipt(PageLocale locale, @Nullable String receipt);

    static native TemplateInstance publicNoticeObjection(PageLocale locale, NoticeObjection objection);

    static native TemplateInstance workbench(Desk desk, Names names);

    static native TemplateInstance error(Trouble trouble);

    /** Figures at the head of the home page; each may be missing. */
    record Headline(
            @Nullable Live selfDeclared,
            @Nullable Live red,
            @Nullable Live black,
            @Nullable Indicator plan) {}

    /**
     * A search and what came of it.
     *
     * @param q as it was typed
     * @param hint what to do with an input that cannot be searched for
     * @param hits by name; absent when the input was a code
     * @param refusal why the credit service would not answer this input
     * @param unknownCode a well-formed code nobody has registered
     */
    record Search(
            String q,
            @Nullable String hint,
            @Nullable Hits hits,
            boolean continued,
            @Nullable Refusal refusal,
            boolean unknownCode,
            boolean unavailable) {

        static Search empty(String q) {
            return new Search(q, null, null, false, null, false, false);
        }

        static Search hint(String q, String hint) {
            return new Search(q, hint, null, false, null, false, false);
        }

        static Search hits(String q, Hits hits, boolean continued) {
            return new Search(q, null, hits, continued, null, false, false);
        }

        static Search refused(String q, Refusal refusal) {
            return new Search(q, null, null, false, refusal, false, false);
        }

        static Search unknown(String q) {
            return new Search(q, null, null, false, null, true, false);
        }

        static Search unavailable(String q) {
            return new Search(q, null, null, false, null, false, true);
        }
    }

    /**
     * A form of the pages on public notices as it was sent.
     *
     * @param listing the honour an objection is to; empty when there can be none
     * @param value what was typed into its one field
     * @param key sent with an objection, so that a second click raises nothing twice
     * @param mistake what is wrong with the field
     * @param refusal why nothing came of it for another reason
     */
    record NoticeForm(
            String listing,
            String value,
            String key,
            @Nullable String mistake,
            @Nullable String refusal) {

        /** To ask with a receipt. */
        static NoticeForm following(String receipt) {
            return new NoticeForm("", receipt, "", null, null);
        }

        static NoticeForm objecting(String listing, String content, String key) {
            return new NoticeForm(listing, content, key, null, null);
        }

        NoticeForm mistaken(String text) {
            return new NoticeForm(listing, value, key, text, null);
        }

        NoticeForm refused(String text) {
            return new NoticeForm(listing, value, key, null, text);
        }

        /** What was written stays to be read. */
        NoticeForm closed() {
            return new NoticeForm("", value, key, mistake, refusal);
        }

        public boolean failed() {
            return mistake != null || refusal != null;
        }
    }

    /**
     * The work that waits for a person.
     *
     * @param office whether they work on entries; then there is overdue work to show
     * @param owner whether they act for an enterprise; then there are its open matters
     */
    record Desk(
            UserClaims person,
            List<RoleLabel> roles,
            boolean office,
            @Nullable Page<Overdue> overdue,
            boolean owner,
            @Nullable Page<Matter> matters) {}

    /** Indicators of one domain. */
    record Domain(String code, List<Indicator> indicators) {}

    /**
     * A refusal, as a person reads it.
     *
     * @param traceId for the operator
     */
    record Trouble(int status, String title, String detail, String traceId) {}
}
