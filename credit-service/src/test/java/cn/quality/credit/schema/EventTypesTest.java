package cn.quality.credit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.archive.RecordEvent;
import cn.quality.credit.complaint.ComplaintEvent;
import cn.quality.credit.enterprise.EnterpriseEvent;
import cn.quality.credit.listing.ListingEvent;
import cn.quality.platform.topics.Topics;
import cn.quality.testing.AsyncApi;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the contract name exactly the events of the code. */
class EventTypesTest {

    /** Types of all events that leave the service, read off the sealed interfaces. */
    static Set<String> sent() {
        var types = new TreeSet<String>();
        Stream.of(EnterpriseEvent.class, RecordEvent.class, ListingEvent.Shared.class, ComplaintEvent.Shared.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(event -> types.add(type(event)));
        return types;
    }

    @Test
    void everyEventHasASchemaThatSaysWhoseItIs() {
        for (var type : sent()) {
            var document = AsyncApi.schema(type);
            assertThat(document.path("$id").asText()).isEqualTo("urn:schema:" + type);
            assertThat(document.path("$schema").asText()).contains("2020-12");
        }
    }

    @Test
    void theAsyncApiDocumentNamesTheSameEvents() {
        var named = AsyncApi.schemaFiles();
        assertThat(named.keySet()).isEqualTo(sent());
        assertThat(named).allSatisfy((type, file) -> assertThat(file).isEqualTo("schemas/" + type + ".json"));
    }

    @Test
    void theAsyncApiDocumentNamesTheTopics() {
        assertThat(AsyncApi.topics())
                .containsExactlyInAnyOrder(
                        EnterpriseEvent.TOPIC,
                        RecordEvent.TOPIC,
                        ListingEvent.Shared.TOPIC,
                        ComplaintEvent.Shared.TOPIC,
                        "quality.standards.declaration",
                        "quality.standards.supervision");
        assertThat(Topics.all()).as("topics that the broker makes").containsAll(AsyncApi.topics());
    }

    /** The type is the same for every instance, so an empty one tells it. */
    private static String type(Class<?> event) {
        try {
            Constructor<?> constructor = event.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var empty = Arrays.stream(constructor.getParameterTypes())
                    .map(parameter -> parameter == long.class ? (Object) 0L : null)
                    .toArray();
            var type = event.getMethod("type");
            type.setAccessible(true);
            return String.valueOf(type.invoke(constructor.newInstance(empty)));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(event.getName(), e);
        }
    }
}
