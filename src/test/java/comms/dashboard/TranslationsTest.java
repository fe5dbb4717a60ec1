package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Dimension;
import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Status;
import comms.catalog.Unit;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {

  private final Translations translations = new Translations();
  private final Map<String, String> english = translations.getAllTranslations(Locale.ENGLISH);
  private final Map<String, String> russian = translations.getAllTranslations(Translations.RUSSIAN);

  @Test
  void saysTheSameThingsInBothLanguages() {
    assertThat(russian.keySet()).isEqualTo(english.keySet());
    assertThat(english).isNotEmpty();
  }

  @Test
  void takesTheSameParametersInBothLanguages() {
    english.forEach(
        (key, text) ->
            assertThat(new MessageFormat(russian.get(key)).getFormatsByArgumentIndex())
                .as(key)
                .hasSameSizeAs(new MessageFormat(text).getFormatsByArgumentIndex()));
  }

  @Test
  void isRussianInRussian() {
    assertThat(translations.getTranslation("view.overview", Translations.RUSSIAN))
        .isEqualTo("Обзор");
  }

  @Test
  void namesEverythingThatTheCatalogHas() {
    Stream<String> keys =
        Stream.of(
                Arrays.stream(Metric.values()).map(m -> "metric." + m.id()),
                Arrays.stream(Metric.values()).map(m -> "formula." + m.id()),
                Arrays.stream(EventName.values()).map(e -> "event." + e.wireName()),
                Arrays.stream(Unit.values()).map(u -> "settings.unit." + u.wireName()),
                Arrays.stream(Stat.values()).map(s -> "stat." + s.wireName()),
                Arrays.stream(Status.values()).map(s -> "status." + s.wireName()),
                Arrays.stream(Period.values()).map(p -> "period." + p.wireName()),
                Arrays.stream(Comparison.values()).map(c -> "filter.compare." + c.wireName()),
                Arrays.stream(Refresh.values()).map(r -> "filter.refresh." + r.wireName()),
                Arrays.stream(Shortcut.values()).map(s -> "shortcut." + s.wireName()),
                Arrays.stream(Dimension.values()).map(d -> "record." + d.wireName()))
            .flatMap(names -> names);
    assertThat(english.keySet()).containsAll(keys.toList());
  }
}
