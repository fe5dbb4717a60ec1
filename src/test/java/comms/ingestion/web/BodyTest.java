package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BodyTest {

  private static final String JSON =
      "{\"api_key\":\"phc_test\",\"event\":\"contract_started\","
          + "\"properties\":{\"contract_id\":\"k\"}}";

  /** What lz-string itself makes of the JSON, in base64. */
  private static final String LZ =
      "N4IghgDglg+g1gUwJ4gFwggCwMYwC4IDOeIANCAgG4IB2J62A9nQE5jZ4zFgsEAmZDC0YQEvKETSgmrdpygD0cEAF8VQA"
          + "===";

  private final Body body =
      new Body(
          new Binder(new MapConfigurationPropertySource(Map.of()))
              .bindOrCreate("comms.door", Bindable.of(DoorLimits.class)));

  /** Every way to pack a text that travels in a form, by its name. */
  private static Map<String, String> values() throws IOException {
    byte[] json = JSON.getBytes(UTF_8);
    return Map.of(
        "json", JSON,
        "base64", base64(json),
        "url-base64", Base64.getUrlEncoder().withoutPadding().encodeToString(json),
        "base64 of base64", base64(base64(json).getBytes(UTF_8)),
        "lz64", LZ,
        "gzip", base64(gzip(json)),
        "deflate", base64(deflate(json, false)));
  }

  private static Stream<String> forms() throws IOException {
    List<String> forms = new ArrayList<>();
    for (String value : values().values()) {
      String data = "data=" + URLEncoder.encode(value, UTF_8);
      for (String hint : List.of("compression=lz64", "compression=GZIP-JS", "Compression=base64")) {
        forms.add(data + "&" + hint);
        forms.add(hint + "&" + data);
      }
      forms.add(data);
      forms.add("ip=1&ver=1.2.3&_=1795352221160&" + data + "&retry_count=2");
      forms.add("debug&x=100%&y=%zz&%s=%&" + data + "&z=%");
      forms.add("ip=&" + data);
      forms.add(data.replace("data=", "%64ata="));
      forms.add(data.replace("data=", "DATA="));
      forms.add("\r\n" + data + "\r\n");
      forms.add(parts("\"data\"", value));
      forms.add(parts("data", value));
    }
    return forms.stream();
  }

  private static String parts(String name, String value) {
    return """
    --b0undary\r
    Content-Disposition: form-data; name="compression"\r
    \r
    lz64\r
    --b0undary\r
    content-disposition: form-data; filename="data"; name=%s\r
    Content-Type: text/plain\r
    \r
    %s\r
    --b0undary\r
    Content-Disposition: form-data; name="api_key"\r
    \r
    phc_form\r
    --b0undary--\r
    """
        .formatted(name, value);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsTheDataOfAFormWhereverItIsAndHoweverItIsPacked(String form) throws Exception {
    assertThat(text(form.getBytes(UTF_8)).strip()).isEqualTo(JSON);
    assertThat(text(gzip(form.getBytes(UTF_8))).strip()).isEqualTo(JSON);
  }

  @Test
  void readsWhatNoFormIsAround() throws Exception {
    byte[] json = JSON.getBytes(UTF_8);
    for (String value : values().values()) {
      assertThat(text(value.getBytes(UTF_8))).isEqualTo(JSON);
      assertThat(text(("\r\n " + value + "\n").getBytes(UTF_8)).strip()).isEqualTo(JSON);
    }
    for (byte[] packed :
        List.of(json, gzip(json), gzip(gzip(json)), deflate(json, false), deflate(json, true))) {
      assertThat(text(packed)).isEqualTo(JSON);
    }
  }

  @Test
  void readsLongTextsThatAreDeflated() throws Exception {
    byte[] json = ("[" + "{\"a\":\"\u00e9\u65e5\"},".repeat(10_000) + "{}]").getBytes(UTF_8);
    for (boolean bare : List.of(true, false)) {
      assertThat(text(deflate(json, bare)).getBytes(UTF_8)).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key=phc_form&data={}",
        "data={}&token=phc_form",
        "data={}&a=b&%74oken=+phc_form+&c",
        "TOKEN=phc_form&data={}&token=phc_other"
      })
  void tellsTheProjectKeyThatAFormNames(String form) throws Exception {
    assertThat(key(form)).hasValue("phc_form");
  }

  @Test
  void tellsTheProjectKeyOfAFormInParts() throws Exception {
    assertThat(key(parts("data", "{}"))).hasValue("phc_form");
    assertThat(key("data={}&tok=1&token=&x=y")).isEmpty();
    assertThat(key("{}")).isEmpty();
    assertThat(UrlEncodedForm.keyIn("ip=1&token=phc%5Fform")).hasValue("phc_form");
    assertThat(UrlEncodedForm.keyIn(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ip=1&ver=2",
        "data=",
        "data",
        "data=%",
        "data=%7",
        "data=%zz",
        "e=&f",
        "&&&&",
        "data=data=data=data=data=data=",
        "====",
        "N4Ig",
        "--x\r\nContent-Disposition: a",
        "--x\r\nContent-Disposition: form-data; name=data\r\n\r\n{}",
        "%%%",
        "x=y",
        "\u0000\u0001"
      })
  void refusesWhatHoldsNoText(String text) {
    assertThatThrownBy(() -> text(text.getBytes(ISO_8859_1))).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesABombInAnyLayer() throws Exception {
    byte[] bomb = new byte[40 << 20];
    java.util.Arrays.fill(bomb, (byte) ' ');
    bomb[0] = '[';
    for (byte[] packed : List.of(gzip(bomb), deflate(bomb, true), deflate(bomb, false))) {
      assertTooLarge(packed);
    }
    for (byte[] packed : List.of(gzip(bomb), deflate(bomb, false))) {
      assertTooLarge(("data=" + URLEncoder.encode(base64(packed), UTF_8)).getBytes(UTF_8));
    }
    assertTooLarge(("data=" + "N".repeat(3_000_000)).getBytes(UTF_8));
  }

  private void assertTooLarge(byte[] sent) {
    assertThatThrownBy(() -> text(sent))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
  }

  private String text(byte[] sent) throws IOException {
    return read(body.text(new ByteArrayInputStream(sent), sent.length));
  }

  private Optional<String> key(String sent) throws IOException {
    Content content = body.text(new ByteArrayInputStream(sent.getBytes(UTF_8)), sent.length());
    assertThat(read(content)).isEqualTo("{}");
    return content.key().get();
  }

  private static String read(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (var json = content.json()) {
      json.transferTo(text);
    }
    return text.toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, bare);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(bytes);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
