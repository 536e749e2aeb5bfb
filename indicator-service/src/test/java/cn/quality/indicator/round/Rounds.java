package cn.quality.indicator.round;

import static cn.quality.indicator.Api.anyone;

import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Rounds over HTTP, and the people who work on them. */
public final class Rounds {

    public static final String EAST = "990701";
    public static final String WEST = "990702";
    public static final String CITY = "990700";

    private Rounds() {}

    public static RequestSpecification person(String name, String region, String... roles) {
        return anyone().auth()
                .oauth2(Tokens.of(roles).user(name).region(region).sign())
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification reporter() {
        return person("wang", EAST, "reporter");
    }

    public static RequestSpecification county() {
        return person("li", EAST, "county-reviewer");
    }

    public static RequestSpecification city() {
        return person("zhang", CITY, "city-reviewer");
    }

    public static RequestSpecification publisher() {
        return person("zhao", CITY, "publisher");
    }

    public static RequestSpecification auditor() {
        return person("auditor", CITY, "auditor");
    }

    public static String task(String area, String... indicators) {
        return """
                {"area": "%s", "indicators": [{"indicator": "%s"}]}""".formatted(area, String.join("\"}, {\"indicator\": \"", indicators));
    }

    public static ValidatableResponse open(String period, String... tasks) {
        return city().body("""
                        {"title": "%s填报", "period": "%s", "deadline": "%s", "tasks": [%s]}""".formatted(period, period, MovedClock.today().plusDays(10), String.join(",", tasks)))
                .post("/rounds")
                .then();
    }

    /** A task of one unit in a round of its own. */
    public static String opened(String period, String area, String... indicators) {
        return open(period, task(area, indicators)).statusCode(201).extract().path("tasks[0].id");
    }

    public static ValidatableResponse read(String id) {
        return auditor().get("/round-tasks/" + id).then().statusCode(200);
    }

    public static ValidatableResponse write(RequestSpecification who, String id, String indicator, String cell) {
        var path = "/round-tasks/" + id + "/cells/" + indicator;
        return who.header("If-Match", auditor().get(path).header("ETag"))
                .body(cell)
                .put(path)
                .then();
    }

    public static ValidatableResponse write(String id, String indicator, String cell) {
        return write(reporter(), id, indicator, cell);
    }

    /** An act upon the version as it is. */
    public static ValidatableResponse act(RequestSpecification who, String id, String act, String body) {
        var sent = who.header("If-Match", auditor().get("/round-tasks/" + id).header("ETag"));
        return (body.isEmpty() ? sent : sent.body(body))
                .post("/round-tasks/" + id + "/" + act)
                .then();
    }

    public static ValidatableResponse because(RequestSpecification who, String id, String act) {
        return act(who, id, act, "{\"reason\": \"示例理由\"}");
    }

    public static ValidatableResponse publish(String id) {
        return act(publisher(), id, "publication", "{\"basis\": \"示例：审定\"}");
    }

    /** Over all levels, with the figures as they were written. */
    public static void toPublication(String id) {
        act(reporter(), id, "submission", "").statusCode(200);
        act(county(), id, "approval", "").statusCode(200);
        act(city(), id, "acceptance", "").statusCode(200);
        act(city(), id, "lock", "").statusCode(200);
        publish(id).statusCode(200);
    }
}
