package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CsvTest {

  @Test
  void quotedCellsKeepTheirCommasAndQuotes() {
    assertThat(Csv.rows("stat,template,value\r\nvalue,\"a \"\"b\"\", c\",0.50\r\nvalue,,\r\n"))
        .containsExactly(
            Map.of("stat", "value", "template", "a \"b\", c", "value", "0.5"),
            Map.of("stat", "value", "template", "", "value", ""));
  }

  @Test
  void aJsonAnswerHasTheSameRows() {
    String json =
        """
        {"metric":"m","series":[{"key":{"channel":"email"},"stat":"value",
          "points":[{"t":"2025-01-01T00:00:00Z","value":null,"numerator":0,"denominator":0,
            "samples":0,"partial":true}],
          "total":{"value":0.25,"numerator":1,"denominator":4,"samples":4}}]}
        """;
    String csv =
        """
        metric,stat,channel,t,value,numerator,denominator,samples,partial
        m,value,email,2025-01-01T00:00:00Z,,0,0,0,true
        m,value,email,total,0.25,1,4,4,
        """;
    assertThat(Csv.rows(new JsonMapper().readTree(json))).isEqualTo(Csv.rows(csv));
  }
}
