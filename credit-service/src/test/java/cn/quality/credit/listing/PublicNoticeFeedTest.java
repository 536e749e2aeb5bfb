package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.identifiers.RegionCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The feed word by word: a reader of feeds sees nothing else. */
class PublicNoticeFeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void aFeedNamesItselfItsPageAndEveryHonour() {
        var feed = feed(
                List.of(honour(1, "示例市场监督管理局", true), honour(2, null, false)), Optional.of(new RegionCode("371102")));

        assertThat(feed)
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\"><id>urn:uuid:")
                .contains("<title>质量信用红榜公示 (honours under public notice)</title><subtitle>")
                .contains("</subtitle><updated>2026-03-01T00:00:00+08:00</updated><link rel=\"self\""
                        + " type=\"application/atom+xml\" href=\"/api/credit/v1/public-notices/feed?region=371102\"")
                .contains("<link rel=\"alternate\" type=\"text/html\" href=\"/public-notices\"")
                .contains("<author><name>质量公共服务</name></author><entry><id>urn:uuid:00000000-0000-0000-0000-000000000001"
                        + "</id><title>【虚构数据】示例企业</title><published>2026-03-01T00:00:00+08:00</published>"
                        + "<updated>2026-03-01T00:00:00+08:00</updated><link rel=\"alternate\" type=\"text/html\""
                        + " href=\"/public-notices/00000000-0000-0000-0000-000000000001\"")
                .contains(
                        "<author><name>示例市场监督管理局</name></author><summary>示例企业（91371199MA3RH00187）拟列入质量信用红榜，事由：示例事由。公示至 2026-03-06，")
                .contains(
                        "</summary></entry><entry><id>urn:uuid:00000000-0000-0000-0000-000000000002</id><title>示例企业</title>")
                .endsWith("</summary></entry></feed>")
                .containsOnlyOnce("示例市场监督管理局");
    }

    @Test
    void anEmptyFeedIsOfToday() {
        assertThat(feed(List.of(), Optional.empty()))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<updated>2026-03-10T00:00:00+08:00</updated>", "href=\"/api/credit/v1/public-notices/feed\"")
                .endsWith("</author></feed>");
    }

    private static String feed(List<AnnouncedHonour> honours, Optional<RegionCode> region) {
        return new String(PublicNoticeFeed.of(honours, region, TODAY), StandardCharsets.UTF_8);
    }

    private static AnnouncedHonour honour(long id, @Nullable String authority, boolean fictional) {
        return new AnnouncedHonour(
                new UUID(0, id),
                EntryFixture.USCC,
                "示例企业",
                ActivityField.INDUSTRIAL_PRODUCTION,
                "示例事由",
                "TEST-1",
                "371102",
                authority,
                null,
                LocalDate.of(2026, 3, 1),
                "示例门户",
                LocalDate.of(2026, 3, 6),
                fictional);
    }
}
