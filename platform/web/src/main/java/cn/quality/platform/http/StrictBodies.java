package cn.quality.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Provider;
import jakarta.ws.rs.ext.ContextResolver;

/** Has every JSON body read by {@link StrictJson}; how bodies are written is the same as everywhere. */
@jakarta.ws.rs.ext.Provider
class StrictBodies implements ContextResolver<ObjectMapper> {

    /** Asked late, because providers are made before everything else. */
    private final Provider<StrictJson> json;

    StrictBodies(Provider<StrictJson> json) {
        this.json = json;
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json.get().mapper();
    }
}
