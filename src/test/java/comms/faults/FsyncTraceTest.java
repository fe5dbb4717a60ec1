package comms.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FsyncTraceTest {

  private static final String REQUEST =
      """
      7 read(13<socket:[91]>, "POST /batch/ HTTP/1.1\\r\\nContent-Enc"..., 8192) = 2109
      """;
  private static final String ANSWER =
      """
      7 write(13<socket:[91]>, "HTTP/1.1 200 \\r\\nContent-Type: appli"..., 277) = 277
      """;
  private static final String WRITE =
      """
      9 pwrite64(6</data/journal/comms-1.amq>, "\\0\\1"..., 4096, 8192) = 4096
      """;
  private static final String SYNC =
      """
      9 fdatasync(6</data/journal/comms-1.amq>) = 0
      """;

  @Test
  void provesAnAnswerAfterWriteAndSync() {
    FsyncTrace.Result result = result(REQUEST + WRITE + SYNC + ANSWER);
    assertThat(result).isEqualTo(new FsyncTrace.Result(1, List.of()));
    assertThat(result.isProven()).isTrue();
  }

  @Test
  void followsCallsThatOthersInterrupt() {
    String trace =
        """
        7 read(13<socket:[91]>,  <unfinished ...>
        8 read(14<socket:[92]>, "GET / HTTP/1.1"..., 8192) = 109
        7 <... read resumed>"POST /batch/ HTTP/1.1\\r\\nCont"..., 8192) = 2109
        """
            + WRITE
            + """
            9 fdatasync(6</data/journal/comms-1.amq> <unfinished ...>
            8 write(14<socket:[92]>, "HTTP/1.1 200 "..., 9) = 9
            9 <... fdatasync resumed>) = 0
            """
            + ANSWER;
    assertThat(result(trace).isProven()).isTrue();
    assertThat(result(trace).answers()).isEqualTo(1);
  }

  @Test
  void doubtsAnAnswerWithoutSync() {
    assertThat(result(REQUEST + WRITE + ANSWER).unproven()).containsExactly(3);
  }

  @Test
  void doubtsASyncThatIsNotOverYet() {
    String trace =
        REQUEST
            + WRITE
            + "9 fdatasync(6</data/journal/comms-1.amq> <unfinished ...>\n"
            + ANSWER
            + "9 <... fdatasync resumed>) = 0\n";
    assertThat(result(trace).unproven()).containsExactly(4);
  }

  @Test
  void doubtsASyncOfWhatWasWrittenBeforeTheRequest() {
    assertThat(result(WRITE + REQUEST + SYNC + ANSWER).isProven()).isFalse();
    assertThat(result(WRITE + SYNC + REQUEST + ANSWER).isProven()).isFalse();
  }

  @Test
  void doubtsASyncThatFailedOrIsOfAnotherFile() {
    assertThat(result(REQUEST + WRITE + SYNC.replace("= 0", "= -1 EIO") + ANSWER).isProven())
        .isFalse();
    assertThat(result(REQUEST + WRITE + SYNC.replace("/data", "/tmp") + ANSWER).isProven())
        .isFalse();
  }

  @Test
  void provesNothingWithoutAnswers() {
    assertThat(result(REQUEST + WRITE + SYNC).isProven()).isFalse();
  }

  private static FsyncTrace.Result result(String trace) {
    return FsyncTrace.of(trace.lines(), Path.of("/data/journal"));
  }
}
