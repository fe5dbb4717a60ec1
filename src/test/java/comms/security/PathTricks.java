package comms.security;

import java.util.List;
import java.util.Locale;

/** Other spellings of an address, by which servers and their rules have disagreed before. */
final class PathTricks {

  private PathTricks() {}

  static List<String> of(String address) {
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    String query = mark < 0 ? "" : address.substring(mark);
    String last = path.substring(path.lastIndexOf('/') + 1);
    String before = path.substring(0, path.length() - last.length());
    return List.of(
            path + "/",
            path + ".",
            path + "/.",
            path + ".csv",
            path + ".json",
            path + ";x",
            path + ";a=b/c",
            path + "%20",
            path + "%00",
            path + "%0a",
            path + "%3fx",
            path + "%23",
            path + "/..;/" + last,
            "/" + path,
            "//" + path.substring(1),
            "/." + path,
            "/x/.." + path,
            "/batch/.." + path,
            "/batch;" + path,
            "/login/.." + path,
            "/VAADIN/.." + path,
            "/array/.." + path,
            "/array/..%2f.." + path,
            path.toUpperCase(Locale.ROOT),
            path.replaceFirst("/api", "/Api"),
            before + "%" + String.format("%02x", (int) last.charAt(0)) + last.substring(1),
            before + "%25" + String.format("%02x", (int) last.charAt(0)) + last.substring(1),
            before.substring(0, before.length() - 1) + "%2f" + last,
            before.substring(0, before.length() - 1) + "%252f" + last,
            before.substring(0, before.length() - 1) + "%5c" + last,
            before + "/" + last,
            before + "./" + last,
            before + ";x/" + last)
        .stream()
        .map(spelled -> spelled + query)
        .toList();
  }
}
