package cn.quality.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.topics.Topics;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The list of topics against what the services say they send; each service compares that with its own events. */
class TopicsTest {

    @Test
    void everyTopicHasOneProducerAndEveryProducerAListedTopic() {
        var sent = ApiDocuments.read(new ObjectMapper()).events().values().stream()
                .flatMap(document -> document.path("operations")
                        .valueStream()
                        .filter(operation -> operation.path("action").asText().equals("send"))
                        .map(operation -> document.at(
                                        operation.at("/channel/$ref").asText().substring(1))
                                .path("address")
                                .asText()))
                .toList();
        assertThat(sent).containsExactlyInAnyOrderElementsOf(Topics.all());
    }
}
