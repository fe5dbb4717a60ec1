package comms.dashboard;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a date picker, months and days from the locale. */
record CalendarWords(Texts texts) {

  DatePickerI18n words() {
    Locale locale = texts.locale();
    List<DayOfWeek> days = IntStream.range(0, 7).mapToObj(i -> DayOfWeek.SUNDAY.plus(i)).toList();
    return new DatePickerI18n()
        .setMonthNames(
            Stream.of(Month.values())
                .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList())
        .setWeekdays(
            days.stream().map(d -> d.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
        .setWeekdaysShort(
            days.stream().map(d -> d.getDisplayName(TextStyle.SHORT_STANDALONE, locale)).toList())
        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
        .setToday(texts.text("calendar.today"))
        .setCancel(texts.text("calendar.cancel"));
  }
}
