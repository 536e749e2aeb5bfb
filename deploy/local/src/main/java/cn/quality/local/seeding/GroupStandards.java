package cn.quality.local.seeding;

import cn.quality.local.seeding.Api.Answer;
import cn.quality.local.seeding.SeedFiles.Element;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A body with its papers and the standards it is at work on.
 *
 * <p>Each act has a key, so an earlier run is taken up where it stopped. A period of comments begins on the day of seeding:
 * before it has run, no standard is published.
 */
final class GroupStandards {

    private final Api api;
    private final SeedConfig config;
    private final Tally tally;

    GroupStandards(Api api, SeedConfig config, Tally tally) {
        this.api = api;
        this.config = config;
        this.tally = tally;
    }

    void send(Element element) {
        var group = element.body();
        var key = "seed-group-" + group.path("key").asText();
        var body = post(Account.SEEDER, "group-bodies", group.path("body"), Map.of("Idempotency-Key", key));
        for (var paper : group.path("papers")) {
            if (body.isGood()) {
                body = post(
                        Account.SOCIAL_ORGANIZATION,
                        "group-bodies/" + body.body().path("id").asText() + "/papers",
                        paper,
                        following(body, key + "-" + paper.path("kind").asText()));
            }
        }
        if (!body.isGood()) {
            tally.settle(element.place(), body);
            return;
        }
        for (var project : group.path("projects")) {
            tally.settle(element.place() + " " + project.path("key").asText(), project(project, key));
        }
    }

    private Answer project(JsonNode project, String of) {
        var key = of + "-" + project.path("key").asText();
        var answer = post(
                Account.SOCIAL_ORGANIZATION, "group-cases", project.path("proposal"), Map.of("Idempotency-Key", key));
        if (!answer.isGood()
                || !answer.body().path("project").path("state").asText().equals("PROPOSED")) {
            return answer;
        }
        var id = answer.body().path("project").path("id").asText();
        for (var step : project.path("steps")) {
            var act = step.path("act").asText();
            answer = post(
                    Account.SOCIAL_ORGANIZATION,
                    "group-cases/" + id + "/" + act,
                    step.path("content"),
                    following(answer, key + "-" + act));
            if (!answer.isGood()) {
                return answer;
            }
        }
        int number = 0;
        for (var comment : project.path("comments")) {
            var said = post(
                    Account.ENTERPRISE,
                    "group-comments",
                    comment.<ObjectNode>deepCopy().put("projectId", id),
                    Map.of("Idempotency-Key", key + "-comment-" + ++number));
            if (!said.isGood()) {
                return said;
            }
        }
        return answer;
    }

    private Answer post(Account by, String path, Object content, Map<String, String> headers) {
        return api.post(by, config.standards(path), content, headers);
    }

    /** An act on what was just answered. */
    private static Map<String, String> following(Answer answer, String key) {
        return Map.of("If-Match", answer.etag(), "Idempotency-Key", key);
    }
}
