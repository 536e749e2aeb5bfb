package cn.quality.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that asks who speaks and denies by default, given the lines of docs/kafka.md: everybody the table there names can do
 * what it says, and nobody anything else.
 */
@Tag("container")
class AclsTest {

    private static final Path PAGE = Path.of("../../docs/kafka.md");
    private static final String ADMIN = "admin";
    private static final Set<String> SERVICES = Set.of("credit-service", "standards-service", "indicator-service");
    private static final Set<String> PRINCIPALS =
            Set.of(ADMIN, "credit-service", "standards-service", "indicator-service", "gateway", "finance-bureau");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(quality\\.[a-z.-]+)` \\| [^|]+ \\| ([a-z-]+) \\| (.+) \\|$");
    private static final Pattern READER = Pattern.compile("([a-z-]+) \\(`([a-z-]+)`\\)");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(acl\\(\\).+?)```");

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static String page;
    /** Who writes a topic. */
    private static final Map<String, String> WRITERS = new TreeMap<>();

    private record Reader(String principal, String group) {}

    private static final Map<Reader, Set<String>> READERS = new HashMap<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        page = Files.readString(PAGE);
        var rows = ROW.matcher(page);
        while (rows.find()) {
            var topic = rows.group(1);
            WRITERS.put(topic, rows.group(2));
            READER.matcher(rows.group(3))
                    .results()
                    .forEach(reader -> READERS.computeIfAbsent(
                                    new Reader(reader.group(1), reader.group(2)), any -> new TreeSet<>())
                            .add(topic));
        }
        kafka = EmbeddedKafka.start(
                folder.resolve("data"), Ports.free(), strict(), login(ADMIN, ADMIN), Progress.silent());
        setUp();
        for (var topic : WRITERS.entrySet()) {
            send(topic.getValue(), topic.getKey(), true);
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    /** A node as the page wants it. */
    private static Map<String, String> strict() {
        var users = PRINCIPALS.stream()
                .map(name -> "user_%s=\"%s\"".formatted(name, name))
                .collect(Collectors.joining(" "));
        return Map.of(
                "listener.security.protocol.map",
                "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.broker.plain.sasl.jaas.config",
                jaas(ADMIN, ADMIN, users),
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found",
                "false",
                // Nobody but the node itself comes without a name, by the listener of the controller.
                "super.users",
                "User:%s;User:ANONYMOUS".formatted(ADMIN));
    }

    private static String jaas(String user, String password, String more) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" %s;"
                .formatted(user, password, more);
    }

    private static Map<String, Object> login(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas(user, password, ""));
    }

    /** The lines as they stand, run by a shell whose kafka-acls tells us what it was asked. */
    private static void setUp() throws IOException, InterruptedException {
        var block = BLOCK.matcher(page);
        assertThat(block.find()).isTrue();
        Files.writeString(
                folder.resolve("admin.properties"),
                login(ADMIN, ADMIN).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        var asked = folder.resolve("asked");
        var shell = new ProcessBuilder(
                "bash",
                "-euc",
                "kafka-acls() { printf '%%s\\t' \"$@\" >> '%s'; echo >> '%s'; }\n%s"
                        .formatted(asked, asked, block.group(1)));
        shell.environment().put("BROKERS", kafka.bootstrapServers());
        shell.directory(folder.toFile()).redirectErrorStream(true);
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Exit.setExitProcedure((status, message) ->
                assertThat(status).as(String.valueOf(message)).isZero());
        try {
            for (var line : Files.readAllLines(asked)) {
                AclCommand.main(Stream.of(line.split("\t", -1))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.equals("admin.properties")
                                ? folder.resolve(word).toString()
                                : word)
                        .toArray(String[]::new));
            }
        } finally {
            Exit.resetExitProcedure();
        }
        awaitLastLine();
    }

    /** The node follows its own log: when it knows the last of the lines, it knows all. */
    private static void awaitLastLine() {
        var settings = new HashMap<>(login(ADMIN, ADMIN));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            Awaitility.await()
                    .until(() -> admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                            .anyMatch(acl -> acl.pattern().name().equals("finance-bureau.")));
        }
    }

    @Test
    void theTableNamesEveryTopic() {
        assertThat(WRITERS.keySet()).containsExactlyInAnyOrderElementsOf(Topics.all());
        assertThat(READERS).hasSize(7);
    }

    @Test
    void nobodyButItsOwnerWritesATopic() {
        for (var topic : WRITERS.entrySet()) {
            for (var stranger : PRINCIPALS) {
                if (!stranger.equals(topic.getValue()) && !stranger.equals(ADMIN)) {
                    assertThatThrownBy(() -> send(stranger, topic.getKey(), false))
                            .as(stranger + " to " + topic.getKey())
                            .hasRootCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
        assertThat(SERVICES).containsAll(WRITERS.values());
    }

    @Test
    void everyGroupReadsItsTopics() {
        READERS.forEach((reader, topics) -> assertThat(read(reader.principal(), reader.group(), topics))
                .as(reader.toString())
                .containsExactlyInAnyOrderElementsOf(topics));
    }

    @Test
    void nobodySharesAGroup() {
        for (var reader : READERS.entrySet()) {
            assertThatThrownBy(() -> read("finance-bureau", reader.getKey().group(), Set.of("quality.credit.listing")))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void aSystemInsideReadsWhatItWasGivenAndNothingElse() {
        var lists = Set.of("quality.credit.listing");
        assertThat(read("finance-bureau", "finance-bureau.lists", lists)).containsExactlyElementsOf(lists);
        for (var topic : Topics.all()) {
            if (!lists.contains(topic)) {
                assertThatThrownBy(() -> read("finance-bureau", "finance-bureau.lists", Set.of(topic)))
                        .as(topic)
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    /** The event stream and the cache of the gateway belong to no group. */
    @Test
    void theGatewayReadsEverythingWithoutAGroup() {
        try (var consumer = consumer(login("gateway", "gateway"))) {
            var partitions = consumer.listTopics(Duration.ofSeconds(30)).values().stream()
                    .flatMap(Collection::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            assertThat(polled(consumer, Topics.all().size())).containsExactlyInAnyOrderElementsOf(Topics.all());
        }
    }

    @Test
    void whoeverIsNotKnownIsNotLetIn() {
        try (var consumer = consumer(login("gateway", "guessed"))) {
            assertThatThrownBy(() -> consumer.listTopics(Duration.ofSeconds(30)))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static void send(String principal, String topic, boolean asTheRelay) {
        var settings = new HashMap<>(login(principal, principal));
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("enable.idempotence", asTheRelay);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "subject", topic)).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The topics of which something came. */
    private static List<String> read(String principal, String group, Set<String> topics) {
        var settings = new HashMap<>(login(principal, principal));
        settings.put("group.id", group);
        try (var consumer = consumer(settings)) {
            consumer.subscribe(topics);
            var seen = polled(consumer, topics.size());
            consumer.commitSync();
            return seen;
        }
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> login) {
        var settings = new HashMap<>(login);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static List<String> polled(KafkaConsumer<String, String> consumer, int many) {
        var seen = new HashSet<String>();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (seen.size() < many && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(200)).forEach(message -> seen.add(message.topic()));
        }
        return new ArrayList<>(seen);
    }
}
