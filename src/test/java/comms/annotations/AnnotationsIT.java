package comms.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Metric;
import comms.clickhouse.WithStore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithStore
class AnnotationsIT {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Autowired private Annotations annotations;

  private final String id = UUID.randomUUID().toString();

  @Test
  void theLastVersionStandsAndARemovedOneIsGone() {
    Annotation first = annotation("Release 4.2", null, 0);
    Annotation second = annotation("Release 4.3, it's 'out'\\", Metric.DISPUTE_RATE, 1);
    annotations.put(first);
    assertThat(annotations.all()).contains(first);

    annotations.put(second);
    assertThat(annotations.all()).contains(second).doesNotContain(first);

    annotations.remove(annotation(second.text(), null, 2));
    assertThat(annotations.all()).noneMatch(one -> one.id().equals(id));
  }

  @Test
  void belongsIntoTheChartsOfItsMetricOrOfAll() {
    assertThat(annotation("x", null, 0).isAbout(Metric.CONTACT_SHARE)).isTrue();
    assertThat(annotation("x", Metric.DISPUTE_NPS, 0).isAbout(Metric.DISPUTE_NPS)).isTrue();
    assertThat(annotation("x", Metric.DISPUTE_NPS, 0).isAbout(Metric.CONTACT_SHARE)).isFalse();
  }

  @Test
  void hasAText() {
    assertThatThrownBy(() -> annotation("  ", null, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> annotation("x".repeat(201), null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Annotation annotation(String text, @Nullable Metric metric, int version) {
    return new Annotation(id, NOON, text, metric, NOON.plusSeconds(version), "admin");
  }
}
