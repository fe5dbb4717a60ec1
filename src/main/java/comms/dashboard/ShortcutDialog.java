package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lists the shortcuts, and lets those turn them off who press keys by accident. */
class ShortcutDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  ShortcutDialog(boolean heeded, Predicate<Shortcut> offered, Consumer<Boolean> heed) {
    setHeaderTitle(getTranslation("shortcuts"));
    setWidth("min(28rem, 92vw)");
    DescriptionList list = new DescriptionList();
    list.addClassName("shortcuts");
    Arrays.stream(Shortcut.values())
        .filter(offered)
        .forEach(
            shortcut ->
                list.add(
                    new DescriptionList.Term(keys(shortcut)),
                    new DescriptionList.Description(
                        getTranslation("shortcut." + shortcut.wireName()))));
    Checkbox heeding = new Checkbox(getTranslation("shortcuts.heed"), heeded);
    heeding.addValueChangeListener(event -> heed.accept(event.getValue()));
    add(list, heeding);
    getFooter().add(new Button(getTranslation("close"), _ -> close()));
  }

  private static Div keys(Shortcut shortcut) {
    Div keys = new Div();
    shortcut
        .keys()
        .chars()
        .forEach(
            key -> {
              Span cap = new Span(Character.toString(key));
              cap.addClassName("key");
              keys.add(cap);
            });
    return keys;
  }
}
