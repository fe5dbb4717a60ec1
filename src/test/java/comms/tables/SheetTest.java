package comms.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(A1)",
        " =1",
        "\u00a0=1",
        "\u3000=1",
        "\uFEFF=1",
        "\u200B=1",
        "\u202E=1",
        "\"=1",
        " ' \"=1\"",
        "\u0000=1",
        "-",
        "=",
        "\tplain",
        "-1.2.3",
        "--1"
      })
  void noCellIsAFormula(String text) throws IOException {
    assertThat(csv(text)).contains("'" + text.replace("\"", "\"\""));
    assertThat(xlsx(text)).contains("<t>&apos;").doesNotContain("<f>");
  }

  /** A spreadsheet that separates by something else begins cells in the middle of ours. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "a;=1+1 > a;'=1+1",
        "a; =1+1 > a;' =1+1",
        "a,@x > ~\"a,'@x\"~",
        "a|+x;-y > a|'+x;'-y",
        "a;\"=1 > ~\"a;'\"\"=1\"~",
        "a;-5;b > a;-5;b",
        "a;\uFF1D1 > a;'\uFF1D1",
        "{\"a\":-5,\"b\":-2.5} > ~\"{\"\"a\"\":-5,\"\"b\"\":-2.5}\"~",
        "a - b = c > a - b = c"
      })
  void noPartOfACellIsAFormula(String text, String written) throws IOException {
    assertThat(csv(text)).isEqualTo(written + "\r\n");
  }

  @Test
  void noPartOfACellIsAFormulaBehindTabsAndNewLines() throws IOException {
    assertThat(csv("\t=1")).isEqualTo("'\t'=1\r\n");
    assertThat(csv("\r=1")).isEqualTo("\"'\r'=1\"\r\n");
    assertThat(csv("a\tb\t=1")).isEqualTo("a\tb\t'=1\r\n");
    assertThat(csv("a\n=1")).isEqualTo("\"a\n'=1\"\r\n");
  }

  @Test
  void namesOfFilesAreNothingElse() {
    assertThat(FileName.safe("dispute-rate-2026-01-01")).isEqualTo("dispute-rate-2026-01-01");
    assertThat(FileName.safe("../a\"b\r\nX: y/=1")).isEqualTo("a-b-X-y-1");
    assertThat(FileName.safe("...")).isEqualTo("file");
  }

  @Test
  void numbersStayNumbers() throws IOException {
    assertThat(csv(-0.25, 3L, 1e-7, null, Double.NaN, "-12.5"))
        .isEqualTo("-0.25,3,0.0000001,,,-12.5\r\n");
    assertThat(xlsx(-0.25)).contains("<v>-0.25</v>");
  }

  @Test
  void quotesWhatHoldsSeparators() throws IOException {
    assertThat(csv("a,b", "say \"no\"", "two\nlines"))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  }

  @Test
  void writesRowsAsTheyCome() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Sheet sheet = new XlsxSheet(out, "Any [name]: at/all, however long it may be", "more")) {
      for (int i = 0; i < 20_000; i++) {
        sheet.row(i, "row " + i);
      }
      assertThat(out.size()).as("bytes before the end").isPositive();
    }
    assertThat(content(out)).contains("row 0<", "row 19999<");
  }

  @Test
  void saysInItsLastRowThatAWorkbookIsCutOff() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Sheet sheet = new XlsxSheet(out, "Figures", "there are more", 3)) {
      sheet.row("one");
      sheet.row("two");
      assertThat(sheet.full()).isFalse();
      sheet.row("three");
      assertThat(sheet.full()).isTrue();
      sheet.row("four");
    }
    assertThat(content(out))
        .contains("one<", "two<", "there are more<")
        .doesNotContain("three<", "four<");
  }

  private static String csv(@Nullable Object... cells) throws IOException {
    StringWriter out = new StringWriter();
    try (Sheet sheet = new CsvSheet(out)) {
      sheet.row(cells);
    }
    return out.toString();
  }

  private static String xlsx(@Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Sheet sheet = new XlsxSheet(out, "Figures", "more")) {
      sheet.row(cells);
    }
    return content(out);
  }

  private static String content(ByteArrayOutputStream out) throws IOException {
    Path file = Files.createTempFile("sheet", ".xlsx");
    try {
      Files.write(file, out.toByteArray());
      try (ZipFile zip = new ZipFile(file.toFile());
          InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
        return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
