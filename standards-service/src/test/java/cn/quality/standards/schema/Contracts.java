package cn.quality.standards.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.AsyncApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Holds what is sent against its schema. */
public final class Contracts {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Contracts() {}

    public static JsonNode tree(Object payload) {
        return JSON.valueToTree(payload);
    }

    /** Fails unless the payload is what its type's schema says. */
    public static void check(String type, JsonNode payload) {
        assertThat(AsyncApi.violations(type, payload.toString()))
                .as("%s: %s", type, payload)
                .isEmpty();
    }
}
