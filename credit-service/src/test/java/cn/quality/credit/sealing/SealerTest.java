package cn.quality.credit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final String PHONE = "示例投诉人 13800000000";

    @Test
    void aSealedTextTellsNothingAndOpensAtItsPlace() {
        var sealer = sealer("2026:" + key(1));

        var sealed = sealer.seal(PHONE, "complaint/1");

        assertThat(sealed).startsWith("2026:").doesNotContain("13800000000");
        assertThat(new String(
                        Base64.getDecoder().decode(sealed.substring(5)), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("13800000000");
        assertThat(sealer.open(sealed, "complaint/1")).isEqualTo(PHONE);
    }

    @Test
    void theSameTextIsNeverSealedTwiceInTheSameWay() {
        var sealer = sealer("2026:" + key(1));

        assertThat(sealer.seal(PHONE, "complaint/1")).isNotEqualTo(sealer.seal(PHONE, "complaint/1"));
    }

    @Test
    void whatIsMovedToAnotherPlaceDoesNotOpen() {
        var sealer = sealer("2026:" + key(1));
        var sealed = sealer.seal(PHONE, "complaint/1");

        refused(() -> sealer.open(sealed, "complaint/2"), "seal-broken");
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        var sealer = sealer("2026:" + key(1));
        var sealed = sealer.seal(PHONE, "complaint/1").toCharArray();
        sealed[30] = sealed[30] == 'A' ? 'B' : 'A';

        refused(() -> sealer.open(new String(sealed), "complaint/1"), "seal-broken");
        refused(() -> sealer.open("2026:AAAA", "complaint/1"), "seal-broken");
        refused(() -> sealer.open("rubbish", "complaint/1"), "seal-broken");
    }

    @Test
    void anotherKeyOfTheSameNameDoesNotOpenIt() {
        var sealed = sealer("2026:" + key(1)).seal(PHONE, "complaint/1");

        refused(() -> sealer("2026:" + key(2)).open(sealed, "complaint/1"), "seal-broken");
    }

    @Test
    void afterARotationTheNewKeySealsAndTheOldOneStillOpens() {
        var old = sealer("2026:" + key(1));
        var rotated = sealer("2026:" + key(1), "2027:" + key(2));
        var before = old.seal(PHONE, "complaint/1");

        assertThat(rotated.open(before, "complaint/1")).isEqualTo(PHONE);
        assertThat(rotated.seal(PHONE, "complaint/1")).startsWith("2027:");
        assertThat(rotated.fingerprint(PHONE)).isEqualTo(old.fingerprint(PHONE));
        refused(() -> sealer("2027:" + key(2)).open(before, "complaint/1"), "sealing-key-missing");
    }

    @Test
    void aFingerprintNeedsTheKey() {
        assertThat(sealer("2026:" + key(1)).fingerprint(PHONE))
                .isNotEqualTo(sealer("2026:" + key(2)).fingerprint(PHONE));
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        refused(() -> sealer().seal(PHONE, "complaint/1"), "sealing-key-missing");
        refused(() -> sealer().fingerprint(PHONE), "sealing-key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nocolon", ":AAAA", "2026:%%%", "2026:AAAA", "a b:AAAA"})
    void whatIsNoKeyIsRefusedAtTheStartWithoutTellingIt(String line) {
        assertThatThrownBy(() -> sealer(line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void twoKeysOfOneNameAreRefused() {
        assertThatThrownBy(() -> sealer("a:" + key(1), "a:" + key(2))).hasMessageContaining("called a");
    }

    @Test
    void aKeyFileIsMadeOnceAndOnlyWhenAsked(@TempDir Path folder) throws Exception {
        var file = folder.resolve("keys/sealing.keys");

        assertThat(KeyRing.of(config(file, false)).newest()).isEmpty();
        assertThat(file).doesNotExist();
        var sealed = new Sealer(KeyRing.of(config(file, true))).seal(PHONE, "complaint/1");
        assertThat(new Sealer(KeyRing.of(config(file, true))).open(sealed, "complaint/1"))
                .isEqualTo(PHONE);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private static SealingConfig config(Path file, boolean generate) {
        return new SealingConfig() {
            @Override
            public Optional<List<String>> keys() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> keyFile() {
                return Optional.of(file);
            }

            @Override
            public boolean generate() {
                return generate;
            }
        };
    }

    private static Sealer sealer(String... lines) {
        return new Sealer(new KeyRing(List.of(lines)));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo(code));
    }
}
