package comms.dashboard;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import comms.catalog.Dimension;
import comms.metrics.Top;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The values of one dimension that count, of those that the store knows; none chosen means all. */
class DimensionBox extends MultiSelectComboBox<String> {

  private static final long serialVersionUID = 1L;

  /** Senders may make up any number of values; a reader looks for one of the most frequent. */
  static final Top OFFERED = Top.of(100);

  private final Dimension dimension;
  private final Set<String> known = new TreeSet<>();

  DimensionBox(Dimension dimension, BiConsumer<Dimension, Set<String>> chosen) {
    this.dimension = dimension;
    setLabel(getTranslation("record." + dimension.wireName()));
    setPlaceholder(getTranslation("filter.all"));
    setItemLabelGenerator(value -> RecordWords.word(dimension, value, Texts.current()));
    setItems(known);
    setClearButtonVisible(true);
    setSelectedItemsOnTop(true);
    setI18n(words());
    addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chosen.accept(dimension, event.getValue());
          }
        });
  }

  private MultiSelectComboBoxI18n words() {
    return new MultiSelectComboBoxI18n()
        .setCleared(getTranslation("choice.cleared"))
        .setFocused(getTranslation("choice.focused"))
        .setSelected(getTranslation("choice.selected"))
        .setDeselected(getTranslation("choice.deselected"))
        .setTotal(getTranslation("choice.total", "{count}"));
  }

  Dimension dimension() {
    return dimension;
  }

  /** Offers these values too. */
  void offer(Collection<String> values) {
    if (known.addAll(values)) {
      Set<String> chosen = getValue();
      setItems(known);
      setValue(chosen);
    }
  }

  /** Says how many more there are than are offered. */
  void note(long more) {
    setHelperText(more == 0 ? "" : getTranslation("choice.more", more));
  }

  /** Shows what is chosen without telling anyone; a value need not be known. */
  void show(Set<String> chosen) {
    offer(chosen);
    setValue(chosen);
  }

  Set<String> known() {
    return known;
  }
}
