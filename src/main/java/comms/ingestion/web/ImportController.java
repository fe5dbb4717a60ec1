package comms.ingestion.web;

import comms.ingestion.Door;
import comms.ingestion.FileImport;
import comms.ingestion.FileImport.Progress;
import comms.ingestion.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for files: newline-delimited JSON, gzip or not, of any length. It answers while it
 * reads, one line of JSON after each chunk that is kept: {@code read}, {@code accepted}, {@code
 * quarantined}. The last line has {@code "done":true}, or an {@code error} and how far it came.
 */
@RestController
@Door
@Tag(name = "Import")
class ImportController {

  private final Body body;
  private final FileImport file;
  private final DoorMeters meters;
  private final ImportPlaces places;
  private final JsonMapper mapper;

  ImportController(
      Body body, FileImport file, DoorMeters meters, ImportPlaces places, JsonMapper mapper) {
    this.body = body;
    this.file = file;
    this.meters = meters;
    this.places = places;
    this.mapper = mapper;
  }

  /** A line of the answer. */
  record Line(long read, long accepted, long quarantined) {}

  /** Takes a file; {@code X-Api-Key} is a project key. */
  @Operation(
      operationId = "importEvents",
      summary = "Takes a file of events, one a line",
      description =
          """
          The answer comes while the file is read, one line of JSON after each chunk that is kept. \
          The last line has `"done": true`, or an `error` and how far it came.
          """,
      security = @SecurityRequirement(name = "projectKey"),
      requestBody =
          @RequestBody(
              required = true,
              description = "Newline-delimited JSON, gzip or not",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                      schema = @Schema(type = "string"))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "Lines that tell how many were read, accepted, quarantined",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(implementation = Line.class))),
        @ApiResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
      })
  @PostMapping({"/api/v1/import", "/api/v1/import/"})
  void read(
      @Parameter(hidden = true) @RequestHeader(name = "X-Api-Key", required = false)
          @Nullable String key,
      HttpServletRequest request,
      HttpServletResponse response) {
    meters.timed(
        "import",
        () -> {
          file.authenticate(Optional.ofNullable(key));
          return places.within(place -> read(request, place, new Answer(response)));
        });
  }

  private Progress read(HttpServletRequest request, ImportPlaces.Place place, Answer answer) {
    try {
      InputStream in = place.guard(request.getInputStream(), request.getContentLengthLong());
      Progress progress = file.read(body.file(in), answer::kept);
      answer.done(progress);
      return progress;
    } catch (Refusal refusal) {
      if (!answer.begun()) {
        throw refusal;
      }
      return answer.brokenOff(refusal);
    } catch (IOException e) {
      throw new UncheckedIOException("the connection of an import broke", e);
    }
  }

  /** The lines of the answer; once one is sent, errors can only be a line too. */
  private final class Answer {

    private final HttpServletResponse response;
    private Progress last = new Progress(0, 0, 0);

    Answer(HttpServletResponse response) {
      this.response = response;
    }

    boolean begun() {
      return response.isCommitted();
    }

    void kept(Progress progress) throws IOException {
      last = progress;
      write(Map.of());
    }

    void done(Progress progress) throws IOException {
      last = progress;
      write(Map.of("done", true));
    }

    Progress brokenOff(Refusal refusal) {
      try {
        write(Map.of("error", refusal.sentence()));
        return last;
      } catch (IOException e) {
        refusal.addSuppressed(e);
        throw refusal;
      }
    }

    private void write(Map<String, Object> more) throws IOException {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("read", last.read());
      line.put("accepted", last.accepted());
      line.put("quarantined", last.quarantined());
      line.putAll(more);
      response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
      response.getOutputStream().write(mapper.writeValueAsBytes(line));
      response.getOutputStream().write('\n');
      response.flushBuffer();
    }
  }
}
