package comms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A metric's answer as rows of named cells, from CSV and from JSON. */
final class Csv {

  private static final List<String> NUMBERS =
      List.of("value", "numerator", "denominator", "samples");

  private Csv() {}

  /** The rows of RFC 4180 text whose first line names the columns. */
  static List<Map<String, String>> rows(String text) {
    List<List<String>> lines = lines(text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < line.size(); i++) {
        String column = lines.getFirst().get(i);
        row.put(column, NUMBERS.contains(column) ? number(line.get(i)) : line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The same rows as the JSON has them; what is null there is empty here. */
  static List<Map<String, String>> rows(JsonNode answer) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode series : answer.path("series")) {
      for (JsonNode point : series.path("points")) {
        rows.add(row(answer, series, point, point.path("t").asString(), point.path("partial")));
      }
      rows.add(row(answer, series, series.path("total"), "total", series.path("none")));
    }
    return rows;
  }

  /** The number of a cell, written in one way. */
  private static String number(String cell) {
    return cell.isEmpty() ? "" : String.valueOf(Double.parseDouble(cell));
  }

  private static Map<String, String> row(
      JsonNode answer, JsonNode series, JsonNode figure, String time, JsonNode partial) {
    Map<String, String> row = new TreeMap<>();
    row.put("metric", answer.path("metric").asString());
    row.put("stat", series.path("stat").asString());
    series.path("key").properties().forEach(p -> row.put(p.getKey(), p.getValue().asString()));
    row.put("t", time);
    for (String name : NUMBERS) {
      row.put(name, number(figure.path(name).asString("")));
    }
    row.put("partial", partial.asString(""));
    return row;
  }

  private static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
        cell.append(c);
      } else if (c != '\r') {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
    }
    return lines;
  }
}
