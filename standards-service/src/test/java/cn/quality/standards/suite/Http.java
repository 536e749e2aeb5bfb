package cn.quality.standards.suite;

import static cn.quality.testing.QuickPaths.given;

import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Callers of the service. */
public final class Http {

    public static final String BASE = "/api/standards/v1/";

    private Http() {}

    public static RequestSpecification anyone() {
        return given().basePath(BASE);
    }

    public static RequestSpecification administrator() {
        return anyone().auth().oauth2(Tokens.of("administrator").sign()).contentType(ContentType.JSON);
    }

    /** An official of an office, by the name of the role. */
    public static RequestSpecification official(String role, String region) {
        return anyone().auth().oauth2(Tokens.of(role).region(region).sign()).contentType(ContentType.JSON);
    }

    /** The same in an office of the city. */
    public static RequestSpecification official(String role) {
        return official(role, "371100");
    }

    public static RequestSpecification official(String role, String login, String region) {
        return anyone().auth()
                .oauth2(Tokens.of(role).user(login).region(region).sign())
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification enterprise(String uscc) {
        return anyone().auth().oauth2(Tokens.of("enterprise").uscc(uscc).sign()).contentType(ContentType.JSON);
    }
}
